package bookform.altegio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the API's limit is used up, and what may be sent now: 5 calls in any second and 200 in any minute, for everything behind
 * one address (altegio-api.md §1.6). A little less than that, as calls that were sent apart may arrive closer together. Pure: the
 * clock is an argument, and what comes out is a new budget.
 *
 * <p>A bucket of {@value #BURST} calls fills up again at 3 a second, so no minute sees more than {@value #BURST} + 180. Reads leave the
 * last {@value #KEPT_FOR_WRITES} of the bucket, and one call of every second, to writes: those hardly ever wait.
 *
 * @param full when the bucket will be full again, in milliseconds of the clock that is used
 * @param recent when the last calls were sent, the oldest first
 * @param pausedUntil nothing is sent before: the API said so
 */
record Budget(long full, List<Long> recent, long pausedUntil) {
    static final Budget UNUSED = new Budget(0, List.of(), 0);

    private static final int BURST = 18;
    private static final int KEPT_FOR_WRITES = 4;
    private static final long REFILL = 334;
    private static final int MOST_A_SECOND = 5;
    private static final long SECOND = 1_100;

    /** Writes wait behind nobody. */
    enum Lane {
        READ, WRITE
    }

    Budget {
        recent = List.copyOf(recent);
    }

    /** As {@link #toString} writes it; unused when it is anything else. */
    static Budget of(String text) {
        var parts = text.split(" ", -1);
        if (parts.length < 2) return UNUSED;
        var recent = Arrays.stream(parts).skip(2).map(Long::valueOf).toList();
        return new Budget(Long.parseLong(parts[0]), recent, Long.parseLong(parts[1]));
    }

    /** Milliseconds until a call may be sent; 0 for now. Others may be quicker, so it is asked again then. */
    long wait(Lane lane, long now) {
        var inBucket = lane == Lane.WRITE ? BURST : BURST - KEPT_FOR_WRITES;
        var inSecond = lane == Lane.WRITE ? MOST_A_SECOND : MOST_A_SECOND - 1;
        var forBucket = full - (inBucket - 1) * REFILL - now;
        var forSecond = recent.size() < inSecond ? 0 : recent.get(recent.size() - inSecond) + SECOND - now;
        return Math.max(0, Math.max(pausedUntil - now, Math.max(forBucket, forSecond)));
    }

    /** After one call was sent. */
    Budget spent(long now) {
        var calls = new ArrayList<>(recent);
        calls.add(now);
        return new Budget(Math.max(full, now) + REFILL, calls.subList(Math.max(0, calls.size() - MOST_A_SECOND), calls.size()),
                pausedUntil);
    }

    Budget paused(long until) {
        return new Budget(full, recent, Math.max(pausedUntil, until));
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(full, pausedUntil), recent.stream()).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
