package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.ANNA;
import static bookform.backend.setup.DemoLocation.DANIEL;
import static bookform.backend.setup.DemoLocation.FRINGE_TRIM;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.STYLING_WORKSHOP;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.backend.store.ImportedEvent;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.Event;
import bookform.booking.EventFilter;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open until or from a moment is so until or from that very moment, in the location's calendar (reliability.md K4). */
class DateBoundTest {
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Choices TRIM_BY_ANNA = new Choices(List.of(FRINGE_TRIM), Optional.of(ANNA), Optional.empty());
    private static final Instant TUESDAY_NOON = MONDAY.plusDays(1).atTime(12, 0).atZone(ZONE).toInstant();

    private static final ClientDetails VERA = new ClientDetails("Vera", "+37061234567", "");

    @TempDir Path folder;

    private DemoBackend backend;

    @BeforeEach
    void open() {
        backend = DemoBackend.open(folder);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aSlotIsOpenUntilTheNoticeBeforeIt() {
        var last = TUESDAY_NOON.minus(rules().notice());
        at(last.plus(INSTANT));
        assertFalse(isOffered(TUESDAY_NOON));
        assertThrows(BookingRefused.class, () -> book(TUESDAY_NOON));
        at(last);
        assertTrue(isOffered(TUESDAY_NOON));
        book(TUESDAY_NOON);
    }

    /** Six in the evening in the zone of the clock may be tomorrow already where the location is. */
    @Test
    void aDayOpensAtMidnight() {
        var day = MONDAY.plusDays(rules().horizonDays()); // a Friday: Anna works
        var start = day.atTime(12, 0).atZone(ZONE).toInstant();
        var midnight = MONDAY.plusDays(1).atStartOfDay(ZONE).toInstant();
        at(midnight.minus(INSTANT));
        assertFalse(isOpen(day));
        assertFalse(isOffered(start));
        assertThrows(BookingRefused.class, () -> book(start));
        at(midnight);
        assertTrue(isOpen(day));
        assertTrue(isOffered(start));
        book(start);
    }

    /** One at midnight is of the day that begins then; one that begins a second earlier, of the day before. */
    @Test
    void anEventOpensWithItsDay() {
        var day = MONDAY.plusDays(rules().horizonDays());
        var itsMidnight = day.atStartOfDay(ZONE).toInstant();
        backend.store().insertImported(LOCATION, List.of(event(itsMidnight.minusSeconds(1), itsMidnight, "the day before"),
                event(itsMidnight, itsMidnight.plusSeconds(3_600), "the day")), List.of());
        var tuesday = MONDAY.plusDays(1).atStartOfDay(ZONE).toInstant();
        at(tuesday);
        var events = backend.events().events(LOCATION, EventFilter.between(day.minusDays(1), day));
        assertEquals(List.of(itsMidnight.minusSeconds(1), itsMidnight), events.stream().map(Event::start).toList());
        assertEquals(events.subList(1, 2), backend.events().events(LOCATION, EventFilter.between(day, day)));
        at(tuesday.minus(INSTANT));
        assertEquals(events.subList(0, 1), backend.events().events(LOCATION, EventFilter.between(day.minusDays(1), day)));
        assertThrows(BookingRefused.class, () -> bookSeat(events.get(1)));
        bookSeat(events.get(0));
        at(tuesday);
        bookSeat(events.get(1));
    }

    @Test
    void todayIsOverAtMidnight() {
        var midnight = MONDAY.plusDays(2).atStartOfDay(ZONE).toInstant();
        at(midnight);
        assertFalse(isOpen(MONDAY.plusDays(1)));
        assertEquals(List.of(), backend.api().timeSlots(LOCATION, TRIM_BY_ANNA, MONDAY.plusDays(1)));
    }

    @Test
    void itCanBeCancelledUntilTheMomentThatItSays() {
        var booked = backend.api().book(LOCATION, visit(TUESDAY_NOON)).getFirst();
        var until = backend.api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow().cancellableUntil().orElseThrow();
        at(until.plus(INSTANT));
        assertThrows(BookingRefused.class, () -> backend.api().cancel(LOCATION, booked.id(), booked.hash()));
        at(until);
        assertTrue(backend.api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow().isCancelled());
    }

    private static Rules rules() {
        return DemoLocation.setup(MONDAY).rules();
    }

    private void at(Instant now) {
        backend.clock().set(now.toString());
    }

    private boolean isOffered(Instant start) {
        return backend.api().timeSlots(LOCATION, TRIM_BY_ANNA, LocalDate.ofInstant(start, ZONE)).stream()
                .anyMatch(slot -> slot.start().equals(start));
    }

    private boolean isOpen(LocalDate day) {
        return backend.api().dates(LOCATION, TRIM_BY_ANNA, day, day).free().contains(day);
    }

    private void book(Instant start) {
        backend.api().book(LOCATION, visit(start));
    }

    private static ImportedEvent event(Instant start, Instant end, String reference) {
        return new ImportedEvent(STYLING_WORKSHOP, DANIEL, start, end, 6, "", List.of(), false, reference);
    }

    private void bookSeat(Event event) {
        backend.events().bookSeats(LOCATION, new SeatRequest(PLAIN_FORM, event.id(), 1, VERA, Optional.empty(), "", 0,
                "seat of " + event.id(), Locale.ENGLISH));
    }

    private static VisitRequest visit(Instant start) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), start)),
                VERA, Optional.empty(), "", 0, "key at " + start, Locale.ENGLISH);
    }
}
