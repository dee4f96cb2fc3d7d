package bookform.altegio.wire;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The days that are worked on, and those of them with free time (§3.4); each as dates, and as days by the number of their month. */
public record BookDates(@EmptyArray Map<Integer, List<Integer>> bookingDays, List<LocalDate> bookingDates,
        @EmptyArray Map<Integer, List<Integer>> workingDays, List<LocalDate> workingDates) {

    public static BookDates of(Collection<LocalDate> booking, Collection<LocalDate> working) {
        return new BookDates(byMonth(booking), List.copyOf(booking), byMonth(working), List.copyOf(working));
    }

    private static Map<Integer, List<Integer>> byMonth(Collection<LocalDate> dates) {
        return dates.stream().collect(Collectors.groupingBy(LocalDate::getMonthValue, TreeMap::new,
                Collectors.mapping(LocalDate::getDayOfMonth, Collectors.toList())));
    }
}
