package bookform.calendar;

import bookform.booking.BookingDates;
import bookform.booking.TimeSlot;
import java.time.LocalDate;
import java.util.List;

/** When something could take place: what the port answers once it is known what, and by whom. */
public interface FreeTime {
    BookingDates dates(LocalDate first, LocalDate last);

    List<TimeSlot> timeSlots(LocalDate date);
}
