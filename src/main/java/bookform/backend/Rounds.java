package bookform.backend;

import bookform.booking.BookingUnavailable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done by itself, twice a minute, in the background. What goes wrong with one task keeps no other from being done. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<Runnable> tasks;
    private final Thread thread = Thread.ofVirtual().name("rounds").unstarted(this::keepGoing);

    public Rounds(Runnable... tasks) {
        this.tasks = List.of(tasks);
    }

    public Rounds start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Each of them once. */
    void go() {
        tasks.forEach(Rounds::go);
    }

    private static void go(Runnable task) {
        try {
            task.run();
        } catch (BookingUnavailable later) {
            LOG.warn("Put off for now: {}", later.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("Put off for now", failure);
        }
    }

    private void keepGoing() {
        while (true) {
            go();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }
}
