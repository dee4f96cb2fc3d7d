package bookform.appointment;

import bookform.booking.Appointment;
import bookform.calendar.CalendarLinks;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/**
 * The day, month or new start that a request asks for. The names in the address are not the wizard's: a page around a frame counts those
 * as steps of a booking. What cannot be read, or is on no calendar, was not asked for.
 */
record AskedTime(Optional<LocalDate> day, Optional<YearMonth> month, Optional<Instant> start) {
    private static final Instant LAST = Instant.ofEpochSecond(253_000_000_000L);

    static AskedTime of(Context ctx) {
        return new AskedTime(read(ctx, "day", LocalDate::parse).filter(AskedTime::isOnCalendar),
                read(ctx, "month", YearMonth::parse).filter(month -> isOnCalendar(month.atDay(1))),
                read(ctx, "to", Instant::parse).filter(start -> start.isAfter(Instant.EPOCH) && start.isBefore(LAST)));
    }

    static AskedTime of(Instant start) {
        return new AskedTime(Optional.empty(), Optional.empty(), Optional.of(start));
    }

    boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && start.isEmpty();
    }

    boolean isStart(Instant other) {
        return start.filter(other::equals).isPresent();
    }

    /** Only the day of the start, where the appointment is. */
    AskedTime itsDay(Appointment appointment) {
        return new AskedTime(start.map(at -> LocalDate.ofInstant(at, appointment.location().zone())), Optional.empty(), Optional.empty());
    }

    /** As {@link OpenAppointment#url} takes it. */
    String page() {
        return "time" + day.map(date -> "?day=" + date).or(() -> month.map(shown -> "?month=" + shown)).orElse("");
    }

    CalendarLinks links(OpenAppointment open) {
        return new CalendarLinks() {
            @Override
            public String month(YearMonth month) {
                return open.url("time?month=" + month);
            }

            @Override
            public String day(LocalDate date) {
                return open.url("time?day=" + date);
            }

            @Override
            public String time(Instant start) {
                return open.url("time?to=" + start);
            }
        };
    }

    private static boolean isOnCalendar(LocalDate date) {
        return date.getYear() > 1970 && date.getYear() < 10_000;
    }

    private static <T> Optional<T> read(Context ctx, String name, Function<String, T> parser) {
        try {
            return Optional.ofNullable(ctx.queryParam(name)).or(() -> Optional.ofNullable(ctx.formParam(name))).map(parser);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
