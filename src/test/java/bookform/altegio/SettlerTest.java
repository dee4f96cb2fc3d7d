package bookform.altegio;

import static bookform.altegio.LossyAccount.BOOK;
import static bookform.altegio.LossyAccount.LOOK;
import static bookform.altegio.LossyAccount.visit;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.StoredText;
import bookform.backend.store.Store;
import bookform.booking.BookingUnsettled;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** reliability.md C5: nobody asks, and it is found out all the same, once, and within a minute. */
class SettlerTest {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension final LossyAccount account = new LossyAccount();

    private FaultyProxy proxy;
    private Altegio altegio;

    @BeforeEach
    void start() {
        proxy = account.proxy();
        altegio = account.altegio();
    }

    @Test
    void whenAltegioIsBackItIsFoundOutWithinAMinute() {
        loseTheAnswer(altegio, "key");
        proxy.does(TransportFault.ERROR_HTML_10, "");
        for (var down = Duration.ZERO; down.compareTo(Duration.ofMinutes(2)) < 0; down = down.plus(STEP)) pass(altegio);
        assertTrue(proxy.seen().size() <= 2 * 60 / 15 + 5, "once every 15 seconds, and 5 times again: " + proxy.seen());
        proxy.works();
        assertTrue(untilSettled().compareTo(LIMIT) <= 0);
        proxy.works();
        assertTrue(altegio.bookings().findBooked(LOCATION, "key").isPresent());
        assertEquals(List.of(), proxy.seen(), "the page has its answer at once");
        assertEquals(1, account.held());
    }

    @Test
    void whatWasNotBookedIsFoundOutToo() {
        proxy.does(TransportFault.EMPTY_5, BOOK);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        assertTrue(untilSettled().compareTo(LIMIT) <= 0);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
        assertEquals(1, proxy.writes(), "and is not booked by us");
    }

    /** The one that asked has died with the answer on its way. */
    @Test
    void anotherInstanceFindsItOut() {
        var ledger = new Ledger(account::kept, new byte[32]);
        ledger.begin(ledger.name(LOCATION, visit("key")));
        assertTrue(untilSettled().compareTo(LIMIT) <= 0);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
    }

    @Test
    void whatWasAnsweredIsNotAskedFor() {
        altegio.bookings().book(LOCATION, visit("key"));
        proxy.works();
        for (var i = 0; i < 12; i++) pass(altegio);
        assertEquals(List.of(), proxy.seen());
    }

    @Test
    void manyInstancesOnOneDatabaseAskOnce() throws Exception {
        var database = TestDatabase.postgres();
        var stores = List.of(open(database), open(database), open(database));
        try {
            var instances = stores.stream().map(store -> account.altegio(shared(store))).toList();
            loseTheAnswer(instances.getFirst(), "key");
            assertEquals(1, asked(instances));
        } finally {
            stores.forEach(Store::close);
        }
    }

    /** The control: each with a list of its own, all of them ask. */
    @Test
    void withoutSharingAllWouldAsk() {
        var instances = List.of(account.altegio(own()), account.altegio(own()), account.altegio(own()));
        instances.forEach(instance -> loseTheAnswer(instance, "key"));
        assertEquals(3, asked(instances));
    }

    @Test
    @Tag("soak")
    void fiveHundredLostAnswersAreFiveHundredBookings() {
        for (var i = 0; i < 500; i++) {
            loseTheAnswer(altegio, "key" + i);
            assertTrue(untilSettled().compareTo(LIMIT) <= 0);
            assertEquals(1, account.held());
            var booked = altegio.bookings().book(LOCATION, visit("key" + i)).getFirst();
            assertEquals(1, proxy.writes());
            proxy.works();
            altegio.bookings().cancel(LOCATION, booked.id(), booked.hash());
        }
    }

    /** How often the other side is asked when all of them look at the same time. */
    private long asked(List<Altegio> instances) {
        account.millis.addAndGet(LIMIT.toMillis());
        proxy.works();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance : instances) threads.submit(instance::settleDue);
        }
        instances.forEach(Altegio::close);
        return proxy.seen().stream().filter(call -> call.startsWith(LOOK)).count();
    }

    private void loseTheAnswer(Altegio instance, String key) {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK);
        assertThrows(BookingUnsettled.class, () -> instance.bookings().book(LOCATION, visit(key)));
        assertEquals(1, proxy.writes());
    }

    private void pass(Altegio instance) {
        account.millis.addAndGet(STEP.toMillis());
        instance.settleDue();
    }

    private Duration untilSettled() {
        var begun = account.millis.get();
        while (account.texts.values().stream().anyMatch(text -> text.contains("\n"))) {
            pass(altegio);
            assertTrue(account.millis.get() - begun < 10 * LIMIT.toMillis(), "never");
        }
        return Duration.ofMillis(account.millis.get() - begun);
    }

    /** In the database, some time later. */
    private Function<String, SharedText> shared(Store store) {
        return name -> change -> new StoredText(store, name).change(later(change));
    }

    private Function<String, SharedText> own() {
        var own = new ConcurrentHashMap<String, SharedText>();
        return name -> change -> own.computeIfAbsent(name, unknown -> SharedText.own()).change(later(change));
    }

    private BiFunction<String, Long, String> later(BiFunction<String, Long, String> change) {
        return (text, now) -> change.apply(text, now + account.millis.get());
    }

    private static Store open(TestDatabase database) {
        return Store.open(database.url(), new TestClock("2026-11-23T05:00:00Z"));
    }
}
