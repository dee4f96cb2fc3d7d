package bookform.backend;

import bookform.backend.Limit.Counter;
import bookform.backend.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often somebody did what is limited, as one transaction sees it. Who they are is kept as a keyed hash. */
final class Attempts {
    private static final int SUBJECT_LENGTH = 32;

    private final Keyed keyed;
    private final Tables tables;
    private final Instant now;

    Attempts(Keyed keyed, Tables tables, Instant now) {
        this.keyed = keyed;
        this.tables = tables;
        this.now = now;
    }

    boolean isWithin(Limit limit, String subject) {
        return count(limit, subject) < limit.most();
    }

    long count(Limit limit, String subject) {
        return tables.attempts().count(hashed(limit.counter(), subject), limit.counter().name(), now.minus(limit.window()));
    }

    /** Until one more is within the limit; zero when it is already. */
    Duration wait(Limit limit, String subject) {
        if (isWithin(limit, subject)) return Duration.ZERO;
        var inTheWay = tables.attempts().last(hashed(limit.counter(), subject), limit.counter().name(), limit.most());
        return inTheWay.map(at -> Duration.between(now, at.plus(limit.window()))).filter(Duration::isPositive).orElse(limit.window());
    }

    Optional<Instant> last(Counter counter, String subject) {
        return tables.attempts().last(hashed(counter, subject), counter.name(), 1);
    }

    void add(Counter counter, String subject) {
        tables.attempts().add(hashed(counter, subject), counter.name(), now);
    }

    /** Takes back one that was added at a moment. */
    void remove(Counter counter, String subject, Instant at) {
        tables.attempts().remove(hashed(counter, subject), counter.name(), at);
    }

    private String hashed(Counter counter, String subject) {
        return keyed.hex("attempt", counter, subject).substring(0, SUBJECT_LENGTH);
    }
}
