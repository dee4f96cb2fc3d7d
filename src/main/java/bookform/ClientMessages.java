package bookform;

import bookform.backend.ClientTexts;
import bookform.backend.Mail;
import bookform.backend.Mail.Attachment;
import bookform.booking.Appointment;
import bookform.booking.Location;
import bookform.web.CalendarFile;
import bookform.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the engine writes to clients, in the words of our pages. */
final class ClientMessages implements ClientTexts {
    private static final String BLANK_LINE = "\n\n";

    private final Clock clock;

    ClientMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String code(Locale language, String code) {
        return plain(Texts.in(language).text("phone_code.sms", "code", code));
    }

    @Override
    public String signInCode(Locale language, String code) {
        return plain(Texts.in(language).text("message.sign_in_code", "code", code));
    }

    @Override
    public String erasureCode(Locale language, String code) {
        return plain(Texts.in(language).text("message.erasure_code", "code", code));
    }

    @Override
    public Mail emailCode(Locale language, String to, String code) {
        return note(to, Texts.in(language).text("message.email_code", "code", code));
    }

    @Override
    public Mail emailChanged(Locale language, String to) {
        return note(to, Texts.in(language).text("message.email_changed"));
    }

    @Override
    public String phoneChanged(Locale language, String newPhone) {
        return plain(Texts.in(language).text("message.phone_changed", "phone", newPhone));
    }

    @Override
    public String reminder(Locale language, List<Appointment> appointments) {
        var t = Texts.in(language);
        var first = appointments.getFirst();
        return plain(t.text("message.reminder", "when", when(t, first), "location", place(first.location())));
    }

    @Override
    public Mail reminder(Locale language, String to, List<Appointment> appointments) {
        return letter(Texts.in(language), to, reminder(language, appointments), appointments);
    }

    @Override
    public String review(Locale language, Location location, String link) {
        return question(language, location) + " " + link;
    }

    @Override
    public Mail review(Locale language, String to, Location location, String link) {
        return new Mail(to, question(language, location), question(language, location) + BLANK_LINE + link + "\n", Optional.empty());
    }

    private static String question(Locale language, Location location) {
        return plain(location.title() + ": " + Texts.in(language).text("review.heading"));
    }

    @Override
    public Mail booked(Locale language, String to, List<Appointment> appointments) {
        var t = Texts.in(language);
        return letter(t, to, t.text("confirmation.lead"), appointments);
    }

    private Mail letter(Texts t, String to, String opening, List<Appointment> appointments) {
        var first = appointments.getFirst();
        var location = first.location();
        var text = opening + BLANK_LINE
                + appointments.stream().map(appointment -> paragraph(t, appointment)).collect(Collectors.joining(BLANK_LINE)) + BLANK_LINE
                + location.title() + "\n" + location.address() + "\n" + location.phone() + "\n";
        var calendar = new Attachment("appointment.ics", "text/calendar", CalendarFile.of(first, clock.instant()));
        return new Mail(to, plain(t.text("message.booked", "location", location.title(), "when", when(t, first))), text,
                Optional.of(calendar));
    }

    /** A sentence or two that are their own subject. */
    private static Mail note(String to, String text) {
        return new Mail(to, text, text + "\n", Optional.empty());
    }

    private static String paragraph(Texts t, Appointment appointment) {
        return when(t, appointment) + "\n" + appointment.what() + "\n" + appointment.teamMember().name() + "\n"
                + t.money(appointment.price());
    }

    private static String place(Location location) {
        return location.address().isBlank() ? location.title() : location.title() + ", " + location.address();
    }

    /** One space at which no line ends, and a text message holds 70 letters instead of 160. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String when(Texts t, Appointment appointment) {
        return t.dateAndTime(appointment.start().atZone(appointment.location().zone()).toLocalDateTime());
    }
}
