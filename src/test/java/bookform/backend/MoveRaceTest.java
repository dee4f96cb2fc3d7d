package bookform.backend;

import static bookform.backend.setup.DemoLocation.HAIRCUT;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.ImportedAppointment;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.AtOnce;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Everybody has an appointment, and all move at once (reliability.md A4). The old time is free if, and only if, the new one is taken: by
 * the rule in the code and by the net in the database, each alone.
 */
class MoveRaceTest extends OnOneDatabase {
    protected static final int CLIENTS = 16;

    private static final long ANNA = 1;

    private List<BookedAppointment> booked;

    @Test
    void oneSlotTakesOne() throws Exception {
        open(true);
        assertOneWinner(moveAll(client -> at(35, "09:00")));
    }

    @Test
    void theNetAloneHoldsToo() throws Exception {
        open(false);
        assertOneWinner(moveAll(client -> at(35, "09:00")));
    }

    @Test
    void theRuleAloneHoldsToo() throws Exception {
        open(true);
        database().dropNet();
        assertOneWinner(moveAll(client -> at(35, "09:00")));
    }

    /** The control: without rule and net all of them are at the same time, so the tests above can fail. */
    @Test
    void withNeitherThereAreOverlaps() throws Exception {
        open(false);
        database().dropNet();
        assertEquals(Map.of("moved", (long) CLIENTS), moveAll(client -> at(35, "09:00")));
        assertEquals(CLIENTS * (CLIENTS - 1) / 2, overlaps());
    }

    /** Its times: those asked for, one after the other; in the end it is at one of them, and nothing else is taken. */
    @Test
    void oneAppointmentIsAtOneTime() throws Exception {
        open(true);
        var answers = counted(AtOnce.all(CLIENTS, client -> move(client, 0, at(35 + client % 5, "09:00"))));
        assertEquals(Map.of("moved", (long) CLIENTS), answers);
        assertEquals(CLIENTS, appointments().size());
        assertEquals(CLIENTS - 1L, appointments().stream().filter(one -> one.start().isBefore(at(35, "00:00"))).count());
        assertEquals(0, overlaps());
    }

    /** Two who want each other's time stay where they are, or go one after the other: neither gets lost, and nobody waits for ever. */
    @Test
    void changingPlacesLeavesNobodyOut() throws Exception {
        open(true);
        AtOnce.all(CLIENTS, client -> move(client, client, start(client ^ 1)));
        assertEquals(CLIENTS, appointments().size());
        assertEquals(IntStream.range(0, CLIENTS).mapToObj(MoveRaceTest::start).sorted().toList(),
                appointments().stream().map(ImportedAppointment::start).sorted().toList());
        assertEquals(0, overlaps());
    }

    /** An appointment on a day of its own for everybody. */
    @Override
    protected void open(boolean looksBeforeBooking) {
        super.open(looksBeforeBooking);
        instance(0).store().locations().replace(DemoBackend.team(1));
        booked = new ArrayList<>();
        for (var client = 0; client < CLIENTS; client++) booked.addAll(api(0).book(LOCATION, haircut(client)));
    }

    protected final Map<String, Long> moveAll(IntFunction<Instant> to) throws Exception {
        return counted(AtOnce.all(CLIENTS, client -> move(client, client, to.apply(client))));
    }

    /** The winner's old time is free, and everybody else's is not. */
    protected final void assertOneWinner(Map<String, Long> answers) {
        assertEquals(Map.of("moved", 1L, "SLOT_TAKEN", CLIENTS - 1L), answers);
        assertEquals(0, overlaps());
        assertEquals(CLIENTS, appointments().size());
        var starts = appointments().stream().map(ImportedAppointment::start).toList();
        assertTrue(starts.contains(at(35, "09:00")));
        assertEquals(CLIENTS - 1L, IntStream.range(0, CLIENTS).filter(client -> starts.contains(start(client))).count());
    }

    protected final long overlaps() {
        var all = appointments();
        return all.stream().mapToLong(one -> all.stream().filter(other -> one.reference().compareTo(other.reference()) < 0
                && one.start().isBefore(other.end()) && other.start().isBefore(one.end())).count()).sum();
    }

    private List<ImportedAppointment> appointments() {
        return instance(0).store().export(LOCATION);
    }

    private String move(int client, int appointment, Instant start) {
        try {
            var mine = booked.get(appointment);
            api(client).move(LOCATION, mine.id(), mine.hash(), start).orElseThrow();
            return "moved";
        } catch (BookingRefused refused) {
            return refused.reason().name();
        }
    }

    private static VisitRequest haircut(int client) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), start(client))),
                new ClientDetails("Client " + client, "+3706%07d".formatted(client), ""), Optional.empty(), "", 0, "key-" + client,
                Locale.ENGLISH);
    }

    private static Instant start(int client) {
        return at(1 + client / 4, LocalTime.of(9, 0).plusMinutes(45L * (client % 4)).toString());
    }

    private static Instant at(int day, String time) {
        return DemoBackend.MONDAY.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
