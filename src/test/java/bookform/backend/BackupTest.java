package bookform.backend;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.Backup;
import bookform.backend.store.Store;
import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies that can be started from, taken while people book (reliability.md B6). */
@Timeout(60)
class BackupTest {
    private static final int CLIENTS = 4;
    private static final int BEFORE = 100;
    private static final int DURING = 20;

    private static final String OVERLAPS = """
        SELECT count(*) FROM appointment AS one JOIN appointment AS other
            ON other.location_id = one.location_id AND other.team_member_id = one.team_member_id AND other.id > one.id
        WHERE one.status NOT IN ('CANCELLED', 'NO_SHOW') AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
            AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at
        """;

    @TempDir Path folder;

    @Test
    void holdsEveryBookingAcknowledgedBeforeItBegan() throws Exception {
        var copy = folder.resolve("copies");
        Files.createDirectories(copy);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        List<String> before;
        try (var backend = DemoBackend.open(folder)) {
            var stop = new AtomicBoolean();
            var enough = new CountDownLatch(BEFORE);
            var clients = IntStream.range(0, CLIENTS).mapToObj(client -> Thread.ofPlatform().start(() -> {
                while (!stop.get()) CrashTest.bookSomething(backend).ifPresent(booked -> {
                    acknowledged.add(booked);
                    enough.countDown();
                });
            })).toList();
            enough.await();
            before = List.copyOf(acknowledged);
            Backup.make(TestDatabase.sqlite(folder).url(), copy.resolve("bookform.db"));
            awaitMore(acknowledged);
            stop.set(true);
            for (var client : clients) client.join();
        }

        var copied = TestDatabase.sqlite(copy);
        CrashTest.assertNothingLost(copied, before);
        assertEquals("0", copied.answer(OVERLAPS));
        assertControls(copied, List.copyOf(acknowledged));
    }

    /** What was booked later is missed, and an overlap is seen: both looks can fail. */
    private static void assertControls(TestDatabase copied, List<String> all) {
        assertThrows(AssertionError.class, () -> CrashTest.assertNothingLost(copied, all));
        copied.dropNet();
        copied.script("""
            INSERT INTO appointment
                (location_id, id, visit_id, request_id, team_member_id, starts_at, ends_at, status, hash, reference)
            SELECT location_id, id + 1000000, visit_id, request_id, team_member_id, starts_at, ends_at, status, hash, reference || 'x'
            FROM appointment WHERE id = 1
            """);
        assertEquals("1", copied.answer(OVERLAPS));
    }

    /** Nobody waits for a backup: while it was made and since, people went on booking. */
    private static void awaitMore(Queue<String> acknowledged) throws Exception {
        var seen = acknowledged.size();
        Wait.until(() -> acknowledged.size() >= seen + DURING);
    }

    @Test
    void overwritesNothing() throws IOException {
        try (var backend = DemoBackend.open(folder)) {
            var file = Files.writeString(folder.resolve("copy.db"), "mine");
            var refused = assertThrows(Backup.Failed.class, () -> Backup.make(TestDatabase.sqlite(folder).url(), file));
            assertTrue(refused.getMessage().contains("overwrites nothing"), refused.getMessage());
            assertEquals("mine", Files.readString(file));
            assertTrue(backend.store().ready());
        }
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        var file = folder.resolve("copies").resolve("copy.db");
        try (var backend = DemoBackend.open(folder)) {
            assertThrows(Backup.Failed.class, () -> Backup.make(TestDatabase.sqlite(folder).url(), file));
            assertTrue(backend.store().ready());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(folder.resolve("none.db"), "this is no database at all".repeat(100));
        assertThrows(Backup.Failed.class, () -> Backup.make(Store.url(folder.resolve("none.db")), file));
        try (var left = Files.list(file.getParent())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void replacesWhatAnEarlierOneThatWasCutOffHadWritten() throws IOException {
        Files.writeString(folder.resolve("copy.db.part"), "half a backup");
        try (var backend = DemoBackend.open(folder)) {
            assertTrue(Backup.make(TestDatabase.sqlite(folder).url(), folder.resolve("copy.db")) > 0);
            assertTrue(backend.store().ready());
        }
        assertFalse(Files.exists(folder.resolve("copy.db.part")));
        try (var copy = Store.open(folder.resolve("copy.db"), Clock.systemUTC())) {
            assertTrue(copy.locations().find(LOCATION).isPresent());
        }
    }
}
