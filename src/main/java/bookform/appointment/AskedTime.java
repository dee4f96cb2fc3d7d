package bookform.appointment;

import bookform.booking.Appointment;
import bookform.calendar.AskedDates;
import bookform.calendar.CalendarLinks;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The day, month or new start that a request asks for. The names in the address are not the wizard's: a page around a frame counts those
 * as steps of a booking.
 */
record AskedTime(Optional<LocalDate> day, Optional<YearMonth> month, Optional<Instant> start) {
    static AskedTime of(Context ctx) {
        return new AskedTime(sent(ctx, "day").flatMap(AskedDates::day), sent(ctx, "month").flatMap(AskedDates::month),
                sent(ctx, "to").flatMap(AskedDates::start));
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

    private static Optional<String> sent(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).or(() -> Optional.ofNullable(ctx.formParam(name)));
    }
}
