package bookform.backend.setup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * At which times of the day appointments may start: as a rule, on weekdays that differ, and on days that differ even from those. A day
 * that differs does so in everything: nothing is taken over from the rule.
 */
public record SlotGrid(Slots usual, Map<DayOfWeek, Slots> week, SortedMap<LocalDate, Slots> days) {
    public SlotGrid {
        var copiedWeek = new EnumMap<DayOfWeek, Slots>(DayOfWeek.class);
        copiedWeek.putAll(week);
        week = Collections.unmodifiableMap(copiedWeek);
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** The same slots on every day. */
    public static SlotGrid of(Slots usual) {
        return new SlotGrid(usual, Map.of(), new TreeMap<>());
    }

    public Slots on(LocalDate date) {
        var exception = days.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), usual);
    }

    /** What starts are counted from. */
    public enum Kind {
        /** From the start of each stretch of working time, whatever is booked in it. */
        SCHEDULE,
        /** From the start of each stretch of time that is still free, so that whoever was booked last leaves no gap behind. */
        DYNAMIC,
        /** From nothing: they are listed. */
        PREDEFINED
    }

    /**
     * The slots of one day, in the location's wall-clock time.
     *
     * @param step what starts are apart, except listed ones
     * @param first no start is earlier; where it lies within working time, steps are counted from it
     * @param last no start is later
     * @param starts those of {@link Kind#PREDEFINED}, in order
     */
    public record Slots(Kind kind, Duration step, Optional<LocalTime> first, Optional<LocalTime> last, List<LocalTime> starts) {
        public Slots {
            starts = List.copyOf(starts);
        }

        /** Steps that are counted from the start of working time. */
        public static Slots every(Duration step) {
            return new Slots(Kind.SCHEDULE, step, Optional.empty(), Optional.empty(), List.of());
        }
    }
}
