package bookform.altegio;

import bookform.altegio.wire.Bookform;
import bookform.booking.Appointment;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingDates;
import bookform.booking.BookingForm;
import bookform.booking.ChainLocation;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PrivacyPolicy;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import bookform.booking.VisitRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Booking on an Altegio account: who knows what, and who does it. */
final class AltegioBookingApi implements BookingApi {
    private final Upstream upstream;
    private final Memory memory;
    private final OldAnswers old;
    private final Locations locations;
    private final Catalogue catalogue;
    private final Wording wording;
    private final VisitBookings bookings;
    private final Once once;
    private final AppointmentsByHash appointments;
    private final CodeRequests codes;

    AltegioBookingApi(Upstream upstream, Memory memory, OldAnswers old, Locations locations, Wording wording, Records records,
            VisitBookings bookings, JustBooked justBooked, Once once) {
        this.upstream = upstream;
        this.memory = memory;
        this.old = old;
        this.locations = locations;
        this.catalogue = new Catalogue(upstream, memory, locations);
        this.wording = wording;
        this.bookings = bookings;
        this.once = once;
        this.appointments = new AppointmentsByHash(upstream, new Changes(upstream, memory), records, justBooked, locations::find);
        this.codes = new CodeRequests(upstream);
    }

    @Override
    public Optional<BookingForm> findBookingForm(long form) {
        var call = Call.get("bookform", form);
        return memory.get(Lifetime.FORM, 0, call, () -> upstream.find(call, Bookform.class).map(found -> {
            if (found.id() <= 0 || found.companyId() <= 0) throw new Fault(Fault.Kind.GARBLED, call);
            return Forms.of(found);
        }));
    }

    @Override
    public Optional<BookingForm> findBookingForm(long form, long location) {
        return findBookingForm(form).flatMap(found -> found.chain().isEmpty() ? Optional.of(found).filter(own -> own.location() == location)
                : locations(found.chain().get()).stream().filter(place -> place.id() == location).findFirst()
                        .map(place -> found.at(location, place.phoneConfirmation())));
    }

    @Override
    public List<ChainLocation> locations(long chain) {
        return locations.ofChain(chain);
    }

    @Override
    public Optional<Location> findLocation(long location) {
        return locations.find(location);
    }

    @Override
    public Optional<PrivacyPolicy> findPrivacyPolicy(long location) {
        return locations.findPrivacyPolicy(location);
    }

    @Override
    public ServiceMenu services(long location, Choices choices) {
        return catalogue.services(location, choices);
    }

    @Override
    public ServiceMenu chosen(long location, Choices choices) {
        return catalogue.chosen(location, choices);
    }

    @Override
    public List<TeamMember> teamMembers(long location, Choices choices) {
        return catalogue.teamMembers(location, choices);
    }

    @Override
    public Optional<TeamMember> findTeamMember(long location, long teamMember) {
        return catalogue.findTeamMember(location, teamMember);
    }

    @Override
    public BookingDates dates(long location, Choices choices, LocalDate first, LocalDate last) {
        return catalogue.dates(location, choices, first, last);
    }

    @Override
    public List<TimeSlot> timeSlots(long location, Choices choices, LocalDate date) {
        return catalogue.timeSlots(location, choices, date);
    }

    @Override
    public void check(long location, List<AppointmentRequest> appointments) {
        bookings.check(location, appointments);
    }

    @Override
    public Duration sendPhoneCode(long location, PhoneCodeRequest request) {
        return codes.send(location, request);
    }

    @Override
    public List<BookedAppointment> book(long location, VisitRequest visit) {
        return bookings.book(location, visit);
    }

    @Override
    public Optional<List<BookedAppointment>> findBooked(long location, String key) {
        return once.findBooked(location, key);
    }

    @Override
    public Optional<Appointment> findAppointment(long location, long appointment, String hash) {
        return appointments.find(location, appointment, hash);
    }

    @Override
    public Optional<Appointment> cancel(long location, long appointment, String hash) {
        return appointments.cancel(location, appointment, hash);
    }

    @Override
    public Optional<Appointment> move(long location, long appointment, String hash, Instant start, Optional<String> comment) {
        return appointments.move(location, appointment, hash, start, comment);
    }

    @Override
    public Map<String, String> texts(Locale language) {
        return wording.in(language);
    }

    @Override
    public boolean isOutOfDate() {
        return old.wereGiven();
    }
}
