package bookform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Where the parts of a calendar lead. */
public interface CalendarLinks {
    String month(YearMonth month);

    String day(LocalDate date);

    String time(Instant start);
}
