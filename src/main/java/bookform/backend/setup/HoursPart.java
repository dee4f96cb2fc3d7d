package bookform.backend.setup;

import bookform.backend.setup.WorkingHours.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Working hours in a file: a week such as {@code mon-fri: "09:00-13:00, 14:00-18:00"}, and days that differ from it, such as
 * {@code "2026-12-25": off}, {@code "+3": "09:00-12:00"} or {@code "2026-08-01..2026-08-14": off}.
 */
final class HoursPart {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int LONGEST_RANGE = 366;

    private HoursPart() {}

    static Map<DayOfWeek, List<Stretch>> readWeek(Node week) {
        var hours = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
        if (week.isOff()) return hours;
        for (var entry : week.object().isPresent() ? week.children() : List.<Node>of()) {
            var stretches = stretches(entry);
            for (var day : weekdays(entry)) {
                if (hours.putIfAbsent(day, stretches) != null) entry.wrong(word(day) + " is there already");
            }
        }
        hours.values().removeIf(List::isEmpty);
        return hours;
    }

    static SortedMap<LocalDate, List<Stretch>> readDays(Node days, LocalDate today) {
        var hours = new TreeMap<LocalDate, List<Stretch>>();
        for (var entry : days.object().isPresent() ? days.children() : List.<Node>of()) {
            var stretches = stretches(entry);
            for (var day : days(entry, today)) {
                if (hours.putIfAbsent(day, stretches) != null) entry.wrong(day + " is there already");
            }
        }
        return hours;
    }

    /** Weekdays in a row with the same hours become one entry. */
    static Map<String, Object> writeWeek(Map<DayOfWeek, List<Stretch>> hours) {
        var week = new LinkedHashMap<String, Object>();
        for (int first = 0; first < 7; first++) {
            var stretches = hours.getOrDefault(DayOfWeek.of(first + 1), List.of());
            int last = first;
            while (last < 6 && hours.getOrDefault(DayOfWeek.of(last + 2), List.of()).equals(stretches)) last++;
            var days = WEEKDAYS.get(first) + (last == first ? "" : "-" + WEEKDAYS.get(last));
            if (!stretches.isEmpty()) week.put(days, text(stretches));
            first = last;
        }
        return week;
    }

    static Map<String, Object> writeDays(SortedMap<LocalDate, List<Stretch>> hours) {
        var days = new LinkedHashMap<String, Object>();
        hours.forEach((day, stretches) -> days.put(day.toString(), text(stretches)));
        return days;
    }

    private static String text(List<Stretch> stretches) {
        if (stretches.isEmpty()) return "off";
        return stretches.stream().map(stretch -> stretch.from() + "-" + end(stretch)).collect(Collectors.joining(", "));
    }

    /** As weekdays are written. */
    static String word(DayOfWeek day) {
        return WEEKDAYS.get(day.ordinal());
    }

    private static String end(Stretch stretch) {
        return stretch.to().equals(LocalTime.MIDNIGHT) ? "24:00" : stretch.to().toString();
    }

    private static List<Stretch> stretches(Node node) {
        var stretches = new ArrayList<Stretch>();
        var text = node.isOff() ? "" : node.text().orElse("");
        for (var part : text.isEmpty() ? new String[0] : text.split(",")) {
            var stretch = stretch(node, part.strip());
            if (stretch.isEmpty()) return List.of();
            if (!stretches.isEmpty() && stretch.get().from().toSecondOfDay() < stretches.getLast().toSecondOfDay()) {
                node.wrong(part.strip() + " begins before " + end(stretches.getLast()) + ", when the stretch before it ends");
            }
            stretches.add(stretch.get());
        }
        return stretches;
    }

    private static Optional<Stretch> stretch(Node node, String text) {
        var ends = text.split("\\s*[-–]\\s*", -1);
        var from = TimeText.time(ends[0]);
        var to = ends.length == 2 ? TimeText.end(ends[1]) : Optional.<LocalTime>empty();
        if (from.isEmpty() || to.isEmpty()) {
            node.wrong(node.quoted() + " is not working hours; say \"09:00-13:00, 14:00-18:00\", 24:00 at the latest, or off");
        } else if (from.get().isBefore(to.get()) || to.get().equals(LocalTime.MIDNIGHT)) {
            return Optional.of(new Stretch(from.get(), to.get()));
        } else {
            node.wrong(text + " ends before it begins");
        }
        return Optional.empty();
    }

    /** The day that {@code fri} stands for. */
    static Optional<DayOfWeek> weekday(String text) {
        var index = WEEKDAYS.indexOf(text.toLowerCase(Locale.ROOT));
        return index < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(index + 1));
    }

    /** The days of {@code fri}, {@code mon-fri}, {@code sat-mon} or {@code mon, wed-fri}. */
    static List<DayOfWeek> weekdays(Node entry) {
        var days = new ArrayList<DayOfWeek>();
        for (var part : entry.key().toLowerCase(Locale.ROOT).split(",")) {
            var ends = part.strip().split("\\s*-\\s*", -1);
            int first = WEEKDAYS.indexOf(ends[0]);
            int last = WEEKDAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                entry.wrong("is not a weekday; say mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri");
                return List.of();
            }
            for (int day = 0; day <= Math.floorMod(last - first, 7); day++) days.add(DayOfWeek.of(first + 1).plus(day));
        }
        return days;
    }

    static List<LocalDate> days(Node entry, LocalDate today) {
        var ends = entry.key().strip().split("\\s*\\.\\.\\s*", -1);
        var first = TimeText.day(ends[0], today);
        var last = TimeText.day(ends[ends.length - 1], today);
        if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
            entry.wrong("is not a day; say 2026-12-24, +3 for three days from today, or a range such as 2026-12-24..2026-12-26");
        } else if (last.get().isBefore(first.get())) {
            entry.wrong("ends before it begins");
        } else if (first.get().plusDays(LONGEST_RANGE).isBefore(last.get())) {
            entry.wrong("is longer than a year");
        } else {
            return first.get().datesUntil(last.get().plusDays(1)).toList();
        }
        return List.of();
    }
}
