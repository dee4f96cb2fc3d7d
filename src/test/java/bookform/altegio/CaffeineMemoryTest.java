package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.Wait;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** reliability.md E3: asked once, given out for as long as it is good. */
class CaffeineMemoryTest {
    private static final Call CALL = Call.get("book_services", 1);
    private static final Supplier<String> BROKEN = () -> {
        throw new Fault(Fault.Kind.FAILED, CALL);
    };

    private final AtomicLong clock = new AtomicLong();
    private final OldAnswers old = new OldAnswers();
    private final CaffeineMemory memory = new CaffeineMemory(clock::get, new Patience(System::nanoTime), old);

    @ParameterizedTest
    @EnumSource
    void aFreshAnswerIsGivenOutAsItIs(Lifetime lifetime) {
        assertEquals("one", memory.get(lifetime, 1, CALL, () -> "one"));
        pass(lifetime.fresh().minusNanos(1));
        assertEquals("one", memory.get(lifetime, 1, CALL, () -> "two"));
    }

    @Test
    void anAgeingAnswerIsGivenOutWhileANewOneIsFetched() throws Exception {
        memory.get(Lifetime.SERVICES, 1, CALL, () -> "one");
        pass(Lifetime.SERVICES.fresh());
        var asked = new CountDownLatch(1);
        assertEquals("one", memory.get(Lifetime.SERVICES, 1, CALL, () -> {
            asked.countDown();
            return "two";
        }));
        asked.await(5, TimeUnit.SECONDS);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Wait.until(() -> memory.get(Lifetime.SERVICES, 1, CALL, () -> "three").equals("two"));
        });
    }

    @Test
    void anOldAnswerIsGivenOutOnlyWhenThereIsNothingBetter() {
        memory.get(Lifetime.SERVICES, 1, CALL, () -> "one");
        pass(Lifetime.SERVICES.ageing());
        assertFalse(old.wereGiven());
        assertEquals("one", memory.get(Lifetime.SERVICES, 1, CALL, BROKEN));
        assertTrue(old.wereGiven(), "and is said to be old");
        old.beginPage();
        assertEquals("two", memory.get(Lifetime.SERVICES, 1, CALL, () -> "two"));
        assertFalse(old.wereGiven());
        pass(Lifetime.SERVICES.stale());
        assertThrows(Fault.class, () -> memory.get(Lifetime.SERVICES, 1, CALL, BROKEN), "too old even for that");
    }

    /** As long as nobody knows that it cannot be had anew, it counts as good. */
    @Test
    void anAgeingAnswerIsOldOnceANewOneWasAskedForInVain() {
        memory.get(Lifetime.SERVICES, 1, CALL, () -> "one");
        pass(Lifetime.SERVICES.fresh());
        memory.get(Lifetime.SERVICES, 1, CALL, BROKEN);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> { // in a thread of its own, as a page is
            while (!old.wereGiven()) assertEquals("one", memory.get(Lifetime.SERVICES, 1, CALL, BROKEN));
        });
    }

    /** What a list says of one of them is as old as the list, however often that is looked at. */
    @Test
    void whatAnAnswerSaysToOthersGrowsOldWithIt() {
        var one = Call.get("book_staff", 1, 7);
        for (var looks = 0; looks < 3; looks++) {
            assertEquals("team", memory.get(Lifetime.TIMES, 1, CALL, () -> "team", others(one)));
            assertEquals("7 of team", memory.get(Lifetime.TIMES, 1, one, () -> "7"));
            pass(Lifetime.TIMES.fresh().dividedBy(4));
        }
        pass(Lifetime.TIMES.fresh().dividedBy(4));
        assertEquals("7", memory.get(Lifetime.TIMES, 1, one, () -> "7"));
    }

    /** It may be from before, as the answer itself. */
    @Test
    void whatAnAnswerSaysToOthersIsForgottenWhileItIsUnderWay() {
        var one = Call.get("book_staff", 1, 7);
        memory.get(Lifetime.TIMES, 1, CALL, () -> {
            memory.forget(1, Lifetime.TIMES);
            return "team";
        }, others(one));
        assertEquals("7", memory.get(Lifetime.TIMES, 1, one, () -> "7"));
    }

    @Test
    void oldTimesAreNeverGivenOut() {
        memory.get(Lifetime.TIMES, 1, CALL, () -> "one");
        pass(Lifetime.TIMES.fresh());
        assertThrows(Fault.class, () -> memory.get(Lifetime.TIMES, 1, CALL, BROKEN));
        assertFalse(old.wereGiven());
    }

    @Test
    void fiveHundredWhoWantToKnowAskOnce() throws Exception {
        var asked = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(Collections.nCopies(500, () -> memory.get(Lifetime.FORM, 0, CALL, () -> {
                asked.incrementAndGet();
                return "one";
            })));
            for (var one : all) assertEquals("one", one.get());
        }
        assertEquals(1, asked.get());
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThrows(Fault.class, () -> memory.get(Lifetime.FORM, 0, CALL, BROKEN));
        assertEquals("one", memory.get(Lifetime.FORM, 0, CALL, () -> "one"));
    }

    @Test
    void oneSlowAnswerDoesNotHoldUpOthers() throws Exception {
        var slow = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> memory.get(Lifetime.FORM, 0, CALL, () -> await(slow)));
            assertEquals("two", memory.get(Lifetime.FORM, 0, Call.get("bookform", 2), () -> "two"));
            slow.countDown();
            assertEquals("slow", waiting.get());
        }
    }

    @Test
    void whatChangedIsForgottenAndNothingElse() {
        memory.get(Lifetime.TIMES, 1, CALL, () -> "one");
        memory.get(Lifetime.TIMES, 2, CALL, () -> "one");
        memory.get(Lifetime.SERVICES, 1, CALL, () -> "one");
        memory.forget(1, Lifetime.TIMES, Lifetime.DATES);
        assertEquals("two", memory.get(Lifetime.TIMES, 1, CALL, () -> "two"));
        assertEquals("one", memory.get(Lifetime.TIMES, 2, CALL, () -> "two"));
        assertEquals("one", memory.get(Lifetime.SERVICES, 1, CALL, () -> "two"));
    }

    /** A9: who asks before a booking and hears after it must not leave the old times behind. */
    @Test
    void anAnswerFromBeforeTheChangeIsForgottenAsWell() throws Exception {
        var begun = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads.submit(() -> memory.get(Lifetime.TIMES, 1, CALL, () -> {
                begun.countDown();
                return await(changed);
            }));
            begun.await();
            memory.forget(1, Lifetime.TIMES);
            changed.countDown();
            assertEquals("slow", before.get());
        }
        assertEquals("new", memory.get(Lifetime.TIMES, 1, CALL, () -> "new"));
    }

    private static Memory.Others<String> others(Call one) {
        return new Memory.Others<>(Lifetime.TIMES, team -> Map.of(one, "7 of " + team));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
            return "slow";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
