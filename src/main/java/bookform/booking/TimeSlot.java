package bookform.booking;

import java.time.Duration;
import java.time.Instant;

/** A time that an appointment can start at, and how long it would take. */
public record TimeSlot(Instant start, Duration length) {
    public Instant end() {
        return start.plus(length);
    }
}
