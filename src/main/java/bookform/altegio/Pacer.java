package bookform.altegio;

import bookform.altegio.Budget.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is. Calls wait in two lines, and only who stands first in one of them asks the {@link Budget}. Nobody waits for long: to
 * be told that there is too much to do is better than a page that never comes. Who gives up has used nothing up.
 */
final class Pacer {
    private static final Map<Lane, Duration> PATIENCE = Map.of(Lane.READ, Duration.ofMillis(1_500), Lane.WRITE, Duration.ofSeconds(4));
    private static final long SHORTEST_NAP = 10;

    /** Milliseconds: to wait, and of the budget's clock. */
    private record Turn(long left, long now) {}

    private final Limit limit;
    private final SharedText budget;
    private final Map<Lane, ReentrantLock> lines =
            new EnumMap<>(Map.of(Lane.READ, new ReentrantLock(true), Lane.WRITE, new ReentrantLock(true)));

    Pacer(Limit limit, SharedText budget) {
        this.limit = limit;
        this.budget = budget;
    }

    /**
     * Returns when the call may be sent.
     *
     * @param most how long its page can wait
     * @return when that is, as {@link #arrived} wants to know it
     * @throws Fault when that would be too long
     */
    long await(Call call, Duration most) {
        var lane = call.isRead() ? Lane.READ : Lane.WRITE;
        var patience = most.compareTo(PATIENCE.get(lane)) < 0 ? most : PATIENCE.get(lane);
        var end = System.nanoTime() + patience.toNanos();
        try {
            if (!lines.get(lane).tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) throw new Fault(Fault.Kind.BUSY, call);
            try {
                var turn = take(lane);
                for (; turn.left > 0; turn = take(lane)) {
                    if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(turn.left) > end) throw new Fault(Fault.Kind.BUSY, call);
                    Thread.sleep(Math.max(SHORTEST_NAP, turn.left));
                }
                return turn.now;
            } finally {
                lines.get(lane).unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(Fault.Kind.BUSY, call);
        }
    }

    /**
     * A call that was long on its way counts as if it were sent now: it was there by then.
     *
     * @param turn when it was sent, as {@link #await} has said
     */
    void arrived(long turn) {
        budget.change((text, now) -> Budget.of(limit, text).arrived(turn, now).toString());
    }

    /** Nobody sends anything before this time is over. */
    void pause(Duration time) {
        budget.change((text, now) -> Budget.of(limit, text).paused(now + time.toMillis()).toString());
    }

    /** It was its turn, and is taken, when there is nothing to wait for; else it is asked for again then. */
    private Turn take(Lane lane) {
        var turn = new Turn[1];
        budget.change((text, now) -> {
            var known = Budget.of(limit, text);
            turn[0] = new Turn(known.wait(lane, now), now);
            return turn[0].left == 0 ? known.spent(now).toString() : text;
        });
        return turn[0];
    }
}
