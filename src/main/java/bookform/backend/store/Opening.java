package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a database that may not answer yet: tries at once, and then every second in the background, until it does. */
final class Opening implements AutoCloseable {
    /** One try. */
    interface Attempt {
        /** @throws SQLException when the database cannot be reached */
        void run() throws SQLException;
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Attempt attempt;
    private final List<Runnable> actions = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("opening").unstarted(this::keepTrying);
    private volatile boolean done;
    private volatile String said = "";

    /** @throws RuntimeException when the database answers but cannot be used: waiting would not help */
    Opening(Attempt attempt) {
        this.attempt = attempt;
        try {
            attempt.run();
            done = true;
        } catch (SQLException failure) {
            if (!PostgresDialect.isOutOfOrder(failure) || PostgresDialect.isRefusal(failure))
                throw new IllegalStateException("The database does not let us in: " + failure.getMessage(), failure);
            tryLater(failure);
        } catch (BookingUnavailable failure) {
            tryLater(failure); // it was there, and went
        }
    }

    boolean isDone() {
        return done;
    }

    /** Runs an action now, or as soon as the database answers. */
    void then(Runnable action) {
        synchronized (actions) {
            if (!done) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /** Gives up. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void tryLater(Exception failure) {
        say(failure);
        thread.start();
    }

    private void keepTrying() {
        while (!done) {
            try {
                Thread.sleep(PAUSE);
                attempt.run();
                runActions();
                LOG.info("The database answers.");
            } catch (InterruptedException closed) {
                return;
            } catch (SQLException | RuntimeException failure) {
                say(failure);
            }
        }
    }

    /** Once, and again when it is something else. */
    private void say(Exception failure) {
        if (!said.equals(failure.getMessage()))
            LOG.warn("The database cannot be used yet, trying again every second: {}", failure.getMessage());
        said = String.valueOf(failure.getMessage());
    }

    private void runActions() {
        synchronized (actions) {
            actions.forEach(Runnable::run);
            done = true;
        }
    }
}
