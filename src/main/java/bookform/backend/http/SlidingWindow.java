package bookform.backend.http;

import java.util.Arrays;

/**
 * When the last calls were made: exact, not a bucket, so that no stretch of a minute ever holds more than a minute's calls. For one
 * thread at a time.
 */
final class SlidingWindow {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private long[] calls = new long[0];
    private int next;
    private int known;

    /** @return nanoseconds from now until another call fits; 0 when it does now */
    long wait(long now, int perMinute, int perSecond) {
        return Math.max(wait(now, perMinute, MINUTE), wait(now, perSecond, SECOND));
    }

    /** @param remembered how many calls will ever be looked back on */
    void add(long now, int remembered) {
        if (calls.length < remembered) grow(remembered);
        calls[next] = now;
        next = (next + 1) % calls.length;
        known = Math.min(known + 1, calls.length);
    }

    /** @param limit calls within {@code span}; 0 for none */
    private long wait(long now, int limit, long span) {
        if (limit == 0 || known < limit) return 0;
        var first = calls[Math.floorMod(next - limit, calls.length)];
        return Math.max(0, first + span - now);
    }

    private void grow(int size) {
        var inOrder = new long[known];
        for (var i = 0; i < known; i++) inOrder[i] = calls[Math.floorMod(next - known + i, calls.length)];
        calls = Arrays.copyOf(inOrder, size);
        next = known;
    }
}
