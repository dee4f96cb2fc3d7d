package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.support.Postgres;
import bookform.support.RunningApp;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same on PostgreSQL; and there the database can be killed, too. */
@Timeout(120)
class PostgresCrashTest extends CrashTest {
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Test
    void aKilledServerLosesNoBooking(@TempDir Path files) throws Exception {
        try (var server = Postgres.inFolder(files)) {
            var database = server.database();
            try (var one = DemoBackend.open(database); var other = DemoBackend.open(database)) {
                for (var cycle = 1; cycle <= 3; cycle++) {
                    var said = bookUntilKilled(List.of(one, other), server::kill);
                    assertFalse(one.store().ready());
                    server.restart();
                    await(one.store()::ready);
                    await(other.store()::ready);
                    assertNothingLost(database, said.acknowledged);
                    assertNotBooked(database, said.refused);
                }
            }
        }
    }

    /**
     * What the clients were told.
     *
     * @param acknowledged "key hash"
     * @param refused keys; those of whom it is not known are not here
     */
    record Said(List<String> acknowledged, List<String> refused) {}

    @Test
    void theApplicationWaitsForTheServerAndComesBackWithIt(@TempDir Path files) throws Exception {
        try (var server = Postgres.inFolder(files)) {
            var database = server.database();
            server.kill();
            try (var app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"))) {
                assertEquals(200, app.get("/health/live").status());
                assertEquals(503, app.get("/health/ready").status());
                assertEquals(503, app.get("/forms/1/services").status());
                server.restart();
                await(() -> app.get("/health/ready").status() == 200);
                assertEquals(200, app.get("/forms/1/services").status());
                var booked = app.booked();
                server.kill();
                assertEquals(503, app.get("/health/ready").status());
                assertEquals(503, app.get("/forms/1/team-member").status());
                server.restart();
                await(() -> app.get("/health/ready").status() == 200);
                assertTrue(app.get("/forms/1/team-member").status() < 400);
                assertEquals(booked, app.booked());
            }
        }
    }

    /** Eight clients book without pause, each through one of the instances, until the server is killed in the midst of it. */
    static Said bookUntilKilled(List<DemoBackend> instances, Runnable kill) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var refused = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newCachedThreadPool()) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < 8; client++) {
                var instance = instances.get(client % instances.size());
                clients.add(threads.submit(() -> {
                    while (book(instance, acknowledged, refused)) Thread.onSpinWait();
                }));
            }
            await(() -> acknowledged.size() > 50);
            kill.run();
            for (var client : clients) client.get();
        }
        return new Said(List.copyOf(acknowledged), List.copyOf(refused));
    }

    /** @return false when the database is away */
    private static boolean book(DemoBackend instance, Queue<String> acknowledged, Queue<String> refused) {
        var key = UUID.randomUUID().toString();
        try {
            bookSomething(instance, key).ifPresent(acknowledged::add);
            return true;
        } catch (BookingUnsettled notKnown) {
            return false;
        } catch (BookingUnavailable away) {
            refused.add(key);
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(RECOVERY);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "back within " + RECOVERY);
            Thread.sleep(100);
        }
    }
}
