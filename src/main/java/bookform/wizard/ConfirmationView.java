package bookform.wizard;

import bookform.booking.Appointment;
import bookform.web.Assets;
import bookform.web.LanguageLink;
import bookform.web.Look;
import bookform.web.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code templates/wizard/confirmation.jte} and {@code cancellation.jte} print.
 *
 * @param lead a sentence under the heading
 * @param url this appointment's own address
 * @param cancelUrl where to cancel; empty when that is not, or no longer, possible
 * @param rule until when the client may cancel, in words; empty when there is nothing to say
 */
public record ConfirmationView(Frame frame, Booked booked, boolean cancelled, String lead, String when, String zone, String zoneId,
        List<SummaryView.Line> services, String teamMember,
        Optional<String> photo, String place, String address, String mapUrl, String phone, String price, String length, String url,
        String calendarUrl,
        String cancelUrl, String rule, String bookAgainUrl) {

    /**
     * What the page around a frame may count: what was booked, never by whom.
     *
     * @param id empty once it is cancelled
     * @param services their ids, with commas
     * @param value the price, {@code 25.00}
     */
    public record Booked(String id, String services, String value, String currency, long location) {
        static Booked of(Appointment appointment) {
            return new Booked(appointment.isCancelled() ? null : Long.toString(appointment.id()),
                    appointment.services().stream().map(service -> Long.toString(service.id())).collect(Collectors.joining(",")),
                    appointment.price().major().toPlainString(), appointment.price().currency().getCurrencyCode(),
                    appointment.location().id());
        }
    }

    static ConfirmationView of(Texts t, Look look, List<Locale> languages, VisitAddress address, Appointment appointment, Instant now,
            Assets assets, String title, String notice) {
        var location = appointment.location();
        var start = appointment.start().atZone(location.zone());
        var when = t.text("date.and_time", "date", t.fullDate(start.toLocalDate()), "time", t.time(start.toLocalTime())) + "–\u2060"
                + t.time(appointment.end().atZone(location.zone()).toLocalTime());
        var until = appointment.cancellableUntil();
        var frame = Frame.page(t, assets, look, location.title(), title,
                LanguageLink.all(t, languages, tag -> address.in(tag).url()), notice);
        return new ConfirmationView(frame, Booked.of(appointment), appointment.isCancelled(),
                appointment.isCancelled() ? t.text("confirmation.cancelled_lead") : t.text("confirmation.lead"), when,
                t.zone(location.zone()), location.zone().getId(),
                appointment.services().stream().map(service -> new SummaryView.Line(service.title(), t.money(service.price()))).toList(),
                appointment.teamMember().name(), appointment.teamMember().photo().map(assets::picture), location.title(),
                location.address(), mapUrl(location.address()),
                location.phone(), t.money(appointment.price()), t.duration(appointment.length()),
                address.url(),
                address.url("calendar.ics"),
                until.filter(last -> !now.isAfter(last))
                        .map(last -> address.url("cancellation")).orElse(""),
                rule(t, appointment, now), address.bookAgainUrl());
    }

    private static String rule(Texts t, Appointment appointment, Instant now) {
        if (appointment.isCancelled() || !now.isBefore(appointment.start())) return "";
        return appointment.cancellableUntil().filter(last -> !now.isAfter(last)).map(last -> {
            var at = last.atZone(appointment.location().zone()).toLocalDateTime();
            return t.text("confirmation.cancel_until", "when", t.dateAndTime(at));
        }).orElseGet(() -> t.text("confirmation.cancel_by_phone"));
    }

    private static String mapUrl(String address) {
        return address.isBlank() ? "" : "https://www.openstreetmap.org/search?query=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
