package bookform.calendar;

import bookform.booking.BookingDates;
import bookform.booking.TimeSlot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A month, one of its days unless it has none to offer, and what is free then.
 *
 * @param dates of this month and those after it that were asked about, so that the next free day can be found
 * @param slots of the day
 */
public record CalendarPage(YearMonth month, Optional<LocalDate> date, LocalDate today, BookingDates dates, List<TimeSlot> slots) {
    private static final int MONTHS_ASKED = 3;
    private static final int MONTHS_AHEAD = 24;

    /**
     * The day asked for, else the first free one; a client who asked for nothing is led past a month that is full.
     *
     * @param asked the day whose times are wanted
     * @param month the month that is wanted, where no day is
     */
    public static CalendarPage of(FreeTime free, Optional<LocalDate> asked, Optional<YearMonth> month, LocalDate today) {
        var first = asked.map(YearMonth::from).or(() -> month).filter(isShown(YearMonth.from(today))).orElse(YearMonth.from(today));
        var dates = free.dates(first.atDay(1), first.plusMonths(MONTHS_ASKED).atDay(1).minusDays(1));
        var firstFree = dates.free().isEmpty() ? Optional.<LocalDate>empty() : Optional.of(dates.free().first());
        var here = asked.filter(date -> YearMonth.from(date).equals(first));
        var shown = here.isEmpty() && month.isEmpty() ? firstFree.map(YearMonth::from).orElse(first) : first;
        var date = here.or(() -> firstFree.filter(day -> YearMonth.from(day).equals(shown)));
        return new CalendarPage(shown, date, today, dates, date.map(free::timeSlots).orElse(List.of()));
    }

    public CalendarPage withSlots(Predicate<TimeSlot> wanted) {
        return new CalendarPage(month, date, today, dates, slots.stream().filter(wanted).toList());
    }

    boolean hasEarlierMonth() {
        return month.isAfter(YearMonth.from(today));
    }

    boolean hasLaterMonth() {
        return dates.working().higher(month.atEndOfMonth()) != null;
    }

    /** A free day other than the one shown: the next one, or else the first. */
    Optional<LocalDate> nextFree() {
        return Optional.ofNullable(dates.free().higher(date.orElse(today))).or(() -> dates.free().stream().findFirst())
                .filter(free -> date.filter(free::equals).isEmpty());
    }

    private static Predicate<YearMonth> isShown(YearMonth thisMonth) {
        return month -> !month.isBefore(thisMonth) && month.isBefore(thisMonth.plusMonths(MONTHS_AHEAD));
    }
}
