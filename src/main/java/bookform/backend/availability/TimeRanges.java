package bookform.backend.availability;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Ranges of whole seconds as a list that never changes, in a fifth of the memory of a list of objects: for what is kept. */
public final class TimeRanges extends AbstractList<TimeRange> implements RandomAccess {
    private final long[] seconds;

    private TimeRanges(long[] seconds) {
        this.seconds = seconds;
    }

    @Override
    public TimeRange get(int index) {
        return new TimeRange(Instant.ofEpochSecond(seconds[2 * index]), Instant.ofEpochSecond(seconds[2 * index + 1]));
    }

    @Override
    public int size() {
        return seconds.length / 2;
    }

    /** Collects ranges, one after another. */
    public static final class Builder {
        private long[] seconds = new long[16];
        private int length;

        /** Both in seconds since 1970. */
        public void add(long from, long to) {
            if (length == seconds.length) seconds = Arrays.copyOf(seconds, 2 * length);
            seconds[length++] = from;
            seconds[length++] = to;
        }

        public TimeRanges build() {
            return new TimeRanges(Arrays.copyOf(seconds, length));
        }
    }
}
