package bookform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Stops whoever tries addresses of personal pages until one is somebody's (reliability.md J4): thirty that are not there, within ten
 * minutes, are enough for one network. The secrets in them are too long to be guessed anyway. Counted in memory, instance by instance.
 */
public final class Guesses {
    private static final List<String> PATHS =
            List.of("/forms/{form}/visits/*", "/cabinet/appointments/*", "/cabinet/calendar/*", "/reviews/*");
    private static final int MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int NETWORKS = 100_000;

    private final LongSupplier nanoTime;
    private final Cache<String, Deque<Long>> misses = Caffeine.newBuilder().maximumSize(NETWORKS).expireAfterWrite(WITHIN).build();

    /** @param nanoTime the clock that does not jump */
    public Guesses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public void add(RoutesConfig routes) {
        for (var path : PATHS) {
            routes.before(path, this::check);
            routes.after(path, this::count);
        }
    }

    private void check(Context ctx) {
        var recent = misses.getIfPresent(network(ctx));
        if (recent != null && isTooMany(recent)) {
            ctx.header("Retry-After", Long.toString(WITHIN.toSeconds()));
            throw new TooManyRequestsResponse();
        }
    }

    private boolean isTooMany(Deque<Long> recent) {
        synchronized (recent) {
            return recent.size() >= MOST && nanoTime.getAsLong() - recent.peekFirst() < WITHIN.toNanos();
        }
    }

    /** A sender who is ourselves, or a proxy that does not say for whom, is many people. */
    private void count(Context ctx) {
        var network = network(ctx);
        if (ctx.status() != HttpStatus.NOT_FOUND || network.isEmpty()) return;
        misses.asMap().compute(network, (unused, known) -> {
            var recent = known == null ? new ArrayDeque<Long>(MOST) : known;
            synchronized (recent) {
                if (recent.size() == MOST) recent.removeFirst();
                recent.addLast(nanoTime.getAsLong());
            }
            return recent;
        });
    }

    private static String network(Context ctx) {
        return Incoming.sender(ctx).network();
    }
}
