package bookform.backend.setup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a team member works, in the location's wall-clock time: a usual week, and days that differ from it. A break is the gap between
 * two stretches; a day with no stretch is a day off.
 *
 * @param week weekdays that are missing are days off
 * @param days days that do not follow the week: other hours, or none
 */
public record WorkingHours(Map<DayOfWeek, List<Stretch>> week, SortedMap<LocalDate, List<Stretch>> days) {
    public static final WorkingHours NONE = new WorkingHours(Map.of(), new TreeMap<>());

    public WorkingHours {
        var copiedWeek = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
        week.forEach((day, stretches) -> copiedWeek.put(day, List.copyOf(stretches)));
        week = Collections.unmodifiableMap(copiedWeek);
        var copiedDays = new TreeMap<LocalDate, List<Stretch>>();
        days.forEach((day, stretches) -> copiedDays.put(day, List.copyOf(stretches)));
        days = Collections.unmodifiableSortedMap(copiedDays);
    }

    /**
     * From one time of the day up to, not including, a later one.
     *
     * @param to midnight is the end of the day, 24:00
     */
    public record Stretch(LocalTime from, LocalTime to) {
        private static final int DAY = 24 * 60 * 60;

        public Stretch {
            if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT))
                throw new IllegalArgumentException("A stretch of work ends after it begins: " + from + "–" + to);
        }

        /** @param to up to 86400 */
        public static Stretch ofSecondsOfDay(int from, int to) {
            return new Stretch(LocalTime.ofSecondOfDay(from), LocalTime.ofSecondOfDay(to % DAY));
        }

        /** Its end in seconds after the midnight before it. */
        public int toSecondOfDay() {
            return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay();
        }

        /** Where it ends on a day: 24:00 is the next one. */
        public LocalDateTime end(LocalDate date) {
            return to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(to);
        }
    }

    public List<Stretch> on(LocalDate date) {
        var exception = days.get(date);
        if (exception != null) return exception;
        return week.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
