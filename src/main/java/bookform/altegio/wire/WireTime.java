package bookform.altegio.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as the API writes them, each field in its own way, and as its clients do (§1.6). */
public final class WireTime {
    private static final DateTimeFormatter WITH_COLON = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter WITHOUT_COLON = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;
    private static final Instant FIRST = LocalDate.of(FIRST_YEAR, 1, 2).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST = LocalDate.of(LAST_YEAR, 12, 30).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

    /** A "+" that was not encoded arrives as a space. */
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?\\s?(Z|[-+ ]\\d{2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);

    private WireTime() {}

    /** {@code 2030-01-15T10:00:00+01:00}: what can be booked. */
    public static String withColon(Instant instant, ZoneId zone) {
        return WITH_COLON.format(instant.atZone(zone));
    }

    /** {@code 2030-01-15T09:00:00+00:00}: the same for those who do not know the zone. */
    public static String utc(Instant instant) {
        return withColon(instant, ZoneOffset.UTC);
    }

    /** Whether it can be told in four digits of a year. */
    public static boolean isWritable(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** As {@link #isWritable(LocalDate)}, and a whole second. */
    public static boolean isWritable(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(LAST) && instant.getNano() == 0;
    }

    /** {@code 2030-01-15T10:00:00+0100}: what was booked. */
    public static String withoutColon(Instant instant, ZoneId zone) {
        return WITHOUT_COLON.format(instant.atZone(zone));
    }

    /** {@code 2030-01-15 10:00:00}, on the location's wall clock. */
    public static String local(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }

    /** {@code 10:00}, on the location's wall clock. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** {@code 2030-01-15}, {@code 20300115}, or the day of a date and time; empty for everything else. */
    public static Optional<LocalDate> date(String text) {
        var dateTime = DATE_TIME.matcher(text.strip());
        var date = dateTime.matches() ? dateTime : DATE.matcher(text.strip());
        if (!date.matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * A date and time with any offset, with or without seconds, fractions and colon; without an offset it is on the location's wall
     * clock, and the first of the two where that shows it twice. Empty for everything else, and for a time that the clock leaves out.
     */
    public static Optional<Instant> instant(String text, ZoneId zone) {
        var matcher = DATE_TIME.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        try {
            var local = LocalDateTime.of(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4), number(matcher, 5),
                    number(matcher, 6));
            return matcher.group(7) == null ? onTheWall(local, zone) : Optional.of(local.toInstant(offset(matcher.group(7))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** What is left out is 0. */
    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static Optional<Instant> onTheWall(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    }

    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.replace(' ', '+').toUpperCase(Locale.ROOT));
    }
}
