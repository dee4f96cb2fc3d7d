package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookedAppointment;
import bookform.booking.BookingUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that nobody presses a button for, at their time, each once however many instances there are. */
abstract class SentByItself extends OnDemoBackend {
    /** Wednesday at ten; the clock shows Monday at seven. */
    protected static final Instant WEDNESDAY = MONDAY.plusDays(2).atTime(10, 0).atZone(ZONE).toInstant();

    private static final int ROUNDS = 5;

    protected boolean gatewayIsDown;

    /** What an instance of its own finds to send now. */
    protected abstract void sendDue();

    /** Twelve visits of twelve messages that are due. @param round so many weeks later, so that they find room */
    protected abstract void bookTwelve(int round);

    @Test
    void severalInstancesShareThem() throws Exception {
        bookTwelve(0);
        sendByFour();
        assertEquals(12, sent().size());
    }

    /** The control, for databases that lock: without a lock two instances take the same. Sometimes they are lucky, never for long. */
    protected final void assertSentTwiceWithoutALock() throws Exception {
        database.dropLocks();
        var expected = 0;
        for (var round = 0; round < ROUNDS && sent().size() <= expected; round++) {
            bookTwelve(round);
            sendByFour();
            expected += 12;
        }
        assertTrue(sent().size() > expected, "each once in every round");
    }

    protected final void at(Instant moment) {
        backend.clock().set(moment.toString());
        sendDue();
    }

    protected final Outbox outbox() {
        return Outbox.direct((phone, text) -> {
            if (gatewayIsDown) throw new BookingUnavailable("The gateway is down");
            backend.messages().send(phone, text);
        }, backend.messages());
    }

    /** The last one first. */
    protected final List<String> sent() {
        return backend.messages().latest().stream().map(SentMessages.Message::text).toList();
    }

    protected final void move(BookedAppointment booked, Instant start) {
        assertTrue(backend.api().move(LOCATION, booked.id(), booked.hash(), start).isPresent());
    }

    /** Four instances at once. */
    private void sendByFour() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Void> instance = () -> {
                sendDue();
                return null;
            };
            for (var done : threads.invokeAll(IntStream.range(0, 4).mapToObj(number -> instance).toList())) done.get();
        }
    }
}
