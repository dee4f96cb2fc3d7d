package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Something to write, and the caller who waits for it. The caller may give up, though only before the writer has begun. */
final class WriteTask<T> {
    private enum State {
        WAITING, BEGUN, WITHDRAWN
    }

    private static final int PATIENCE_SECONDS = 10;

    private final Function<Tables, T> work;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch answered = new CountDownLatch(1);
    private T result;
    private Throwable failure;

    WriteTask(Function<Tables, T> work) {
        this.work = work;
    }

    /** Waits for the outcome. Interrupted or out of patience, it withdraws the task, or sees it through when it is too late for that. */
    T await() {
        var interrupted = false;
        try {
            while (true) {
                try {
                    if (answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) return outcome();
                    if (withdraw()) throw new BookingUnavailable("The database is too slow");
                } catch (InterruptedException interruption) {
                    interrupted = true;
                    if (withdraw()) throw new BookingUnavailable("Interrupted", interruption);
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** @return false when its caller has given up */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    /** @return whether the work was done; else {@link #failure()} says why not */
    boolean run(Tables tables) {
        try {
            result = work.apply(tables);
            return true;
        } catch (Throwable thrown) {
            failure = thrown;
            return false;
        }
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Lets the caller have the outcome of {@link #run}. */
    void answer() {
        answered.countDown();
    }

    /** Whatever the work came to, it was not written. */
    void fail(BookingUnavailable reason) {
        failure = reason;
        answered.countDown();
    }

    private boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    private T outcome() {
        switch (failure) {
            case null -> {
                return result;
            }
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            default -> throw new IllegalStateException(failure);
        }
    }
}
