package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same between two instances of the application on one PostgreSQL. */
class PostgresRaceTest extends RaceTest {
    /** Hours before the first break. */
    private static final int ROUNDS = 4;

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int numberOfInstances() {
        return 2;
    }

    /** The control: whoever looks without a lock does not see what others are about to book. Sometimes they are lucky, never for long. */
    @Test
    void lookingWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open(true);
        database().dropNet();
        bookUntilTwoAreIn(client -> Optional.of(ANNA));
        assertTrue(overlaps() > 0);
    }

    @Test
    void lookingForARoomWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open(true);
        database().dropNet();
        rooms(1);
        bookUntilTwoAreIn(client -> Optional.of(1L + client));
        assertTrue(roomOverlaps() > 0);
    }

    private void bookUntilTwoAreIn(IntFunction<Optional<Long>> teamMember) throws Exception {
        var most = 0L;
        for (var round = 0; round < ROUNDS && most <= 1; round++) {
            var start = quarter(9, 4 * round);
            var first = round * CLIENTS;
            most = race(client -> haircut(first + client, teamMember.apply(client), start)).get("booked");
        }
        assertTrue(most > 1, "one time, booked once in every round");
    }

    @Test
    void theNetHoldsForRoomsWithoutALock() throws Exception {
        database().dropLocks();
        open(true);
        rooms(1);
        race(client -> haircut(client, Optional.of(1L + client), client % 2 == 0 ? "09:00" : "09:15"));
        assertEquals(0, roomOverlaps());
    }

    @Test
    void theNetHoldsWithoutALock() throws Exception {
        database().dropLocks();
        open(true);
        assertEquals(1L, race(client -> haircut(client, Optional.of(ANNA), "09:00")).get("booked"));
        assertEquals(1L, race(client -> haircut(client + CLIENTS, Optional.of(BORIS), client % 2 == 0 ? "10:00" : "10:15")).get("booked"));
        assertEquals(0, overlaps());
    }

    /** Then others with it may be told that the time is taken, by themselves. */
    @Test
    void oneKeyBooksOnceEvenWithoutALock() throws Exception {
        database().dropLocks();
        open(true);
        assertEquals(1L, race(client -> haircut(0, Optional.empty(), "09:00")).keySet().stream().filter("booked"::equals).count());
        assertEquals("1", database().answer("SELECT count(*) FROM appointment"));
    }

    /** Reliability A5: Anna and Boris, Boris and Anna, at the same times. */
    @Test
    void nobodyWaitsInACircle() throws Exception {
        open(true);
        bookCrosswise(1_000);
        assertEquals(0, overlaps());
        assertEquals(0, deadlocks());
    }

    /** The control: left to the net, they do. */
    @Test
    void withoutALockTheyWaitInACircle() throws Exception {
        database().dropLocks();
        bookCrosswiseUntilTheyWaitInACircle();
    }

    /** Reliability A5: Anna and a room, a room and Anna; both visits need both rooms. */
    @Test
    void nobodyWaitsInACircleForRooms() throws Exception {
        open(true);
        fringesInRooms();
        bookCrosswise(1_000);
        assertEquals(0, overlaps());
        assertEquals(0, roomOverlaps());
        assertEquals(0, deadlocks());
    }

    /** The control. */
    @Test
    void withoutALockTheyWaitInACircleForRooms() throws Exception {
        database().dropLocks();
        open(true);
        fringesInRooms();
        close();
        bookCrosswiseUntilTheyWaitInACircle();
    }

    /** Only as many as it takes: the database needs a while to find each circle. */
    private void bookCrosswiseUntilTheyWaitInACircle() throws Exception {
        var circles = 0L;
        for (var visits = 0; visits < 1_000 && circles == 0; visits += 40) {
            open(true);
            bookCrosswise(visits, 40);
            assertEquals(0, overlaps());
            assertEquals(0, roomOverlaps());
            circles = deadlocks();
        }
        assertTrue(circles > 0);
    }

    private void bookCrosswise(int visits) throws Exception {
        bookCrosswise(0, visits);
    }

    private void bookCrosswise(int first, int visits) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 4; i++) {
                var client = i;
                tasks.add(() -> {
                    for (var visit = first / 4; visit < (first + visits) / 4; visit++) bookBoth(client, visit);
                    return null;
                });
            }
            for (var task : threads.invokeAll(tasks)) task.get();
        }
    }

    private void fringesInRooms() {
        rooms(2, DemoLocation.setup(MONDAY), FRINGE_TRIM);
    }

    private void bookBoth(int client, int visit) {
        var start = MONDAY.plusDays(1 + visit % 50).atTime(9 + visit / 50, 0).atZone(ZONE).toInstant();
        var both = Stream.of(ANNA, BORIS)
                .map(person -> new AppointmentRequest((int) (long) person, List.of(FRINGE_TRIM), Optional.of(person), start))
                .toList();
        try {
            api(client).book(LOCATION, new VisitRequest(PLAIN_FORM, client % 2 == 0 ? both : both.reversed(),
                    new ClientDetails("Client " + client, "+3706000000" + client, ""), Optional.empty(), "", 0, client + "-" + visit,
                    Locale.ENGLISH));
        } catch (BookingRefused | BookingUnavailable taken) {
            // by one of the others
        }
    }

    private long deadlocks() {
        close();
        return Long.parseLong(database().answer("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }
}
