package bookform.backend.store;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.BusyTimeTable.Bookable;
import bookform.backend.store.BusyTimeTable.Bookable.Kind;
import bookform.booking.BookingUnavailable;
import bookform.support.Postgres;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on PostgreSQL, and what only that can do wrong. */
class PostgresStoreTest extends StoreTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Test
    void refusesWhatAPowerCutWouldUndo() {
        database().script("ALTER DATABASE " + database().answer("SELECT current_database()") + " SET synchronous_commit = off");
        assertRefused("power cut, as these are off: synchronous_commit", database().url());
    }

    @Test
    void refusesAServerThatAPowerCutWouldUndo(@TempDir Path unsafe) throws Exception {
        try (var server = Postgres.unsafe(unsafe)) {
            assertRefused("power cut, as these are off: fsync, full_page_writes", server.database().url());
        }
    }

    @Test
    void saysWhatToDoWhenItMayNotCreateTheExtension() {
        database().script("CREATE ROLE weak LOGIN PASSWORD 'hush'");
        assertRefused("CREATE EXTENSION btree_gist", database().url().replace("user=postgres", "user=weak&password=hush"));
        database().script("CREATE EXTENSION btree_gist; GRANT CREATE ON SCHEMA public TO weak");
        try (var store = Store.open(database().url().replace("user=postgres", "user=weak&password=hush"), Clock.systemUTC())) {
            assertTrue(store.ready());
        }
        database().script("DROP OWNED BY weak; DROP ROLE weak");
    }

    @Test
    void whoMayNotComeInIsTold() {
        assertRefused("does not let us in", database().url().replace("user=postgres", "user=nobody&password=hush"));
        assertRefused("does not let us in", database().url().replaceFirst("test_[0-9]+", "none"));
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedFor() {
        try (var store = Store.open("jdbc:postgresql://127.0.0.1:1/bookform?user=postgres&password=hush", Clock.systemUTC())) {
            assertFalse(store.isOpen());
            assertFalse(store.ready());
            assertThrows(BookingUnavailable.class, store::isEmpty);
            assertThrows(BookingUnavailable.class, () -> store.write(tables -> true));
        }
    }

    @Test
    void aLockIsNotWaitedForForEver() throws Exception {
        try (var store = open(); var threads = Executors.newSingleThreadExecutor()) {
            var held = new CountDownLatch(1);
            var done = new CountDownLatch(1);
            var holder = threads.submit(() -> store.write(tables -> {
                tables.lock(Lock.teamMember(LOCATION, 1));
                tables.setUps().version(LOCATION); // which the lock goes along with
                held.countDown();
                return await(done);
            }));
            held.await();
            assertThrows(BookingUnavailable.class, () -> store.write(tables -> {
                tables.lock(Lock.teamMember(LOCATION, 2), Lock.teamMember(LOCATION, 1));
                return true;
            }));
            store.write(tables -> {
                tables.lock(Lock.teamMember(LOCATION, 2));
                return true;
            });
            done.countDown();
            holder.get();
        }
    }

    @Test
    void aWriteThatAnotherWasQuickerWithIsDoneAgain() {
        try (var store = open()) {
            var tries = new int[1];
            var written = store.write(tables -> {
                if (++tries[0] < 3) tables.sql().script("DO $$BEGIN RAISE unique_violation; END$$");
                return tries[0];
            });
            assertEquals(3, written.intValue());
            assertThrows(BookingUnavailable.class, () -> store.write(tables -> {
                tables.sql().script("DO $$BEGIN RAISE deadlock_detected; END$$");
                return true;
            }));
        }
    }

    /** An index that can find overlaps only reads all that somebody ever had; the database took it as long as it had not counted the rows. */
    @Test
    void theNetIsNoWayToLookThingsUp() {
        try (var store = demo()) {
            database().script("""
                ALTER TABLE busy_time SET (autovacuum_enabled = false);
                INSERT INTO busy_time SELECT %d, kind, 1, hour * 3600, hour * 3600 + 3600, 'EVENT', hour
                FROM generate_series(1, 5000) AS hour, unnest(ARRAY['TEAM_MEMBER', 'RESOURCE_INSTANCE']) AS kind
                """.formatted(LOCATION));
            assertEquals(0, store.read(PostgresStoreTest::scansOfTheNet).intValue());
        }
    }

    /** As often as it takes the database to stop making plans for the values at hand. */
    private static int scansOfTheNet(Tables tables) {
        var day = new TimeRange(Instant.EPOCH.plus(100, ChronoUnit.DAYS), Instant.EPOCH.plus(101, ChronoUnit.DAYS));
        for (var i = 0; i < 20; i++) {
            tables.busyTime().find(LOCATION, Optional.of(1L), false, day);
            tables.busyTime().find(LOCATION, Optional.of(1L), true, day);
            tables.busyTime().find(LOCATION, List.of(new Bookable(Kind.TEAM_MEMBER, 1), new Bookable(Kind.RESOURCE_INSTANCE, 1)), day);
            tables.busyTime().find(LOCATION, day);
        }
        return (int) tables.sql().number("SELECT pg_stat_get_xact_numscans(CAST('busy_time_overlap' AS regclass))");
    }

    private static void assertRefused(String why, String url) {
        var refusal = assertThrows(IllegalStateException.class, () -> Store.open(url, Clock.systemUTC()));
        assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
        assertFalse(refusal.toString().contains("hush"), refusal::toString);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
