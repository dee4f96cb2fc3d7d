package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.support.CapturedLog;
import bookform.telemetry.CurrentRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Messages on their way: what can be seen of them, and by whom. */
class OutboxTest {
    @Test
    void whatIsLoggedWhileSendingHasTheRequestsId() {
        try (var log = CapturedLog.start()) {
            try (var outbox = Outbox.queued(new LogSmsSender(), MailSender.NONE)) {
                CurrentRequest.of("a-request-of-sixteen").run(() -> outbox.send("+37061234567", "Your code is 123456"));
            }
            var line = log.await(text -> text.contains("No SMS gateway"));
            assertTrue(line.contains(" [a-request-of-sixteen] "), line);
            for (var secret : new String[] {"61234567", "123456"}) assertTrue(log.said().stream().noneMatch(said -> said.contains(secret)));
        }
    }

    @Test
    void countsAndTellsHowLongTheOldestHasWaited() throws InterruptedException {
        var begun = new CountDownLatch(8);
        var gateway = new CountDownLatch(1);
        try (var outbox = Outbox.queued((phone, text) -> {
            begun.countDown();
            await(gateway);
            if (text.equals("lost")) throw new BookingUnavailable("The SMS gateway answered 500");
        }, MailSender.NONE)) {
            for (var i = 0; i < 8; i++) outbox.send("+37061234567", "sent");
            begun.await();
            assertEquals(0, outbox.waiting());
            assertEquals(Duration.ZERO, outbox.oldest());
            outbox.send("+37061234567", "lost");
            assertEquals(1, outbox.waiting());
            assertTrue(outbox.oldest().isPositive());
            gateway.countDown();
            outbox.close();
            assertEquals(Map.of("SMS", 8L, "e-mail", 0L), outbox.sentByKind());
            assertEquals(Map.of("SMS", 1L, "e-mail", 0L), outbox.failedByKind());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
