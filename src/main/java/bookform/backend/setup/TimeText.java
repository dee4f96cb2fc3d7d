package bookform.backend.setup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and times of the day as people write them. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d(:\\d\\d)?");
    private static final Pattern RELATIVE_DAY = Pattern.compile("[+-]?\\d{1,4}");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private TimeText() {}

    /** {@code 9:30}, {@code 09:30} or {@code 09:30:15}. */
    static Optional<LocalTime> time(String text) {
        if (!TIME.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link #time}, and {@code 24:00}: the midnight that ends a day. */
    static Optional<LocalTime> end(String text) {
        return text.equals("24:00") ? Optional.of(LocalTime.MIDNIGHT) : time(text).filter(time -> !time.equals(LocalTime.MIDNIGHT));
    }

    /** {@code 2026-12-24}, or days from today such as {@code 0} and {@code +3}; within this century. */
    static Optional<LocalDate> day(String text, LocalDate today) {
        try {
            var day = RELATIVE_DAY.matcher(text).matches() ? today.plusDays(Integer.parseInt(text)) : LocalDate.parse(text);
            return Optional.of(day).filter(date -> !date.isBefore(FIRST) && !date.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-12-24T09:30:00Z}; within this century. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(instant -> instant.isAfter(midnight(FIRST)) && instant.isBefore(midnight(LAST)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
