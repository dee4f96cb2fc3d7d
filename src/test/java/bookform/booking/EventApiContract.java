package bookform.booking;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingRefused.Reason;
import bookform.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every booking system behind our pages must do with group events, on the demo location with its workshops and an empty calendar
 * otherwise. A subclass only says how to reach one.
 */
public abstract class EventApiContract {
    /** 07:00 in Vilnius on a Monday; workshops are on Sundays at 16:30, before the clocks change and long after they did. */
    protected static final String NOW = "2026-11-23T05:00:00Z";

    protected static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    protected static final LocalDate SUNDAY = MONDAY.plusDays(6);
    protected static final LocalDate LAST_DAY = MONDAY.plusDays(59);
    protected static final ClientDetails VERA = new ClientDetails("Vera", "+37061234567", "");
    protected static final ClientDetails GLEB = new ClientDetails("Gleb", "+37062222222", "");

    private static final long UNKNOWN = 987_654;
    private static final AtomicInteger KEYS = new AtomicInteger();

    /** The same one throughout a test; a new one for every test. */
    protected abstract BookingApi api();

    protected abstract EventApi events();

    /** Shows {@link #NOW} until a test moves it. */
    protected abstract TestClock clock();

    /** The digits of the last message sent to a phone. */
    protected abstract String lastCode(String phone);

    // What there is

    @Test
    void listsWhatIsOnInOrder() {
        var starts = all().stream().map(event -> LocalDate.ofInstant(event.start(), ZONE)).toList();
        assertEquals(SUNDAY.datesUntil(LAST_DAY.plusDays(1), Period.ofWeeks(1)).toList(), starts);
        assertEquals(List.of(), events().events(UNKNOWN, EventFilter.between(MONDAY, LAST_DAY)));
    }

    @Test
    void tellsWhatItIs() {
        var event = workshop();
        assertEquals(Instant.parse("2026-11-29T14:30:00Z"), event.start());
        assertEquals(Duration.ofMinutes(90), event.length());
        assertEquals(STYLING_WORKSHOP, event.service().id());
        assertEquals("Styling workshop", event.service().title());
        assertEquals(3500, event.service().price().min().minor());
        assertEquals("Workshops", event.category().title());
        assertEquals("Daniel", event.teamMember().name());
        assertEquals(List.of(6, 6, 3), List.of(event.capacity(), event.freeSeats(), event.seatsPerClient()));
        assertTrue(event.open());
        assertEquals(List.of(new Event.Room(GARDEN_ROOM, "Garden room", QUIET_ROOM)), event.rooms());
        assertEquals(Optional.of(event), events().findEvent(LOCATION, event.id()));
    }

    @Test
    void findsWhatWasAskedFor() {
        assertEquals(1, events().events(LOCATION, EventFilter.between(SUNDAY, SUNDAY)).size());
        assertEquals(2, events().events(LOCATION, EventFilter.between(SUNDAY, SUNDAY.plusDays(7))).size());
        assertEquals(0, events().events(LOCATION, EventFilter.between(MONDAY, SUNDAY.minusDays(1))).size());
        assertEquals(0, events().events(LOCATION, EventFilter.between(SUNDAY, MONDAY)).size());
        assertEquals(all().size(), events().events(LOCATION, EventFilter.between(LocalDate.MIN, LocalDate.MAX)).size());
        assertEquals(all(), filtered(List.of(STYLING_WORKSHOP, UNKNOWN), List.of(DANIEL), List.of()));
        assertEquals(List.of(), filtered(List.of(HAIRCUT), List.of(), List.of()));
        assertEquals(List.of(), filtered(List.of(), List.of(ANNA), List.of()));
        assertEquals(all(), filtered(List.of(), List.of(), List.of(GARDEN_ROOM)));
        assertEquals(all(), filtered(List.of(), List.of(), List.of(QUIET_ROOM)));
        assertEquals(List.of(), filtered(List.of(), List.of(), List.of(STREET_ROOM)));
    }

