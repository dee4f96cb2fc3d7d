package bookform.booking;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days of a period, by what they offer.
 *
 * @param working days on which somebody works
 * @param free days with at least one free time slot; each of them is a working day
 */
public record BookingDates(NavigableSet<LocalDate> working, NavigableSet<LocalDate> free) {
    public BookingDates {
        working = Collections.unmodifiableNavigableSet(new TreeSet<>(working));
        free = Collections.unmodifiableNavigableSet(new TreeSet<>(free));
    }
}
