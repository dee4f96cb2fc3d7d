package bookform.backend;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What became of those who wanted to book, since the start. */
public final class BookingCounts {
    private final LongAdder made = new LongAdder();
    private final ConcurrentMap<Reason, LongAdder> refused = new ConcurrentHashMap<>();

    public long made() {
        return made.sum();
    }

    public Map<Reason, Long> refused() {
        var counts = new EnumMap<Reason, Long>(Reason.class);
        refused.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** A visit that was not there before. */
    void countMade() {
        made.increment();
    }

    /** Does what may be refused. */
    <T> T counted(Supplier<T> booking) {
        try {
            return booking.get();
        } catch (BookingRefused why) {
            refused.computeIfAbsent(why.reason(), reason -> new LongAdder()).increment();
            throw why;
        }
    }
}
