package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No stretch of a second or a minute ever holds more calls than it may. */
class SlidingWindowTest {
    private static final long SECOND = 1_000_000_000L;

    private final SlidingWindow window = new SlidingWindow();

    @Test
    void waitsUntilTheFirstOfAFullSecondIsASecondAgo() {
        for (var i = 0; i < 5; i++) window.add(i, 200);
        assertEquals(SECOND - 5, window.wait(5, 200, 5));
        assertEquals(1, window.wait(SECOND - 1, 200, 5));
        assertEquals(0, window.wait(SECOND, 200, 5));
    }

    @Test
    void zeroIsNoLimit() {
        for (var i = 0; i < 100; i++) window.add(0, 100);
        assertEquals(0, window.wait(0, 0, 0));
    }

    @Test
    void aLimitThatGrowsForgetsNothing() {
        for (var i = 0; i < 7; i++) window.add(i, 3);
        for (var i = 7; i < 9; i++) window.add(i, 10);
        assertEquals(60 * SECOND + 4 - 9, window.wait(9, 5, 0));
    }

    @Test
    void agreesWithCountingByHand() {
        var random = new Random(7);
        var accepted = new ArrayDeque<Long>();
        var now = 0L;
        for (var i = 0; i < 20_000; i++) {
            now += random.nextLong(SECOND / 3);
            var time = now;
            accepted.removeIf(call -> call <= time - 60 * SECOND);
            var full = accepted.size() >= 20 || accepted.stream().filter(call -> call > time - SECOND).count() >= 5;
            assertEquals(full, window.wait(now, 20, 5) > 0);
            if (!full) {
                window.add(now, 20);
                accepted.add(now);
            }
        }
    }
}
