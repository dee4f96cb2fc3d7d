package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** reliability.md E6, on a clock of its own. */
class RetriesTest {
    private static final Call READ = Call.get("book_services", 1);

    private final AtomicLong clock = new AtomicLong();
    private final List<Long> pauses = new ArrayList<>();
    private final Retries retries = new Retries(clock::get, pauses::add);

    @Test
    void aReadIsTriedAgainTwiceAtMost() {
        for (var i = 0; i < 100; i++) retries.counted();
        assertTrue(retries.again(READ, failed(READ), 0));
        assertTrue(retries.again(READ, failed(READ), 1));
        assertFalse(retries.again(READ, failed(READ), 2));
    }

    @Test
    void aWriteNever() {
        for (var call : List.of(Call.post("book_record", 1), Call.put("book_record", 1), Call.delete("user/records", 1)))
            assertFalse(retries.again(call, failed(call), 0), call.toString());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"TIMED_OUT", "LIMITED", "TOKEN_REFUSED", "BUSY", "RESTING", "NOT_TRUSTED", "TOO_LARGE"})
    void whatWouldEndTheSameIsNotTriedAgain(Fault.Kind kind) {
        assertFalse(retries.again(READ, new Fault(kind, READ), 0));
    }

    /** Everything fails for ten minutes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void noMinuteSeesMoreThanEveryTenthCallAgain(int perSecond) {
        var sent = new ArrayList<Long>();
        var again = new ArrayList<Long>();
        for (var millis = 0L; millis < 600_000; millis += 1_000 / perSecond) {
            clock.set(Duration.ofMillis(millis).toNanos());
            retries.counted();
            sent.add(millis);
            for (var done = 0; retries.again(READ, failed(READ), done); done++) again.add(millis);
        }
        for (var end = 60_000L; end < 600_000; end += 500) {
            var from = end - 60_000;
            var until = end;
            var calls = sent.stream().filter(at -> at > from && at <= until).count();
            var repeated = again.stream().filter(at -> at > from && at <= until).count();
            assertTrue(repeated <= Math.max(Retries.ALWAYS, calls / 10), repeated + " of " + calls);
        }
        assertTrue(again.size() >= sent.size() / 12, "and it is made use of: " + again.size() + " of " + sent.size());
    }

    /** Full jitter: from at once to the longest, and nothing in between more often. */
    @Test
    void pausesAreSpreadOut() {
        for (var i = 0; i < 400; i++) {
            clock.addAndGet(Retries.WINDOW.toNanos());
            assertTrue(retries.again(READ, failed(READ), 1));
        }
        for (var tenth = 0; tenth < 10; tenth++) {
            var from = tenth * 30L;
            assertTrue(pauses.stream().filter(pause -> pause >= from && pause <= from + 30).count() >= 10, from + ": " + pauses);
        }
        assertEquals(400, pauses.size());
        assertTrue(pauses.stream().allMatch(pause -> pause >= 0 && pause <= 300));
    }

    private static Fault failed(Call call) {
        return new Fault(Fault.Kind.FAILED, call);
    }
}
