package bookform.backend.availability;

import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The starts of one day that may be offered: {@link Slots} as instants. */
public sealed interface Grid {
    /**
     * Starts that are steps apart.
     *
     * @param fromFreeTime whether steps are counted from the start of each stretch of free time, else of working time
     * @param within where starts may lie, in order; steps are counted from there where that is later. Empty for everywhere
     */
    record Steps(Duration step, boolean fromFreeTime, Optional<List<TimeRange>> within) implements Grid {
        public Steps {
            if (!step.isPositive()) throw new IllegalArgumentException("No steps: " + step);
        }
    }

    /** Starts that are listed, in order. */
    record Listed(List<Instant> starts) implements Grid {}

    /**
     * A time that the wall clock shows twice on that day is a start twice, one that it leaves out is none.
     */
    static Grid of(Slots slots, LocalDate date, ZoneId zone) {
        return switch (slots.kind()) {
            case SCHEDULE -> new Steps(slots.step(), false, within(slots, date, zone));
            case DYNAMIC -> new Steps(slots.step(), true, within(slots, date, zone));
            case PREDEFINED -> new Listed(slots.starts().stream()
                    .filter(start -> slots.first().filter(start::isBefore).isEmpty() && slots.last().filter(start::isAfter).isEmpty())
                    .flatMap(start -> instants(start, date, zone)).sorted().toList());
        };
    }

    private static Optional<List<TimeRange>> within(Slots slots, LocalDate date, ZoneId zone) {
        if (slots.first().isEmpty() && slots.last().isEmpty()) return Optional.empty();
        // Ranges end before their end: one second later, the last start is inside, and the next whole second is not.
        var end = slots.last().map(last -> last.plusSeconds(1)).orElse(LocalTime.MIDNIGHT);
        return Optional.of(Availability.working(List.of(new Stretch(slots.first().orElse(LocalTime.MIDNIGHT), end)), date, zone));
    }

    private static Stream<Instant> instants(LocalTime time, LocalDate date, ZoneId zone) {
        var local = date.atTime(time);
        return zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
    }
}
