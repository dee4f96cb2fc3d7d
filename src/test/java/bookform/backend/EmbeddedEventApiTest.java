package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.store.ImportRefused;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingApi;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.EventApiContract;
import bookform.booking.EventFilter;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import bookform.booking.TimeSlot;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in process, and what only our own engine promises: that events take time, and what an import makes of them. */
class EmbeddedEventApiTest extends EventApiContract {
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @TempDir Path folder;

    private DemoBackend backend;

    @BeforeEach
    void open() {
        backend = DemoBackend.open(newDatabase());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    @Override
    protected BookingApi api() {
        return backend.api();
    }

    @Override
    protected EventApi events() {
        return backend.events();
    }

    @Override
    protected TestClock clock() {
        return backend.clock();
    }

    @Override
    protected String lastCode(String phone) {
        return backend.lastCode(phone);
    }

    // Events take time

    @Test
    void nobodyIsBookedWhileTheyLeadAnEvent() {
        assertTrue(starts(DANIEL).contains("13:00"));
        bringIn(event("one", "13:00", "14:30"));
        assertEquals(List.of("11:00", "11:15", "11:30", "11:45", "12:00", "12:15"),
                starts(DANIEL).stream().filter(start -> start.compareTo("14:00") < 0).toList());
        assertRefused(Reason.SLOT_TAKEN, () -> api().check(LOCATION, List.of(haircut("12:30"))));
        assertRefused(Reason.SLOT_TAKEN, () -> api().check(LOCATION, List.of(haircut("13:30"))));
        api().check(LOCATION, List.of(haircut("12:15")));
    }

    @Test
    void noEventIsLedWhileItsTeamMemberIsBooked() {
        backend.store().insertImported(LOCATION, List.of(new ImportedAppointment(DANIEL, List.of(HAIRCUT), at("13:00"), at("13:45"), "Vera",
                VERA.phone(), Status.CONFIRMED, "haircut")));
        var refused = assertThrows(ImportRefused.class, () -> bringIn(event("one", "12:30", "13:30"), event("two", "13:45", "14:45")));
        assertEquals(1, refused.problems().size());
        assertTrue(refused.problems().getFirst().contains("event one") && refused.problems().getFirst().contains("overlaps"));
        assertEquals(1, workshops().size(), "all or none: nothing but Sunday's");
        bringIn(event("two", "13:45", "14:45"));
        assertEquals(2, workshops().size());
    }

    @Test
    void eventsOfOnePersonDoNotOverlap() {
        assertThrows(ImportRefused.class, () -> bringIn(event("one", "12:30", "13:30"), event("two", "13:00", "14:00")));
        bringIn(event("one", "12:30", "13:00"), event("two", "13:00", "14:00"));
    }

    /** The net in the database, past the rule. */
    @Test
    void theDatabaseRefusesAppointmentsOverEvents() {
        bringIn(event("one", "13:00", "14:30"));
        var refused =
                assertThrows(ImportRefused.class, () -> backend.store().insertImported(LOCATION, List.of(new ImportedAppointment(DANIEL,
                        List.of(HAIRCUT), at("14:15"), at("15:00"), "Vera", VERA.phone(), Status.CONFIRMED, "haircut"))));
        assertTrue(refused.problems().getFirst().contains("overlaps"));
    }

    /** Emma's lash lifts need a room, of which there are two. */
    @Test
    void roomsAreNotBookedTwice() {
        var date = MONDAY.plusWeeks(4); // when she is back
        var rooms = List.of(GARDEN_ROOM, STREET_ROOM);
        var lashes = new AppointmentRequest(1, List.of(LASH_LIFT), Optional.of(EMMA), date.atTime(12, 0).atZone(ZONE).toInstant());
        api().check(LOCATION, List.of(lashes));
        bringIn(new ImportedEvent(STYLING_WORKSHOP, DANIEL, lashes.start().plusSeconds(1_800), lashes.start().plusSeconds(5_400), 6, "",
                rooms, false, "both"));
        assertRefused(Reason.SLOT_TAKEN, () -> api().check(LOCATION, List.of(lashes)));
        assertThrows(ImportRefused.class,
                () -> bringIn(new ImportedEvent(STYLING_WORKSHOP, ANNA, lashes.start(), lashes.start().plusSeconds(
                        3_600), 6, "", List.of(GARDEN_ROOM), false, "other")));
        bringIn(new ImportedEvent(STYLING_WORKSHOP, DANIEL, lashes.start().plusSeconds(1_800), lashes.start().plusSeconds(5_400), 6, "",
                List.of(STREET_ROOM), false, "both"));
        api().check(LOCATION, List.of(lashes));
    }

    // Bringing events in again

    @Test
    void bringingInTwiceIsTheSameAsOnce() {
        var before = all();
        backend.store().insertImported(LOCATION, DemoLocation.events(MONDAY), List.of());
        assertEquals(before, all());
    }

    @Test
    void anEventThatMovesTakesItsSeatsAlong() {
        bringIn(event("one", "13:00", "14:30"));
        var booked = book(seats(workshops().getFirst(), 2, VERA));
        bringIn(event("one", "14:00", "15:00"));
        assertEquals(at("14:00"), find(booked).start());
        assertEquals(4, workshops().getFirst().freeSeats());
        assertTrue(starts(DANIEL).contains("13:00"));
        assertFalse(starts(DANIEL).contains("13:30"));
    }

    @Test
    void anEventThatIsCalledOffFreesItsTimeAndItsClients() {
        bringIn(event("one", "13:00", "14:30"));
        var event = workshops().getFirst();
        var booked = book(seats(event, 2, VERA));
        bringIn(new ImportedEvent(STYLING_WORKSHOP, DANIEL, at("13:00"), at("14:30"), 6, "", List.of(), true, "one"));
        assertTrue(find(booked).isCancelled());
        assertEquals(Optional.empty(), events().findEvent(LOCATION, event.id()));
        assertEquals(1, workshops().size());
        assertTrue(starts(DANIEL).contains("13:00"));
        assertRefused(Reason.EVENT_GONE, () -> book(seats(event, 1, GLEB)));
    }

    @Test
    void anEventDoesNotBecomeSmallerThanItsClients() {
        bringIn(event("one", "13:00", "14:30"));
        book(seats(workshops().getFirst(), 3, VERA));
        var refused = assertThrows(ImportRefused.class, () -> bringIn(sized("one", 2)));
        assertTrue(refused.problems().getFirst().endsWith("has fewer seats than clients have booked"));
        bringIn(sized("one", 3));
        assertTrue(workshops().getFirst().isFull());
    }

    @Test
    void seatsComeAndGoWithExports() {
        book(seats(workshop(), 2, VERA));
        var seats = backend.store().export(LOCATION).getFirst();
        assertEquals(Optional.of(DemoLocation.events(MONDAY).getFirst().reference()), seats.event());
        assertEquals(2, seats.seats());
        assertEquals(DemoLocation.events(MONDAY), backend.store().exportEvents(LOCATION));
        assertEquals(0, backend.store().insertImported(LOCATION, List.of(seats)));
        var more = ImportedAppointment.seats(DemoLocation.events(MONDAY).getFirst(), 5, "Gleb", GLEB.phone(), Status.CONFIRMED, "more");
        var refused = assertThrows(ImportRefused.class, () -> backend.store().insertImported(LOCATION, List.of(more)));
        assertTrue(refused.problems().getFirst().endsWith("has no free seat"));
        assertEquals(4, workshop().freeSeats());
    }

    // Whose seats they are

    @Test
    void seatsAreAmongTheClientsOwn() {
        var booked = book(seats(workshop(), 2, VERA));
        api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(VERA.phone(), Locale.ENGLISH, Sender.OURSELVES));
        var token = backend.clients().signInWithCode(VERA.phone(), lastCode(VERA.phone()), Sender.OURSELVES);
        var own = backend.clients().appointments(token).getFirst();
        assertEquals(List.of(booked.id(), booked.hash()), List.of(own.appointment().id(), own.hash()));
        assertEquals(Optional.of(workshop().id()), own.appointment().event());
        assertRefused(Reason.SLOT_TAKEN, () -> backend.clients().move(token, LOCATION, booked.id(), at("13:00")));
        assertTrue(backend.clients().cancel(token, LOCATION, booked.id()).orElseThrow().isCancelled());
        assertEquals(6, workshop().freeSeats());
    }

