package bookform.altegio;

import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out in the background what became of bookings whose answers were lost, also when whoever asked for them has gone, or the
 * instance that sent them. It books nothing. While the other side is down it asks once every {@link OpenBookings#PAUSE}, for all
 * instances; afterwards within a minute.
 */
final class Settler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final OpenBookings open;
    private final Settlement settlement;
    private final Thread thread = Thread.ofVirtual().name("altegio-settler").unstarted(this::keepSettling);

    Settler(OpenBookings open, Settlement settlement) {
        this.open = open;
        this.settlement = settlement;
    }

    void start() {
        thread.start();
    }

    /** Finds out about those that are due now, until the other side does not answer. */
    void settleDue() {
        settle(open.claim());
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void settle(List<OpenBookings.Open> claimed) {
        for (var i = 0; i < claimed.size(); i++) {
            try {
                var booked = settlement.find(claimed.get(i).location(), claimed.get(i).key());
                open.remove(claimed.get(i));
                LOG.info("A booking whose answer was lost: {}", booked.isPresent() ? "it was booked" : "nothing was booked");
            } catch (BookingUnsettled stillOpen) {
                LOG.debug("A booking whose answer was lost: not known yet");
            } catch (BookingUnavailable noAnswer) {
                open.putBack(claimed.subList(i, claimed.size()));
                return;
            }
        }
    }

    private void keepSettling() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                settleDue();
            } catch (BookingUnavailable later) {
                LOG.debug("Nothing can be settled for now: {}", later.getMessage());
            } catch (RuntimeException failure) {
                LOG.error("Nothing can be settled for now", failure);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }
}
