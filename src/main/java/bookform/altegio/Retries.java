package bookform.altegio;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When a call is sent again: reads alone, twice at most, after a random pause, and never more than every tenth call over time, so that
 * many who try again do not become the trouble themselves.
 */
final class Retries {
    static final int MOST = 2;

    private static final double SHARE = 0.1;
    private static final double MOST_SAVED = 10;
    private static final long[] PAUSES = {100, 300};

    private double saved = MOST_SAVED / 2;

    /** A call was sent for the first time. */
    synchronized void counted() {
        saved = Math.min(MOST_SAVED, saved + SHARE);
    }

    /**
     * Waits, and says whether to try again.
     *
     * @param done how often it was tried again already
     */
    boolean again(Call call, Fault fault, int done) {
        if (!call.isRead() || done >= MOST || !isPassing(fault.kind()) || !spend()) return false;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSES[done] + 1));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean spend() {
        if (saved < 1) return false;
        saved--;
        return true;
    }

    /** What took too long is not tried again: nobody would wait for it a second time. */
    private static boolean isPassing(Fault.Kind kind) {
        return switch (kind) {
            case NOT_CONNECTED, CUT_OFF, FAILED, BLOCKED -> true;
            default -> false;
        };
    }
}