    @Test
    void whoIsBlacklistedBooksNoSeats() {
        book(seats(workshop(), 1, VERA));
        backend.store().write(tables -> tables.visits().blacklist(LOCATION, VERA.phone(), true));
        assertRefused(Reason.BLACKLISTED, () -> book(seats(workshop(), 1, VERA)));
    }

    @Test
    void whoGaveAnAddressGetsOneConfirmation() {
        var request = seats(workshop(), 1, new ClientDetails("Vera", VERA.phone(), "vera@example.com"));
        book(request);
        book(request);
        assertEquals(1, backend.messages().latest().stream().filter(message -> message.to().equals("vera@example.com")).count());
    }

    private void bringIn(ImportedEvent... events) {
        backend.store().insertImported(LOCATION, List.of(events), List.of());
    }

    private List<Event> workshops() {
        return events().events(LOCATION, EventFilter.between(MONDAY, SUNDAY));
    }

    private static ImportedEvent event(String reference, String start, String end) {
        return new ImportedEvent(STYLING_WORKSHOP, DANIEL, at(start), at(end), 6, "", List.of(), false, reference);
    }

    private static ImportedEvent sized(String reference, int capacity) {
        return new ImportedEvent(STYLING_WORKSHOP, DANIEL, at("13:00"), at("14:30"), capacity, "", List.of(), false, reference);
    }

    private static AppointmentRequest haircut(String start) {
        return new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(DANIEL), at(start));
    }

    private List<String> starts(long teamMember) {
        return api().timeSlots(LOCATION, Choices.NONE.withServices(List.of(HAIRCUT)).withTeamMember(teamMember), THURSDAY).stream()
                .map(TimeSlot::start).map(start -> start.atZone(ZONE).toLocalTime().toString()).toList();
    }

    /** On Thursday, when Daniel works from 11:00 to 15:00 and 15:30 to 20:00. */
    private static Instant at(String time) {
        return THURSDAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
