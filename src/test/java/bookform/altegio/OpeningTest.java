package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who goes while nobody has been answered yet. */
class OpeningTest {
    private static final Call CALL = Call.get("countries");
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Opening opening = new Opening();

    @Test
    void theFirstGoesAloneUntilItIsAnswered() throws Exception {
        var sent = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> opening.send(CALL, LONG, () -> {
                sent.countDown();
                await(answered);
                return "first";
            }, () -> "other"));
            sent.await();
            assertEquals(Fault.Kind.BUSY, assertThrows(Fault.class, this::send).kind());
            answered.countDown();
            assertEquals("first", first.get());
        }
        assertEquals("other", send());
    }

    @Test
    void theNextIsTheFirstWhenThatFails() {
        assertThrows(Fault.class, () -> opening.send(CALL, LONG, () -> {
            throw new Fault(Fault.Kind.NOT_CONNECTED, CALL);
        }, () -> "other"));
        assertEquals("first", send());
        assertEquals("other", send());
    }

    /** They are no longer first once they are let in. */
    @Test
    void whoeverHasWaitedGoesAsAllOthersDo() throws Exception {
        var answered = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new CountDownLatch(1);
            threads.submit(() -> opening.send(CALL, LONG, () -> {
                sent.countDown();
                await(answered);
                return "first";
            }, () -> "other"));
            sent.await();
            var waiting = threads.submit(() -> opening.send(CALL, LONG, () -> "first", () -> "other"));
            answered.countDown();
            assertEquals("other", waiting.get());
        }
    }

    private String send() {
        return opening.send(CALL, SHORT, () -> "first", () -> "other");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
