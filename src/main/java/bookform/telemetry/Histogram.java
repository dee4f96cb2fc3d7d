package bookform.telemetry;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How many observations were at most so large. For use by many threads, who do not wait for each other. */
public final class Histogram {
    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /** @param bounds of the buckets, ascending; what is larger than the last has one, too */
    private Histogram(double... bounds) {
        this.bounds = bounds;
        this.counts = new LongAdder[bounds.length + 1];
        Arrays.setAll(counts, bucket -> new LongAdder());
    }

    /**
     * What there was at a moment.
     *
     * @param cumulated how many were at most as large as each bound, and at last all of them
     */
    public record Snapshot(double[] bounds, long[] cumulated, double sum) {}

    /** Of seconds, from half a millisecond to ten. */
    public static Histogram ofSeconds() {
        return new Histogram(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);
    }

    /** Of numbers of things, from 1 to 500. */
    public static Histogram ofNumbers() {
        return new Histogram(1, 2, 5, 10, 20, 50, 100, 200, 500);
    }

    public void observe(double value) {
        var bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) bucket++;
        counts[bucket].increment();
        sum.add(value);
    }

    public void observeNanos(long nanos) {
        observe(nanos / 1e9);
    }

    public Snapshot snapshot() {
        var cumulated = Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
        Arrays.parallelPrefix(cumulated, Long::sum);
        return new Snapshot(bounds, cumulated, sum.sum());
    }
}
