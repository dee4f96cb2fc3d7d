package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bookform.support.RunningApp;
import bookform.web.Health;
import org.junit.jupiter.api.Test;

/**
 * Whether a balancer should send people here (reliability.md F3). What becomes of it on a full disk, on one that fails, without its
 * database and on its way out is in the tests of those.
 */
class HealthTest {
    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";

    /** All instances would be taken away at once, and with them the pages that say what is wrong. */
    @Test
    void anAltegioThatIsAwayTakesNoInstanceAway() {
        try (var app = RunningApp.onAltegio(NOBODY_LISTENS)) {
            assertEquals(503, app.get("/forms/1/services").status(), "the control: it is away");
            assertEquals(200, app.get("/health/ready").status());
            assertEquals(200, app.get("/health/live").status());
        }
    }

    /** Told to stop within the first second, a process still ends its start, and must not call people in on its way out. */
    @Test
    void whoIsToldToStopWhileStartingIsNeverReady() {
        var health = new Health(() -> true);
        assertFalse(health.isReady(), "not before the start is over");
        health.stop();
        health.start();
        assertFalse(health.isReady());
    }
}
