package bookform.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/** Days, months and starts as addresses carry them. What cannot be read, or is on no calendar, was not asked for. */
public final class AskedDates {
    private static final Instant LAST = Instant.ofEpochSecond(253_000_000_000L);

    private AskedDates() {}

    public static Optional<LocalDate> day(String text) {
        return read(text, LocalDate::parse).filter(AskedDates::isOnCalendar);
    }

    public static Optional<YearMonth> month(String text) {
        return read(text, YearMonth::parse).filter(month -> isOnCalendar(month.atDay(1)));
    }

    public static Optional<Instant> start(String text) {
        return read(text, Instant::parse).filter(start -> start.isAfter(Instant.EPOCH) && start.isBefore(LAST));
    }

    private static boolean isOnCalendar(LocalDate date) {
        return date.getYear() > 1970 && date.getYear() < 10_000;
    }

    private static <T> Optional<T> read(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
