package bookform.calendar;

import bookform.booking.Location;
import bookform.booking.TimeSlot;
import bookform.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code templates/calendar/_calendar.jte} prints: a month of days, then the times of one of them.
 *
 * @param month empty where the day is not up to the client
 * @param day the day whose times are shown, in words; empty when the month has no day to show
 * @param nextFree the way to the next free day, offered where this one has no time
 */
public record CalendarView(Optional<Month> month, String day, List<Part> parts, Optional<Link> nextFree, String zone, String zoneId) {
    /** @param earlier the month before, or empty when it is past */
    public record Month(String name, Optional<Link> earlier, Optional<Link> later, List<Weekday> weekdays, List<List<Day>> weeks) {}

    public record Weekday(String name, String abbreviation) {}

    /**
     * A cell of the calendar.
     *
     * @param number empty for a cell that belongs to another month
     * @param state {@code free}, {@code full}, {@code closed}
     * @param note what the look alone says to those who see it
     */
    public record Day(String number, String state, boolean today, boolean chosen, String note, String url) {
        static final Day BLANK = new Day("", "", false, false, "", "");
    }

    /** A part of the day with its times. */
    public record Part(String title, List<Chip> times) {}

    public record Chip(String time, String url, boolean chosen) {}

    public record Link(String text, String url) {}

    /** @param chosen the start that is chosen already */
    public static CalendarView of(Texts t, Location location, CalendarPage page, Optional<Instant> chosen, CalendarLinks links) {
        return new Drawing(t, location, page, chosen, links).view();
    }

    public CalendarView withoutMonth() {
        return new CalendarView(Optional.empty(), day, parts, nextFree, zone, zoneId);
    }

    private record Drawing(Texts t, Location location, CalendarPage page, Optional<Instant> chosen, CalendarLinks links) {
        CalendarView view() {
            return new CalendarView(Optional.of(month()), page.date().map(t::fullDate).orElse(""), parts(),
                    page.slots().isEmpty() ? page.nextFree().map(date -> new Link(t.date(date), links.day(date))) : Optional.empty(),
                    t.zone(location.zone()), location.zone().getId());
        }

        Month month() {
            var earlier = page.hasEarlierMonth() ? Optional.of(monthLink(page.month().minusMonths(1))) : Optional.<Link>empty();
            var later = page.hasLaterMonth() ? Optional.of(monthLink(page.month().plusMonths(1))) : Optional.<Link>empty();
            return new Month(t.month(page.month()), earlier, later,
                    Texts.week(location.country()).stream()
                            .map(day -> new Weekday(t.weekday(day), t.columnHead(day)))
                            .toList(),
                    weeks());
        }

        Link monthLink(YearMonth month) {
            return new Link(t.month(month), links.month(month));
        }

        List<List<Day>> weeks() {
            var first = page.month().atDay(1);
            var blanks = Texts.week(location.country()).indexOf(first.getDayOfWeek());
            var cells = new ArrayList<Day>();
            for (var i = 0; i < blanks; i++) cells.add(Day.BLANK);
            for (var day = 1; day <= page.month().lengthOfMonth(); day++) cells.add(day(page.month().atDay(day)));
            while (cells.size() % 7 != 0) cells.add(Day.BLANK);
            return IntStream.range(0, cells.size() / 7).mapToObj(week -> List.copyOf(cells.subList(week * 7, week * 7 + 7))).toList();
        }

        Day day(LocalDate date) {
            var state = page.dates().free().contains(date) ? "free" : page.dates().working().contains(date) ? "full" : "closed";
            var today = date.equals(page.today());
            var shown = page.date().filter(date::equals).isPresent();
            var notes = new ArrayList<String>();
            if (today) notes.add(t.text("time.today"));
            if (shown) notes.add(t.text("time.chosen"));
            if (state.equals("full")) notes.add(t.text("time.full"));
            if (state.equals("closed")) notes.add(t.text("time.closed"));
            return new Day(Integer.toString(date.getDayOfMonth()), state, today, shown, String.join(", ", notes),
                    state.equals("free") ? links.day(date) : "");
        }

        List<Part> parts() {
            return Stream.of(part(t.text("time.morning"), LocalTime.MIN, LocalTime.NOON),
                    part(t.text("time.afternoon"), LocalTime.NOON, LocalTime.of(17, 0)),
                    part(t.text("time.evening"), LocalTime.of(17, 0), LocalTime.MAX))
                    .filter(part -> !part.times().isEmpty()).toList();
        }

        Part part(String title, LocalTime from, LocalTime to) {
            return new Part(title, page.slots().stream().map(TimeSlot::start).filter(start -> {
                var time = local(start).toLocalTime();
                return !time.isBefore(from) && time.isBefore(to);
            }).map(start -> new Chip(time(local(start)), links.time(start), chosen.filter(start::equals).isPresent())).toList());
        }

        /** In the night when the clocks go back an hour comes twice: its times say which of the two they are. */
        String time(ZonedDateTime at) {
            var text = t.time(at.toLocalTime());
            var twice = page.slots().stream().map(slot -> local(slot.start()))
                    .anyMatch(other -> !other.equals(at) && other.toLocalTime().equals(at.toLocalTime()));
            return twice ? text + " (UTC" + at.getOffset() + ")" : text;
        }

        ZonedDateTime local(Instant instant) {
            return instant.atZone(location.zone());
        }
    }
}
