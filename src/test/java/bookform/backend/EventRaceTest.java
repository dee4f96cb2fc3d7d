package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.ImportRefused;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.EventFilter;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import bookform.support.AtOnce;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thirty-two clients press at once for the last seats of an event (reliability.md A4). Two things keep them apart, the rule in the code
 * and the net in the database: each alone must do.
 */
class EventRaceTest extends OnOneDatabase {
    protected static final int CLIENTS = 32;

    private static final String RACE = "race-";

    @ParameterizedTest @ValueSource(ints = {1, 5, 20})
    void allSeatsAreBookedAndNoMore(int capacity) throws Exception {
        open(true);
        var event = event(capacity);
        assertEquals(Map.of("booked", (long) capacity, "SEATS_TAKEN", (long) CLIENTS - capacity), race(client -> seats(client, event, 1)));
        assertEquals(capacity, seatsTaken());
    }

    @Test
    void severalSeatsAreBookedTogetherOrNotAtAll() throws Exception {
        open(true);
        var event = event(20);
        assertEquals(Map.of("booked", 6L, "SEATS_TAKEN", CLIENTS - 6L), race(client -> seats(client, event, 3)));
        assertEquals(18, seatsTaken());
    }

    @Test
    void oneClientHoldsNoMoreThanAllowed() throws Exception {
        open(true);
        var event = event(20);
        assertEquals(Map.of("booked", 3L, "TOO_MANY_SEATS", CLIENTS - 3L), race(client -> new SeatRequest(PLAIN_FORM, event, 1,
                client(0), Optional.empty(), "", 0, "key-" + client, Locale.ENGLISH)));
        assertEquals(3, seatsTaken());
    }

    @Test
    void oneKeyBooksOnce() throws Exception {
        open(true);
        var event = event(20);
        assertEquals(Map.of("booked", (long) CLIENTS), race(client -> seats(0, event, 1)));
        assertEquals(1, seatsTaken());
    }

    @ParameterizedTest @ValueSource(ints = {1, 5, 20})
    void theNetAloneHoldsToo(int capacity) throws Exception {
        open(false);
        var event = event(capacity);
        assertEquals(Map.of("booked", (long) capacity, "SEATS_TAKEN", (long) CLIENTS - capacity), race(client -> seats(client, event, 1)));
        assertEquals(capacity, seatsTaken());
    }

    @ParameterizedTest @ValueSource(ints = {1, 5, 20})
    void theRuleAloneHoldsToo(int capacity) throws Exception {
        open(true);
        var event = event(capacity);
        database().dropSeatNet();
        assertEquals(Map.of("booked", (long) capacity, "SEATS_TAKEN", (long) CLIENTS - capacity), race(client -> seats(client, event, 1)));
        assertEquals(capacity, seatsTaken());
    }

    /** The control: without rule and net there are more seats booked than there are, so the tests above can fail. */
    @ParameterizedTest @ValueSource(ints = {1, 5, 20})
    void withNeitherTooManyAreBooked(int capacity) throws Exception {
        open(false);
        var event = event(capacity);
        database().dropSeatNet();
        assertEquals(Map.of("booked", (long) CLIENTS), race(client -> seats(client, event, 1)));
        assertEquals(CLIENTS, seatsTaken());
    }

    /** One time, one person: either the event takes place, or one appointment does. */
    @Test
    void eventsAndAppointmentsDoNotShareTime() throws Exception {
        open(true);
        for (var round = 0; round < 10; round++) {
            var start = at("11:00").plusSeconds(1_800L * round);
            var reference = "round-" + round;
            var answers = AtOnce.all(CLIENTS, client -> client % 8 == 0 ? brought(client, start, reference + "-" + client)
                    : booked(client, start, reference + "-" + client));
            assertTrue(answers.stream().filter("booked"::equals).count() <= 1, answers::toString);
            assertEquals(0, overlaps());
        }
    }

    /** The control: without the net, an import of events looks at nothing. */
    @Test
    void withoutTheNetEventsAndAppointmentsShareTime() {
        open(true);
        database().dropNet();
        assertEquals("booked", booked(0, at("11:00"), "one"));
        assertEquals("booked", brought(1, at("11:00"), "two"));
        assertEquals(1, overlaps());
    }

    /** On Thursday night, before Daniel's hours. */
    protected final long event(int capacity) {
        return event(capacity, 0);
    }

    /** @param number each has a time of its own */
    protected final long event(int capacity, int number) {
        var start = at("00:30").plusSeconds(1_800L * number);
        instance(0).store().insertImported(LOCATION, List.of(event(RACE + number, start, capacity)), List.of());
        return instance(0).events().events(LOCATION, EventFilter.between(MONDAY, MONDAY.plusDays(3))).stream()
                .filter(event -> event.start().equals(start)).findFirst().orElseThrow().id();
    }

    /** How many got which answer. */
    protected final Map<String, Long> race(IntFunction<SeatRequest> request) throws Exception {
        return counted(AtOnce.all(CLIENTS, client -> answer(() -> instance(client).events().bookSeats(LOCATION, request.apply(client)))));
    }

    /** Of the event of the race. */
    protected final int seatsTaken() {
        return instance(0).store().export(LOCATION).stream().filter(one -> one.event().equals(Optional.of(RACE + 0)))
                .mapToInt(ImportedAppointment::seats).sum();
    }

    protected static SeatRequest seats(int client, long event, int seats) {
        return new SeatRequest(PLAIN_FORM, event, seats, client(client), Optional.empty(), "", 0, "key-" + client, Locale.ENGLISH);
    }

    private String booked(int client, Instant start, String key) {
        return answer(() -> instance(client).api().book(LOCATION, new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1,
                List.of(FRINGE_TRIM), Optional.of(DANIEL), start)), client(client), Optional.empty(), "", 0, key, Locale.ENGLISH)));
    }

    private String brought(int client, Instant start, String reference) {
        return answer(() -> instance(client).store().insertImported(LOCATION, List.of(event(reference, start, 6)), List.of()));
    }

    private static String answer(Runnable question) {
        try {
            question.run();
            return "booked";
        } catch (BookingRefused refused) {
            return refused.reason().name();
        } catch (ImportRefused refused) {
            return "overlaps";
        }
    }

    private record Held(Instant from, Instant to) {}

    /** Pairs of Daniel's appointments and events at once. */
    private long overlaps() {
        var store = instance(0).store();
        var held = Stream.concat(store.exportEvents(LOCATION).stream().map(event -> new Held(event.start(), event.end())),
                store.export(LOCATION).stream().map(one -> new Held(one.start(), one.end()))).toList();
        return IntStream.range(0, held.size()).mapToLong(index -> held.subList(0, index).stream()
                .filter(other -> other.from.isBefore(held.get(index).to) && held.get(index).from.isBefore(other.to)).count()).sum();
    }

    private static ImportedEvent event(String reference, Instant start, int capacity) {
        return new ImportedEvent(STYLING_WORKSHOP, DANIEL, start, start.plusSeconds(1_800), capacity, "", List.of(), false, reference);
    }

    private static ClientDetails client(int client) {
        return new ClientDetails("Client " + client, "+3706%07d".formatted(client), "");
    }

    /** On Thursday, when Daniel works from 11:00 to 15:00 and 15:30 to 20:00. */
    private static Instant at(String time) {
        return MONDAY.plusDays(3).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
