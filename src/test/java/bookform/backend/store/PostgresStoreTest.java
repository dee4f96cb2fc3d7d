package bookform.backend.store;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.support.Postgres;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
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
