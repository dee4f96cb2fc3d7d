package bookform.backend;

import bookform.backend.Reception.Visitor;
import bookform.backend.store.Store;
import bookform.booking.Appointment;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingDates;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ChainLocation;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.PrivacyPolicy;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import bookform.booking.VisitRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** Booking on our own database. Every method makes a fixed number of queries, never one per day or per team member. */
public final class EmbeddedBookingApi implements BookingApi {
    private final Store store;
    private final Clock clock;
    private final PhoneCodes codes;
    private final CodeDispatch dispatch;
    private final Catalogue catalogue;
    private final Appointments appointments;
    private final Openings openings;
    private final BusyTime busyTime = new BusyTime(true);
    private final BusyTime busyTimeOfBooking;
    private final Bookings bookings;
    private final Directory directory;

    /** @param secret the key under which codes are kept, at least 32 bytes */
    public EmbeddedBookingApi(Store store, Clock clock, Outbox outbox, ClientTexts texts, byte[] secret, SendLimits limits,
            BookingCounts counts) {
        this(store, clock, outbox, texts, secret, limits, counts, System::nanoTime, true);
    }

    /**
     * @param nanoTime what the age of set-ups and busy time in memory is measured by
     * @param looksBeforeBooking false only in tests that prove that the database refuses overlaps by itself
     */
    EmbeddedBookingApi(Store store, Clock clock, Outbox outbox, ClientTexts texts, byte[] secret, SendLimits limits,
            BookingCounts counts, LongSupplier nanoTime, boolean looksBeforeBooking) {
        this.store = store;
        this.clock = clock;
        this.codes = new PhoneCodes(secret, limits);
        this.catalogue = new Catalogue(store, nanoTime);
        this.dispatch = new CodeDispatch(store, clock, outbox, texts, codes, catalogue);
        this.openings = new Openings(new BusyIndex(store, nanoTime), clock);
        this.busyTimeOfBooking = new BusyTime(looksBeforeBooking);
        this.appointments = new Appointments(store, catalogue, clock, busyTimeOfBooking);
        this.bookings = new Bookings(store, catalogue, codes, counts, new Confirmations(store, appointments, outbox, texts, clock), clock);
        this.directory = new Directory(store, catalogue);
    }

    @Override
    public Optional<BookingForm> findBookingForm(long form) {
        return directory.form(form);
    }

    @Override
    public Optional<BookingForm> findBookingForm(long form, long location) {
        return directory.formAt(form, location);
    }

    @Override
    public Optional<BookingForm> findFormOf(long location) {
        return directory.formOf(location);
    }

    @Override
    public Optional<Location> findLocation(long location) {
        return directory.location(location);
    }

    @Override
    public List<Location> locations(int most) {
        return directory.locations(most);
    }

    @Override
    public List<ChainLocation> locations(long chain) {
        return directory.ofChain(chain, location -> nextSlot(location.id(), LocalDate.ofInstant(clock.instant(), location.zone())));
    }

    @Override
    public Optional<PrivacyPolicy> findPrivacyPolicy(long location) {
        return directory.privacyPolicy(location);
    }

    @Override
    public ServiceMenu services(long location, Choices choices) {
        return catalogue.offer(location).map(offer -> openings.services(offer, choices)).orElse(new ServiceMenu(List.of(), List.of()));
    }

    @Override
    public List<TeamMember> teamMembers(long location, Choices choices) {
        return catalogue.offer(location).map(offer -> openings.teamMembers(offer, choices)).orElse(List.of());
    }

    @Override
    public Optional<TeamMember> findTeamMember(long location, long teamMember) {
        return catalogue.offer(location).flatMap(offer -> offer.person(teamMember)
                .map(person -> Openings.teamMember(person, offer.hasSkills(person), Optional.empty())));
    }

    @Override
    public BookingDates dates(long location, Choices choices, LocalDate first, LocalDate last) {
        return catalogue.offer(location).map(offer -> openings.dates(offer, choices, first, last))
                .orElse(Openings.NEVER);
    }

    @Override
    public List<TimeSlot> timeSlots(long location, Choices choices, LocalDate date) {
        return catalogue.offer(location).map(offer -> openings.timeSlots(offer, choices, date)).orElse(List.of());
    }

    @Override
    public void check(long location, List<AppointmentRequest> appointments) {
        var proposal = new Proposal(catalogue.offer(location).orElseThrow(() -> new BookingRefused(Reason.SERVICE_GONE)), appointments);
        BookingRule.require(List.of(BookingRule.SOMETHING_TO_BOOK), proposal);
        BookingRule.require(BookingRule.OF_APPOINTMENTS, proposal);
        Assignment.of(proposal, store.read(tables -> busyTime.timetable(tables, proposal, clock.instant())));
    }

    @Override
    public Duration sendPhoneCode(long location, PhoneCodeRequest request) {
        if (request.purposes().stream().noneMatch(Purpose::needsSignIn)) return dispatch.bySms(location, request, 0);
        else throw new IllegalArgumentException("Only who is signed in may ask for that");
    }

    @Override
    public List<BookedAppointment> book(long location, VisitRequest visit) {
        if (visit.key().isBlank()) throw new IllegalArgumentException("A visit is booked under a key");
        return bookings.book(location, Visitor.of(visit), Reason.SERVICE_GONE,
                reception -> new BookingAttempt(reception, visit, busyTimeOfBooking).book());
    }

    @Override
    public Optional<List<BookedAppointment>> findBooked(long location, String key) {
        return bookings.find(location, key);
    }

    @Override
    public Optional<Appointment> findAppointment(long location, long appointment, String hash) {
        return appointments.find(location, appointment, Claim.hash(hash));
    }

    @Override
    public Optional<Appointment> cancel(long location, long appointment, String hash) {
        return appointments.cancel(location, appointment, Claim.hash(hash));
    }

    @Override
    public Optional<Appointment> move(long location, long appointment, String hash, Instant start, Optional<String> comment) {
        return appointments.move(location, appointment, Claim.hash(hash), start, comment);
    }

    @Override
    public BookingDates datesToMove(Appointment appointment, LocalDate first, LocalDate last) {
        return moving(appointment, (offer, holding) -> openings.dates(offer, holding, first, last)).orElse(Openings.NEVER);
    }

    @Override
    public List<TimeSlot> timeSlotsToMove(Appointment appointment, LocalDate date) {
        return moving(appointment, (offer, holding) -> openings.timeSlots(offer, holding, date)).orElse(List.of());
    }

    private <T> Optional<T> moving(Appointment appointment, BiFunction<Offer, Holding, T> question) {
        return catalogue.offer(appointment.location().id())
                .flatMap(offer -> appointments.holding(offer, appointment.id()).map(holding -> question.apply(offer, holding)));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Bookings bookings() {
        return bookings;
    }

    Appointments appointments() {
        return appointments;
    }

    PhoneCodes codes() {
        return codes;
    }

    CodeDispatch dispatch() {
        return dispatch;
    }
}
