package bookform.altegio;

import bookform.altegio.wire.BookDates;
import bookform.altegio.wire.BookServices;
import bookform.altegio.wire.Bookform;
import bookform.altegio.wire.Seance;
import bookform.altegio.wire.Staff;
import bookform.altegio.wire.WireTime;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Booking on an Altegio account: what is asked, in which call, and for how long the answer is good. */
final class AltegioBookingApi implements BookingApi {
    private static final ServiceMenu NOTHING = new ServiceMenu(List.of(), List.of());
    private static final BookingDates NEVER = new BookingDates(new TreeSet<>(), new TreeSet<>());
    private static final long ANYBODY = 0;

    private final Upstream upstream;
    private final Memory memory;
    private final OldAnswers old;
    private final Locations locations;
    private final VisitBookings bookings;
    private final Once once;
    private final AppointmentsByHash appointments;
    private final CodeRequests codes;

    AltegioBookingApi(Upstream upstream, Memory memory, OldAnswers old, Locations locations, Records records, VisitBookings bookings,
            Once once) {
        this.upstream = upstream;
        this.memory = memory;
        this.old = old;
        this.locations = locations;
        this.bookings = bookings;
        this.once = once;
        this.appointments = new AppointmentsByHash(upstream, new Changes(upstream, memory), records, locations::find);
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
        var call = narrowed(Call.get("book_services", location), choices);
        return at(location, NOTHING, place -> memory.get(lifetime(choices, Lifetime.SERVICES), location, call,
                () -> upstream.find(call, BookServices.class).map(found -> Offers.menu(found, place.currency())).orElse(NOTHING)));
    }

    /**
     * From answers that others need as well, where those say it: one service from the menu of all, several from who does them all, and
     * those of a team member from their own menu.
     */
    @Override
    public ServiceMenu chosen(long location, Choices choices) {
        if (choices.start().isPresent()) return BookingApi.super.chosen(location, choices);
        var menu = services(location, choices.withServices(List.of()));
        var chosen = choices.services().stream().flatMap(id -> menu.find(id).stream()).toList();
        var together = choices.teamMember().isPresent() || chosen.size() < 2 || !teamMembers(location, choices).isEmpty();
        return together ? new ServiceMenu(menu.categories(), chosen) : NOTHING;
    }

    @Override
    public List<TeamMember> teamMembers(long location, Choices choices) {
        var call = narrowed(Call.get("book_staff", location), choices);
        var team = memory.get(lifetime(choices, Lifetime.TEAM), location, call, () -> Offers.team(upstream.list(call, Staff.class)));
        for (var member : team) memory.put(Lifetime.TEAM, location, ofTeamMember(location, member.id()), Optional.of(member));
        return team;
    }

    @Override
    public Optional<TeamMember> findTeamMember(long location, long teamMember) {
        var call = ofTeamMember(location, teamMember);
        return memory.get(Lifetime.TEAM, location, call, () -> Offers.team(upstream.list(call, Staff.class)).stream()
                .filter(member -> member.id() == teamMember).findFirst());
    }

    @Override
    public BookingDates dates(long location, Choices choices, LocalDate first, LocalDate last) {
        var call = Call.get("book_dates", location).services(choices.services()).query("staff_id", choices.teamMember().orElse(ANYBODY))
                .query("date_from", first).query("date_to", last);
        return memory.get(Lifetime.DATES, location, call,
                () -> upstream.find(call, BookDates.class).map(found -> Offers.dates(found, first, last)).orElse(NEVER));
    }

    @Override
    public List<TimeSlot> timeSlots(long location, Choices choices, LocalDate date) {
        if (!WireTime.isWritable(date)) return List.of();
        var call = Call.get("book_times", location, choices.teamMember().orElse(ANYBODY), date).services(choices.services());
        return at(location, List.<TimeSlot>of(), place -> memory.get(Lifetime.TIMES, location, call,
                () -> Offers.slots(upstream.list(call, Seance.class), place.zone())));
    }

    @Override
    public void check(long location, List<AppointmentRequest> appointments) {
        bookings.check(location, appointments);
    }

    @Override
    public void sendPhoneCode(long location, PhoneCodeRequest request) {
        codes.send(location, request);
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
    public boolean isOutOfDate() {
        return old.wereGiven();
    }

    private <T> T at(long location, T nothing, Function<Location, T> question) {
        return findLocation(location).map(question).orElse(nothing);
    }

    private Call narrowed(Call call, Choices choices) {
        var narrowed = call.services(choices.services());
        if (choices.teamMember().isPresent()) narrowed = narrowed.query("staff_id", choices.teamMember().get());
        return choices.start().isPresent() ? narrowed.query("datetime", WireTime.utc(choices.start().get())) : narrowed;
    }

    private static Call ofTeamMember(long location, long teamMember) {
        return Call.get("book_staff", location).query("staff_id", teamMember).query("without_seances", 1);
    }

    /** What fits at a start is as short-lived as that start. */
    private static Lifetime lifetime(Choices choices, Lifetime otherwise) {
        return choices.start().isPresent() ? Lifetime.TIMES : otherwise;
    }
}