    @Test
    void aServiceForGroupsIsNotBookedByAppointment() {
        assertEquals(Optional.empty(), api().services(LOCATION, Choices.NONE).find(STYLING_WORKSHOP));
        assertEquals(List.of(), api().teamMembers(LOCATION, Choices.NONE.withServices(List.of(STYLING_WORKSHOP))));
        assertRefused(Reason.SERVICE_GONE, () -> api().check(LOCATION, List.of(new AppointmentRequest(1, List.of(STYLING_WORKSHOP),
                Optional.of(DANIEL), SUNDAY.atTime(12, 0).atZone(ZONE).toInstant()))));
    }

    @Test
    void whatHasBegunIsFoundButCannotBeBooked() {
        var event = workshop();
        clock().set("2026-11-29T14:00:00Z"); // half an hour before, the shortest notice
        assertTrue(all().contains(event));
        clock().set("2026-11-29T14:00:01Z");
        assertFalse(all().stream().anyMatch(other -> other.id() == event.id()));
        assertFalse(events().findEvent(LOCATION, event.id()).orElseThrow().open());
        assertRefused(Reason.EVENT_GONE, () -> book(seats(event, 1, VERA)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(Optional.empty(), events().findEvent(LOCATION, UNKNOWN));
        assertEquals(Optional.empty(), events().findEvent(UNKNOWN, workshop().id()));
        assertRefused(Reason.EVENT_GONE, () -> events().bookSeats(UNKNOWN, seats(workshop(), 1, VERA)));
    }

    // Booking seats

    @Test
    void seatsAreAnAppointment() {
        var event = workshop();
        var booked = book(seats(event, 2, VERA));
        var appointment = find(booked);
        assertEquals(Optional.of(event.id()), appointment.event());
        assertEquals(2, appointment.seats());
        assertEquals(List.of(event.start(), event.length()), List.of(appointment.start(), appointment.length()));
        assertEquals("Daniel", appointment.teamMember().name());
        assertEquals("Styling workshop", appointment.services().getFirst().title());
        assertEquals(7000, appointment.price().minor());
        assertEquals("Short, please", appointment.comment());
        assertEquals(4, workshop().freeSeats());
        assertEquals(Optional.empty(), api().findAppointment(LOCATION, booked.id(), "0".repeat(32)));
    }

    @Test
    void noMoreSeatsThanThereAre() {
        book(seats(workshop(), 3, VERA));
        book(seats(workshop(), 2, GLEB));
        var ida = new ClientDetails("Ida", "+37063333333", "");
        assertRefused(Reason.SEATS_TAKEN, () -> book(seats(workshop(), 2, ida)));
        assertEquals(1, workshop().freeSeats());
        book(seats(workshop(), 1, ida));
        assertTrue(workshop().isFull());
        assertRefused(Reason.SEATS_TAKEN, () -> book(seats(workshop(), 1, GLEB)));
    }

    @Test
    void noMoreSeatsThanOneClientMayHold() {
        assertRefused(Reason.TOO_MANY_SEATS, () -> book(seats(workshop(), 4, VERA)));
        book(seats(workshop(), 2, VERA));
        assertRefused(Reason.TOO_MANY_SEATS, () -> book(seats(workshop(), 2, VERA)));
        var third = book(seats(workshop(), 1, VERA));
        assertRefused(Reason.TOO_MANY_SEATS, () -> book(seats(workshop(), 1, VERA)));
        book(seats(all().getLast(), 3, VERA));
        api().cancel(LOCATION, third.id(), third.hash());
        book(seats(workshop(), 1, VERA));
        assertThrows(IllegalArgumentException.class, () -> seats(workshop(), 0, VERA));
    }

    @Test
    void whoBooksHasANameAndAPhone() {
        assertRefused(Reason.NAME_MISSING, () -> book(seats(workshop(), 1, new ClientDetails(" ", VERA.phone(), ""))));
        assertRefused(Reason.PHONE_INVALID, () -> book(seats(workshop(), 1, new ClientDetails("Vera", "612", ""))));
        assertEquals(6, workshop().freeSeats());
    }

    @Test
    void aFormWithConfirmationAsksForTheCode() {
        var event = workshop();
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(event, Optional.empty())));
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(event, Optional.of("000000"))));
        api().sendPhoneCode(LOCATION, VERA.phone(), Locale.ENGLISH);
        var code = Optional.of(lastCode(VERA.phone()));
        book(confirmed(event, code));
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(event, code)));
        assertEquals(5, workshop().freeSeats());
    }

    // One key books once

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        var request = seats(workshop(), 2, VERA);
        var booked = book(request);
        assertEquals(booked, book(request));
        clock().advance(Duration.ofDays(8));
        assertEquals(booked, book(request), "also when it is over");
        assertNotEquals(booked, book(seats(all().getFirst(), 1, VERA)));
    }

    @Test
    void aKeyIsNotForSomethingElse() {
        var request = seats(workshop(), 1, VERA);
        book(request);
        for (var other : List.of(seats(workshop(), 2, VERA), seats(all().getLast(), 1, VERA), seats(workshop(), 1, GLEB))) {
            assertRefused(Reason.KEY_REUSED, () -> book(withKey(other, request.key())));
        }
        assertRefused(Reason.KEY_REUSED, () -> api().book(LOCATION, new VisitRequest(PLAIN_FORM, List.of(), VERA, Optional.empty(), "", 0,
                request.key(), Locale.ENGLISH)));
        assertEquals(5, workshop().freeSeats());
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        var blocking = List.of(book(seats(workshop(), 3, VERA)), book(seats(workshop(), 3, GLEB)));
        var request = seats(workshop(), 3, new ClientDetails("Ida", "+37063333333", ""));
        assertRefused(Reason.SEATS_TAKEN, () -> book(request));
        api().cancel(LOCATION, blocking.getFirst().id(), blocking.getFirst().hash());
        book(request);
    }

    // Afterwards

    @Test
    void cancellingGivesTheSeatsBack() {
        var booked = book(seats(workshop(), 2, VERA));
        assertTrue(api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow().isCancelled());
        assertEquals(6, workshop().freeSeats());
        api().cancel(LOCATION, booked.id(), booked.hash());
        assertEquals(6, workshop().freeSeats());
    }

    @Test
    void seatsAreCancelledInTimeAndNeverMoved() {
        var booked = book(seats(workshop(), 1, VERA));
        assertFalse(find(booked).isMovable());
        assertRefused(Reason.SLOT_TAKEN, () -> api().move(LOCATION, booked.id(), booked.hash(), all().getLast().start()));
        clock().set("2026-11-29T12:30:01Z"); // less than two hours before
        assertEquals(Optional.empty(), find(booked).cancellableUntil());
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().cancel(LOCATION, booked.id(), booked.hash()));
    }

    // Words of these tests

    /** The next one. */
    protected Event workshop() {
        return all().getFirst();
    }

    protected List<Event> all() {
        return events().events(LOCATION, EventFilter.between(MONDAY, LAST_DAY));
    }

    private List<Event> filtered(List<Long> services, List<Long> teamMembers, List<Long> rooms) {
        return events().events(LOCATION, new EventFilter(MONDAY, LAST_DAY, services, teamMembers, rooms));
    }

    protected BookedAppointment book(SeatRequest request) {
        return events().bookSeats(LOCATION, request);
    }

    protected Appointment find(BookedAppointment booked) {
        return api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow();
    }

    protected static SeatRequest seats(Event event, int seats, ClientDetails client) {
        return new SeatRequest(PLAIN_FORM, event.id(), seats, client, Optional.empty(), "Short, please", 24,
                "seats-" + KEYS.incrementAndGet(),
                Locale.ENGLISH);
    }

    private static SeatRequest confirmed(Event event, Optional<String> code) {
        return new SeatRequest(SMS_FORM, event.id(), 1, VERA, code, "", 0, "seats-" + KEYS.incrementAndGet(), Locale.ENGLISH);
    }

    private static SeatRequest withKey(SeatRequest request, String key) {
        return new SeatRequest(request.form(), request.event(), request.seats(), request.client(), request.code(), request.comment(),
                request.smsReminderHours(), key, request.language());
    }

    protected static void assertRefused(Reason reason, Executable question) {
        assertEquals(reason, assertThrows(BookingRefused.class, question).reason());
    }
}
