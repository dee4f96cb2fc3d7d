package bookform.altegio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * When a call is sent again: reads alone, twice at most, after a random pause, and no more than every tenth of the calls of a minute, so
 * that many who try again do not become the trouble themselves. A few are allowed however little is asked.
 */
final class Retries {
    static final int MOST = 2;
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int ALWAYS = 3;

    private static final int SHARE = 10;
    private static final long[] PAUSES = {100, 300};

    /** Waits so many milliseconds. */
    interface Pause {
        void of(long millis) throws InterruptedException;
    }

    private final LongSupplier nanoTime;
    private final Pause pause;
    private final ArrayDeque<Long> calls = new ArrayDeque<>();
    private final ArrayDeque<Long> again = new ArrayDeque<>();

    Retries() {
        this(System::nanoTime, Thread::sleep);
    }

    Retries(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** A call was sent for the first time. */
    synchronized void counted() {
        calls.addLast(nanoTime.getAsLong());
        forgetOld(calls);
    }

    /**
     * Waits, and says whether to try again.
     *
     * @param done how often it was tried again already
     */
    boolean again(Call call, Fault fault, int done) {
        if (!call.isRead() || done >= MOST || !isPassing(fault.kind()) || !spend()) return false;
        try {
            pause.of(ThreadLocalRandom.current().nextLong(PAUSES[done] + 1));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean spend() {
        forgetOld(calls);
        forgetOld(again);
        if (again.size() >= Math.max(ALWAYS, calls.size() / SHARE)) return false;
        again.addLast(nanoTime.getAsLong());
        return true;
    }

    private void forgetOld(ArrayDeque<Long> times) {
        while (!times.isEmpty() && nanoTime.getAsLong() - times.peekFirst() >= WINDOW.toNanos()) times.removeFirst();
    }

    /** What took too long is not tried again: nobody would wait for it a second time. */
    private static boolean isPassing(Fault.Kind kind) {
        return switch (kind) {
            case NOT_CONNECTED, CUT_OFF, FAILED, BLOCKED -> true;
            default -> false;
        };
    }
}
