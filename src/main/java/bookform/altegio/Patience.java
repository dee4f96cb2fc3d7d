package bookform.altegio;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long is waited for an answer: for each call, and for all calls of one page together. A page has to say something before whoever
 * asked for it gives up.
 */
final class Patience {
    /** For all that one page asks, waiting for turns included. */
    static final Duration PAGE = Duration.ofSeconds(9);

    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration WRITE = Duration.ofSeconds(8);

    private final ThreadLocal<Long> end = new ThreadLocal<>();
    private final LongSupplier nanoTime;
    private final Duration page;
    private final Duration read;
    private final Duration write;

    Patience(LongSupplier nanoTime) {
        this(nanoTime, PAGE, READ, WRITE);
    }

    /** For tests, which have less. */
    Patience(LongSupplier nanoTime, Duration page, Duration read, Duration write) {
        this.nanoTime = nanoTime;
        this.page = page;
        this.read = read;
        this.write = write;
    }

    /** From here on this thread answers one page, which it was made for: each request has a thread of its own. */
    void beginPage() {
        end.set(nanoTime.getAsLong() + page.toNanos());
    }

    /**
     * What is left for one more call.
     *
     * @throws Fault when nothing is
     */
    Duration with(Call call) {
        var most = call.isRead() ? read : write;
        var left = end.get() == null ? most : Duration.ofNanos(end.get() - nanoTime.getAsLong());
        if (left.isNegative() || left.isZero()) throw new Fault(Fault.Kind.BUSY, call);
        return left.compareTo(most) < 0 ? left : most;
    }
}
