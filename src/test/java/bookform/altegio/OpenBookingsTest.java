package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.OpenBookings.Open;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is not known is asked for in turns, on a clock of its own. */
class OpenBookingsTest {
    private static final Duration AT_FIRST = Duration.ofSeconds(20);
    private static final long STEP = 5_000;

    private String text = "";
    private long now;
    private final OpenBookings open = new OpenBookings(this::change);

    @Test
    void nobodyGetsItWhileItMayStillBeHappening() {
        open.add(1, "key", AT_FIRST);
        pass(AT_FIRST.minusMillis(1));
        assertEquals(List.of(), open.claim());
        pass(Duration.ofMillis(1));
        assertEquals(List.of("key"), keys(open.claim()));
        assertEquals(List.of(), open.claim(), "and nobody else does");
    }

    @Test
    void aHundredAfterAnOutageAreAskedForInTurns() {
        for (var i = 0; i < 100; i++) open.add(1, "key" + i, AT_FIRST);
        pass(AT_FIRST);
        var asked = new ArrayList<Open>();
        for (var begun = now; asked.size() < 100; now += STEP) {
            var claimed = open.claim();
            assertTrue(claimed.size() <= OpenBookings.AT_ONCE);
            claimed.forEach(open::remove);
            asked.addAll(claimed);
            assertTrue(asked.size() <= OpenBookings.AT_ONCE * (1 + (now - begun) / OpenBookings.PAUSE.toMillis()), "a storm");
            assertTrue(now - begun < 110_000, "and it comes to an end");
        }
        assertEquals(100, keys(asked).stream().distinct().count());
        assertEquals("", text, "nothing is left");
    }

    @Test
    void whatCouldNotBeAskedForIsNextAgain() {
        open.add(1, "first", AT_FIRST);
        open.add(1, "second", AT_FIRST);
        pass(AT_FIRST);
        var claimed = open.claim();
        open.putBack(claimed);
        assertEquals(List.of(), open.claim(), "not at once: nobody answers");
        pass(OpenBookings.PAUSE);
        assertEquals(claimed, open.claim());
    }

    @Test
    void whatNobodyCanTellIsAskedForLessAndLessOftenAndADayAtMost() {
        open.add(1, "key", AT_FIRST);
        var times = new ArrayList<Long>();
        for (var day = now + Duration.ofDays(2).toMillis(); now < day; now += STEP) if (!open.claim().isEmpty()) times.add(now);
        assertTrue(times.get(3) - times.get(2) > times.get(1) - times.getFirst());
        assertTrue(times.size() < 160, times.size() + " times");
        assertTrue(times.getLast() < Duration.ofDays(1).plusMinutes(11).toMillis());
        assertEquals("", text);
    }

    @Test
    void whatIsAskedForAnewIsAnotherOne() {
        open.add(1, "key", Duration.ZERO);
        var settled = open.claim().getFirst();
        open.remove(1, "key");
        pass(OpenBookings.PAUSE);
        open.add(1, "key", Duration.ZERO);
        open.remove(settled);
        assertEquals(List.of("key"), keys(open.claim()));
    }

    @Test
    void anyKeyIsKept() {
        open.add(1, "a b\nc", Duration.ZERO);
        open.add(2, "a b\nc", Duration.ZERO);
        open.remove(1, "a b\nc");
        assertEquals(List.of(2L), open.claim().stream().map(Open::location).toList());
    }

    private void change(BiFunction<String, Long, String> change) {
        text = change.apply(text, now);
    }

    private void pass(Duration time) {
        now += time.toMillis();
    }

    private static List<String> keys(List<Open> open) {
        return open.stream().map(Open::key).toList();
    }
}
