package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.StoredText;
import bookform.backend.store.Store;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** reliability.md E1 and D (g): one limit for all instances on one PostgreSQL. */
class SharedPacerTest {
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Limit USUAL = new Limit(AltegioAccount.USUAL_CALLS);
    private static final int INSTANCES = 3;
    private static final int THREADS = 4;

    @Test
    void threeInstancesKeepOneLimitTogether() throws Exception {
        var database = TestDatabase.postgres();
        var stores =
                IntStream.range(0, INSTANCES).mapToObj(i -> Store.open(database.url(), new TestClock("2026-11-23T05:00:00Z"))).toList();
        try {
            var sent = sent(stores.stream().map(store -> new Pacer(USUAL, new StoredText(store, "budget"))).toList());
            assertTrue(BudgetTest.most(sent, 1_000) <= 5, "in a second: " + BudgetTest.most(sent, 1_000));
        } finally {
            stores.forEach(Store::close);
        }
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
        try (var one = Store.open(database.url(), new TestClock("2026-11-23T05:00:00Z"));
                var other = Store.open(database.url(), new TestClock("2026-11-23T05:00:00Z"))) {
            var pacer = new Pacer(USUAL, new StoredText(other, "budget"));
            pacer.await(Call.get("countries"), LONG);
            new Pacer(USUAL, new StoredText(one, "budget")).pause(Duration.ofMinutes(1));
            assertEquals(Fault.Kind.BUSY, assertThrows(Fault.class, () -> pacer.await(Call.get("countries"), LONG)).kind());
            assertEquals(Fault.Kind.BUSY, assertThrows(Fault.class, () -> pacer.await(Call.post("book_record", 1), LONG)).kind());
        }
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
