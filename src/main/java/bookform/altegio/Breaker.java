package bookform.altegio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/**
 * Leaves the other side alone when it is in trouble, so that pages say so at once and it can recover. It opens when half of the last 20
 * calls or more failed within {@link #WINDOW}, or 5 in a row took too long; after {@link #REST} one call tries whether it is over. What
 * the API refuses is no failure, nor are our own limits.
 */
final class Breaker {
    static final Duration REST = Duration.ofSeconds(10);

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int SAMPLE = 20;
    private static final int TIMEOUTS = 5;

    private record Outcome(long at, boolean failed) {}

    private final LongSupplier nanoTime;
    private final ArrayDeque<Outcome> outcomes = new ArrayDeque<>();
    private int timeouts;
    private long openUntil;
    private boolean open;
    private boolean probing;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * To be followed by {@link #worked} or {@link #failed}.
     *
     * @throws Fault while it rests
     */
    synchronized void enter(Call call) {
        if (!open) return;
        if (probing || nanoTime.getAsLong() - openUntil < 0) throw new Fault(Fault.Kind.RESTING, call);
        probing = true;
    }

    synchronized void worked() {
        timeouts = 0;
        if (open) close();
        add(false);
    }

    synchronized void failed(Fault.Kind kind) {
        if (!isTrouble(kind)) {
            probing = false;
            return;
        }
        timeouts = kind == Fault.Kind.TIMED_OUT ? timeouts + 1 : 0;
        add(true);
        if (open || timeouts >= TIMEOUTS || isMostlyFailing()) {
            open = true;
            probing = false;
            openUntil = nanoTime.getAsLong() + REST.toNanos();
        }
    }

    synchronized boolean isOpen() {
        return open;
    }

    private void close() {
        open = false;
        probing = false;
        outcomes.clear();
    }

    private void add(boolean failed) {
        outcomes.addLast(new Outcome(nanoTime.getAsLong(), failed));
        if (outcomes.size() > SAMPLE) outcomes.removeFirst();
    }

    private boolean isMostlyFailing() {
        var since = nanoTime.getAsLong() - WINDOW.toNanos();
        var recent = outcomes.stream().filter(outcome -> outcome.at - since >= 0).toList();
        return recent.size() >= SAMPLE && recent.stream().filter(Outcome::failed).count() * 2 >= recent.size();
    }

    private static boolean isTrouble(Fault.Kind kind) {
        return switch (kind) {
            case NOT_CONNECTED, NOT_TRUSTED, CUT_OFF, TIMED_OUT, TOO_LARGE, GARBLED, FAILED, REDIRECTED, BLOCKED -> true;
            case LIMITED, TOKEN_REFUSED, BUSY, RESTING, UNSEEN -> false;
        };
    }
}
