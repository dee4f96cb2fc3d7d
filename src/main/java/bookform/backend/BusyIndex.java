package bookform.backend;

import bookform.backend.availability.Busy;
import bookform.backend.availability.TimeRange;
import bookform.backend.store.BusyTimeTable.Bookable;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Busy time in memory, location by location, for what is shown. What is booked is decided by the database alone.
 *
 * <p>The database counts the changes of everybody's busy time, whoever makes them. When this process has written anything, or the last
 * look is a second old, the counts are looked at again, and what has changed is read again. So whoever wrote through this process sees
 * it at once, and others see it within a second. Notifications would be quicker, but PostgreSQL sends them under a lock that lets only
 * one transaction commit at a time.
 */
final class BusyIndex {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final long MOST_BYTES = 32L << 20;
    private static final int BYTES_A_RANGE = 16;
    private static final int BYTES_A_LIST = 150;

    /** Beyond what can be booked today, so that not everything is read again tomorrow. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Store store;
    private final LongSupplier nanoTime;
    private final Cache<Long, Known> known = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Long location, Known known) -> known.bytes()).expireAfterAccess(IDLE).scheduler(Scheduler.systemScheduler()).build();

    /** @param writes of this process, before the look */
    private record Known(Busy busy, Map<Bookable, Long> versions, TimeRange range, long at, long writes) {
        boolean covers(TimeRange wanted) {
            return !wanted.from().isBefore(range.from()) && !wanted.to().isAfter(range.to());
        }

        int bytes() {
            return Stream.of(busy.teamMembers(), busy.resourceInstances()).flatMap(busy -> busy.values().stream())
                    .mapToInt(ranges -> BYTES_A_LIST + BYTES_A_RANGE * ranges.size()).sum();
        }
    }

    /** @param nanoTime what the age of the last look is measured by */
    BusyIndex(Store store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** For every day that can be booked, and the whole team with all resources. */
    Busy of(Offer offer, Instant now) {
        var days = new TimeRange(offer.startOf(Timetable.firstDay(offer, now)), offer.startOf(Timetable.lastDay(offer, now).plusDays(1)));
        var found = known.getIfPresent(offer.location().id());
        if (found == null || !isFresh(found, days)) {
            found = known.asMap().compute(offer.location().id(), (location, old) -> lookAgain(location, old, days));
        }
        return found.busy;
    }

    private boolean isFresh(Known known, TimeRange days) {
        return known.writes == store.writes() && nanoTime.getAsLong() - known.at < FRESH_NANOS && known.covers(days);
    }

    private Known lookAgain(long location, Known old, TimeRange days) {
        if (old != null && isFresh(old, days)) return old; // somebody else was quicker
        var at = nanoTime.getAsLong();
        var writes = store.writes();
        return store.read(tables -> {
            var versions = tables.busyTime().versions(location);
            if (old == null || !old.covers(days)) {
                var range = new TimeRange(days.from(), days.to().plus(AHEAD));
                return new Known(tables.busyTime().find(location, range), versions, range, at, writes);
            }
            return new Known(changed(tables, location, old, versions), versions, old.range, at, writes);
        });
    }

    private static Busy changed(Tables tables, long location, Known old, Map<Bookable, Long> versions) {
        var changed = versions.entrySet().stream().filter(version -> !version.getValue().equals(old.versions.get(version.getKey())))
                .map(Map.Entry::getKey).toList();
        if (changed.isEmpty()) return old.busy;
        return tables.busyTime().find(location, changed, old.range).over(old.busy);
    }
}
