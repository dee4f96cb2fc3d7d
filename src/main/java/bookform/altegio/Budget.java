package bookform.altegio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the API's limit is used up, and what may be sent now. A little less than allowed, as calls that were sent apart may
 * arrive closer together. Pure: the clock is an argument, and what comes out is a new budget.
 *
 * <p>Of the usual 200 a minute, a bucket of 18 calls fills up again at 3 a second, so no minute sees more than 18 + 180. Reads leave the
 * last 4 of the bucket, and one call of every second, to writes: those hardly ever wait.
 *
 * @param limit of the account; not part of what is written
 * @param full when the bucket will be full again, in milliseconds of the clock that is used
 * @param recent when the last calls were sent, the oldest first
 * @param pausedUntil nothing is sent before: the API said so
 */
record Budget(Limit limit, long full, List<Long> recent, long pausedUntil) {
    /** Writes wait behind nobody. */
    enum Lane {
        READ, WRITE
    }

    Budget {
        recent = List.copyOf(recent);
    }

    static Budget unused(Limit limit) {
        return new Budget(limit, 0, List.of(), 0);
    }

    /** As {@link #toString} writes it; unused when it is anything else. */
    static Budget of(Limit limit, String text) {
        var parts = text.split(" ", -1);
        if (parts.length < 2) return unused(limit);
        var recent = Arrays.stream(parts).skip(2).map(Long::valueOf).toList();
        return new Budget(limit, Long.parseLong(parts[0]), recent, Long.parseLong(parts[1]));
    }

    /** Milliseconds until a call may be sent; 0 for now. Others may be quicker, so it is asked again then. */
    long wait(Lane lane, long now) {
        var inBucket = limit.burst() - (lane == Lane.WRITE ? 0 : limit.burstOfWrites());
        var inSecond = limit.perSecond() - (lane == Lane.WRITE ? 0 : limit.perSecondOfWrites());
        var forBucket = full - (inBucket - 1) * limit.refill() - now;
        var forSecond = recent.size() < inSecond ? 0 : recent.get(recent.size() - inSecond) + limit.second() - now;
        return Math.max(0, Math.max(pausedUntil - now, Math.max(forBucket, forSecond)));
    }

    /** After one call was sent. */
    Budget spent(long now) {
        var calls = new ArrayList<>(recent);
        calls.add(now);
        return new Budget(limit, Math.max(full, now) + limit.refill(),
                calls.subList(Math.max(0, calls.size() - limit.perSecond()), calls.size()), pausedUntil);
    }

    /** As if a call that was sent at one moment had been sent at another, later one. */
    Budget arrived(long sent, long now) {
        var calls = new ArrayList<>(recent);
        calls.remove(Long.valueOf(sent));
        calls.add(now);
        return new Budget(limit, full, calls.subList(Math.max(0, calls.size() - limit.perSecond()), calls.size()), pausedUntil);
    }

    Budget paused(long until) {
        return new Budget(limit, full, recent, Math.max(pausedUntil, until));
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(full, pausedUntil), recent.stream()).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
