package bookform.backend.availability;

import bookform.backend.setup.WorkingHours.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a team member can start. Working time is wall-clock time turned into instants; starts lie on a {@link Grid}.
 */
public final class Availability {
    private Availability() {}

    /**
     * The working time of one day: every instant at which the location's wall clock shows a time within a stretch. So a stretch over a
     * clock change is shorter or longer than it looks, nothing lies in the hour that is left out, and the hour that comes twice is
     * worked twice. Stretches that touch or overlap are one.
     */
    public static List<TimeRange> working(List<Stretch> stretches, LocalDate date, ZoneId zone) {
        var ranges = stretches.stream()
                .flatMap(stretch -> instants(stretch, date, zone))
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(TimeRange::from))
                .toList();
        return ranges.size() < 2 ? ranges : joined(ranges);
    }

    /**
     * The starts of a grid from which the whole length is working time and not busy, in order and lazily.
     *
     * @param busy in order, without overlaps; may reach beyond the working time
     * @param earliest the first instant that may be offered, itself included
     */
    public static Stream<Instant> starts(List<TimeRange> working, List<TimeRange> busy, Duration length, Grid grid, Instant earliest) {
        if (!length.isPositive()) throw new IllegalArgumentException("No starts: " + length);
        return switch (grid) {
            case Grid.Steps steps -> working.stream().flatMap(stretch -> steps.within().isEmpty()
                    ? starts(stretch, stretch, busy, length, steps, earliest)
                    : common(stretch, steps.within().get()).flatMap(part -> starts(stretch, part, busy, length, steps, earliest)));
            case Grid.Listed listed -> listed.starts().stream().filter(start -> !start.isBefore(earliest))
                    .filter(start -> isFree(TimeRange.of(start, length), working, busy));
        };
    }

    /** Whether nothing of a range is busy. */
    public static boolean isFree(TimeRange range, List<TimeRange> busy) {
        var next = firstEndingAfter(range.from(), busy);
        return next == busy.size() || !busy.get(next).from().isBefore(range.to());
    }

    /** The starts of one stretch of working time that lie in a part of it. */
    private static Stream<Instant> starts(TimeRange stretch, TimeRange part, List<TimeRange> busy, Duration length, Grid.Steps steps,
            Instant earliest) {
        return free(new TimeRange(part.from(), stretch.to()), busy).stream().flatMap(free -> {
            var first = onGrid(later(free.from(), earliest), steps.fromFreeTime() ? free.from() : part.from(), steps.step());
            return Stream.iterate(first, start -> !start.plus(length).isAfter(free.to()) && start.isBefore(part.to()),
                    start -> start.plus(steps.step()));
        });
    }

    private static boolean isFree(TimeRange range, List<TimeRange> working, List<TimeRange> busy) {
        return working.stream().anyMatch(stretch -> !range.from().isBefore(stretch.from()) && !range.to().isAfter(stretch.to()))
                && isFree(range, busy);
    }

    private static Stream<TimeRange> common(TimeRange range, List<TimeRange> others) {
        return others.stream().filter(range::overlaps)
                .map(other -> new TimeRange(later(range.from(), other.from()), earlier(range.to(), other.to())));
    }

    /** What is left of a range: in order, without empty ones. */
    public static List<TimeRange> free(TimeRange range, List<TimeRange> busy) {
        var free = new ArrayList<TimeRange>();
        var from = range.from();
        for (var i = firstEndingAfter(from, busy); i < busy.size() && busy.get(i).from().isBefore(range.to()); i++) {
            if (from.isBefore(busy.get(i).from())) free.add(new TimeRange(from, busy.get(i).from()));
            from = later(from, busy.get(i).to());
        }
        if (from.isBefore(range.to())) free.add(new TimeRange(from, range.to()));
        return free;
    }

    private static Stream<TimeRange> instants(Stretch stretch, LocalDate date, ZoneId zone) {
        var from = date.atTime(stretch.from());
        var to = stretch.end(date);
        var change = zone.getRules().nextTransition(from.toInstant(ZoneOffset.MAX));
        if (change == null || !change.getInstant().isBefore(to.toInstant(ZoneOffset.MIN))) {
            var offset = zone.getRules().getOffset(from);
            return Stream.of(new TimeRange(from.toInstant(offset), to.toInstant(offset)));
        } else {
            var before = change.getOffsetBefore();
            var after = change.getOffsetAfter();
            return Stream.of(
                    upTo(change.getInstant(), from.toInstant(before), to.toInstant(before)),
                    startingAt(change.getInstant(), from.toInstant(after), to.toInstant(after)));
        }
    }

    private static TimeRange upTo(Instant limit, Instant from, Instant to) {
        return new TimeRange(earlier(from, limit), earlier(to, limit));
    }

    private static TimeRange startingAt(Instant limit, Instant from, Instant to) {
        return new TimeRange(later(from, limit), later(to, limit));
    }

    private static List<TimeRange> joined(List<TimeRange> ranges) {
        var joined = new ArrayList<TimeRange>();
        for (var range : ranges) {
            if (joined.isEmpty() || joined.getLast().to().isBefore(range.from())) {
                joined.add(range);
            } else {
                var last = joined.removeLast();
                joined.add(new TimeRange(last.from(), later(last.to(), range.to())));
            }
        }
        return joined;
    }

    /** The first point of the grid that is not before an instant. */
    private static Instant onGrid(Instant instant, Instant origin, Duration step) {
        var steps = Math.ceilDiv(Duration.between(origin, instant).toNanos(), step.toNanos()); // Duration divides by way of BigDecimal
        return origin.plusNanos(step.toNanos() * steps);
    }

    /** Busy time is in order and does not overlap, so its ends are in order too: a binary search. */
    private static int firstEndingAfter(Instant instant, List<TimeRange> busy) {
        var low = 0;
        var high = busy.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (busy.get(middle).to().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
