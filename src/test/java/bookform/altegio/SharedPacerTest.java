package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.backend.StoredText;
import bookform.backend.store.Store;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reliability.md E1 and D (g): one limit for all instances on one PostgreSQL. */
class SharedPacerTest {
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Limit USUAL = new Limit(AltegioAccount.USUAL_CALLS);
    private static final String NOW = "2026-11-23T05:00:00Z";
    private static final int INSTANCES = 3;
    private static final int THREADS = 4;

    @Test
    void threeInstancesKeepOneLimitTogether() throws Exception {
        var database = TestDatabase.postgres();
        var stores =
                IntStream.range(0, INSTANCES).mapToObj(i -> Store.open(database.url(), new TestClock(NOW))).toList();
        try {
            var sent = sent(stores.stream().map(store -> new Pacer(USUAL, new StoredText(store, "budget"))).toList());
            assertTrue(BudgetTest.most(sent, 1_000) <= 5, "in a second: " + BudgetTest.most(sent, 1_000));
        } finally {
            stores.forEach(Store::close);
        }
    }

    /** E1 as it is written: a minute of fifty questions a second from a cold start on, counted where they arrive. */
    @Test
    @Tag("soak")
    void aMinuteOfThreeInstances(@TempDir Path folder) throws Exception {
        var database = TestDatabase.postgres();
        var stores = IntStream.range(0, INSTANCES).mapToObj(i -> Store.open(database.url(), new TestClock(NOW))).toList();
        var arrived = new ConcurrentLinkedQueue<Long>();
        try (var server = DemoServer.start(folder, routes -> routes.before("/api/*", ctx -> arrived.add(System.nanoTime() / 1_000_000)));
                var threads = Executors.newScheduledThreadPool(4); var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var instances = stores.stream().map(store -> new Altegio(new AltegioAccount(server.url(), "demo", USUAL.perMinute()),
                    server.clock(), new StoredText(store, "budget"), new Ledger(name -> SharedText.own(), new byte[32]),
                    new Patience(System::nanoTime), (patience, old) -> Memory.NONE)).toList();
            var turn = new AtomicInteger();
            threads.scheduleAtFixedRate(() -> askers.submit(() -> instances.get(turn.getAndIncrement() % INSTANCES).bookings()
                    .findPrivacyPolicy(1)), 0, 20, TimeUnit.MILLISECONDS);
            Thread.sleep(Duration.ofSeconds(75));
            threads.shutdownNow();
            instances.forEach(Altegio::close);
        } finally {
            stores.forEach(Store::close);
        }
        var times = List.copyOf(arrived);
        System.out.printf("3 instances in 75 s: %d asked for, %d arrived; at most %d in a second, %d in a minute%n", 75 * 50, times.size(),
                BudgetTest.most(times, 1_000), BudgetTest.most(times, 60_000));
        assertTrue(BudgetTest.most(times, 1_000) <= 5, () -> busiest(times));
        assertTrue(BudgetTest.most(times, 60_000) <= 200);
        assertTrue(times.size() > 150, "and most of it is used: " + times.size());
    }

    /** The control: each for itself, they are three times too fast. */
    @Test
    void withoutSharingTheyWouldNot() throws Exception {
        var sent = sent(IntStream.range(0, INSTANCES).mapToObj(i -> new Pacer(USUAL, SharedText.own())).toList());
        assertTrue(BudgetTest.most(sent, 1_000) > 5);
    }

    @Test
    void whatOneIsToldAllObey() {
        var database = TestDatabase.postgres();
        try (var one = Store.open(database.url(), new TestClock(NOW));
                var other = Store.open(database.url(), new TestClock(NOW))) {
            var pacer = new Pacer(USUAL, new StoredText(other, "budget"));
            pacer.await(Call.get("countries"), LONG);
            new Pacer(USUAL, new StoredText(one, "budget")).pause(Duration.ofMinutes(1));
            assertEquals(Fault.Kind.BUSY, assertThrows(Fault.class, () -> pacer.await(Call.get("countries"), LONG)).kind());
            assertEquals(Fault.Kind.BUSY, assertThrows(Fault.class, () -> pacer.await(Call.post("book_record", 1), LONG)).kind());
        }
    }

    /** When the most arrive in a second, for whoever has to find out why. */
    private static String busiest(List<Long> times) {
        var from = times.stream()
                .max(Comparator.comparingLong(at -> times.stream().filter(other -> other >= at && other < at + 1_000).count()))
                .orElseThrow();
        return "from " + (from - times.stream().min(Long::compare).orElseThrow()) + " ms on";
    }

    private static List<Long> sent(List<Pacer> pacers) throws Exception {
        var sent = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newFixedThreadPool(INSTANCES * THREADS)) {
            for (var pacer : pacers) {
                for (var i = 0; i < THREADS; i++) threads.submit(() -> {
                    for (var end = System.nanoTime() + 3_000_000_000L; System.nanoTime() < end;) {
                        try {
                            pacer.await(Call.post("book_check", 1), LONG);
                            sent.add(System.nanoTime() / 1_000_000);
                        } catch (Fault busy) {
                            // there are enough others
                        }
                    }
                });
            }
        }
        return List.copyOf(sent);
    }
}
