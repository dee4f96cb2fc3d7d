package bookform.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WaitTest {
    @Test
    void endsWhenItHasComeAbout() throws Exception {
        var looks = new AtomicInteger();
        Wait.until(() -> looks.incrementAndGet() == 3);
        assertEquals(3, looks.get());
    }

    /** As a time limit does it: a test that went on regardless would hang instead of failing. */
    @Test
    void endsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(AssertionError.class, () -> Wait.until(() -> false));
        assertFalse(Thread.currentThread().isInterrupted(), "what comes after the test is not");
    }
}
