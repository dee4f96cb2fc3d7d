package bookform.backend.availability;

import java.time.Duration;
import java.time.Instant;

/** From one instant up to, not including, another; two ranges that only touch do not overlap. */
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (to.isBefore(from)) throw new IllegalArgumentException("A range does not end before it begins: " + from + "–" + to);
    }

    public static TimeRange of(Instant from, Duration length) {
        return new TimeRange(from, from.plus(length));
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean overlaps(TimeRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
