package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.support.Postgres;
import bookform.support.RunningApp;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                    var acknowledged = bookUntilKilled(List.of(one, other), server::kill);
                    assertFalse(one.store().ready());
                    server.restart();
                    await(one.store()::ready);
                    await(other.store()::ready);
                    assertNothingLost(database, acknowledged);
                }
            }
        }
    }

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
    static List<String> bookUntilKilled(List<DemoBackend> instances, Runnable kill) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newCachedThreadPool()) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < 8; client++) {
                var instance = instances.get(client % instances.size());
                clients.add(threads.submit(() -> {
                    while (book(instance, acknowledged)) Thread.onSpinWait();
                }));
            }
            await(() -> acknowledged.size() > 50);
            kill.run();
            for (var client : clients) client.get();
        }
        return List.copyOf(acknowledged);
    }

    /** @return false when the database is away */
    private static boolean book(DemoBackend instance, ConcurrentLinkedQueue<String> acknowledged) {
        try {
            bookSomething(instance).ifPresent(acknowledged::add);
            return true;
        } catch (BookingUnavailable away) {
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
