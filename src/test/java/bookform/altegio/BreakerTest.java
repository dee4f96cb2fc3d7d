package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** reliability.md E5. */
class BreakerTest {
    private static final Call CALL = Call.get("countries");

    private final AtomicLong clock = new AtomicLong();
    private final Breaker breaker = new Breaker(clock::get);

    @Test
    void halfOfTwentyOpensIt() {
        for (var i = 0; i < 19; i++) call(i % 2 == 0);
        assertFalse(breaker.isOpen());
        call(false);
        assertTrue(breaker.isOpen());
        assertEquals(Fault.Kind.RESTING, assertThrows(Fault.class, () -> breaker.enter(CALL)).kind());
    }

    @Test
    void lessThanHalfDoesNot() {
        for (var i = 0; i < 100; i++) call(i % 5 < 3);
        assertFalse(breaker.isOpen());
    }

    @Test
    void fiveTimeoutsInARowOpenIt() {
        for (var i = 0; i < 5; i++) {
            assertFalse(breaker.isOpen());
            breaker.enter(CALL);
            breaker.failed(Fault.Kind.TIMED_OUT);
        }
        assertTrue(breaker.isOpen());
    }

    @Test
    void afterARestOneTries() {
        for (var i = 0; i < 5; i++) breaker.failed(Fault.Kind.TIMED_OUT);
        clock.addAndGet(Breaker.REST.minusNanos(1).toNanos());
        assertThrows(Fault.class, () -> breaker.enter(CALL));
        clock.incrementAndGet();
        breaker.enter(CALL);
        assertThrows(Fault.class, () -> breaker.enter(CALL), "one, not all at once");
        breaker.failed(Fault.Kind.FAILED);
        assertThrows(Fault.class, () -> breaker.enter(CALL), "and it rests again");
        clock.addAndGet(Breaker.REST.toNanos());
        breaker.enter(CALL);
        breaker.worked();
        breaker.enter(CALL);
        assertFalse(breaker.isOpen());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"LIMITED", "TOKEN_REFUSED", "BUSY", "RESTING"})
    void whatIsNotTheirTroubleIsNoFailure(Fault.Kind kind) {
        for (var i = 0; i < 100; i++) {
            breaker.enter(CALL);
            breaker.failed(kind);
        }
        assertFalse(breaker.isOpen());
    }

    @Test
    void oldTroubleIsForgotten() {
        for (var i = 0; i < 19; i++) call(false);
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        call(false);
        assertFalse(breaker.isOpen());
    }

    private void call(boolean good) {
        breaker.enter(CALL);
        if (good) breaker.worked();
        else breaker.failed(Fault.Kind.FAILED);
    }
}
