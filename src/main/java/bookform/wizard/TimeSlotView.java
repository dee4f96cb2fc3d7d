package bookform.wizard;

import bookform.booking.BookingDates;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.TimeSlot;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@code templates/wizard/timeSlotStep.jte} prints: a month of days, then the times of one of them.
 *
 * @param calendar empty where the form has the day chosen beforehand
 * @param day the day whose times are shown, in words; empty when the month has no day to show
 * @param nextFree the way to the next free day, offered where this one has no time
 * @param anyone the way to the same day with any team member, offered likewise
 */
public record TimeSlotView(Frame frame, Optional<Calendar> calendar, String day, List<Part> parts, Optional<Link> nextFree, String anyone,
        String zone,
        String zoneId, Optional<SummaryView> summary) {
    /** @param earlier the month before, or empty when it is past */
    public record Calendar(String month, Optional<Link> earlier, Optional<Link> later, List<Weekday> weekdays, List<List<Day>> weeks) {}

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

    static TimeSlotView of(Walk walk, TimeSlotStep.Page page, BookingDates dates, List<TimeSlot> slots, Assets assets, String notice) {
        var t = walk.t();
        var preset = walk.flow().step(Kind.TIME).time();
        var calendar =
                preset.dateHidden() && preset.date().isPresent() ? Optional.<Calendar>empty() : Optional.of(calendar(walk, page, dates));
        var nextFree = slots.isEmpty() ? nextFree(walk, page, dates) : Optional.<Link>empty();
        var anyone = slots.isEmpty() && walk.teamMember().isPresent() && walk.location().anyTeamMember()
                ? walk.selection().withTeamMember(Optional.of(FormStep.ANY)).url(Flow.page(Kind.TIME)) : "";
        return new TimeSlotView(Frame.around(walk, Kind.TIME, assets, notice), calendar, page.date().map(t::fullDate).orElse(""),
                parts(walk, slots), nextFree,
                anyone, t.zone(walk.location().zone()), walk.location().zone().getId(),
                SummaryView.of(walk, Kind.TIME, walk.chosen().services()));
    }

    private static Calendar calendar(Walk walk, TimeSlotStep.Page page, BookingDates dates) {
        var t = walk.t();
        var month = page.month();
        var earlier = month.isAfter(YearMonth.from(page.today())) ? Optional.of(month.minusMonths(1)) : Optional.<YearMonth>empty();
        var later = page.hasLaterMonth() ? Optional.of(month.plusMonths(1)) : Optional.<YearMonth>empty();
        return new Calendar(t.month(month), earlier.map(other -> monthLink(walk, other)), later.map(other -> monthLink(walk, other)),
                Texts.week(walk.location().country()).stream()
                        .map(day -> new Weekday(t.weekday(day), t.weekdayInShort(day)))
                        .toList(),
                weeks(walk, page, dates));
    }

    private static Link monthLink(Walk walk, YearMonth month) {
        return new Link(walk.t().month(month), walk.selection().withMonth(month).url(Flow.page(Kind.TIME)));
    }

    private static List<List<Day>> weeks(Walk walk, TimeSlotStep.Page page, BookingDates dates) {
        var first = page.month().atDay(1);
        var blanks = Texts.week(walk.location().country()).indexOf(first.getDayOfWeek());
        var cells = new ArrayList<Day>();
        for (var i = 0; i < blanks; i++) cells.add(Day.BLANK);
        for (var day = 1; day <= page.month().lengthOfMonth(); day++) cells.add(day(walk, page, dates, page.month().atDay(day)));
        while (cells.size() % 7 != 0) cells.add(Day.BLANK);
        return IntStream.range(0, cells.size() / 7).mapToObj(week -> List.copyOf(cells.subList(week * 7, week * 7 + 7))).toList();
    }

    private static Day day(Walk walk, TimeSlotStep.Page page, BookingDates dates, LocalDate date) {
        var t = walk.t();
        var state = dates.free().contains(date) ? "free" : dates.working().contains(date) ? "full" : "closed";
        var chosen = page.date().filter(date::equals).isPresent();
        var notes = new ArrayList<String>();
        if (date.equals(page.today())) notes.add(t.text("time.today"));
        if (chosen) notes.add(t.text("time.chosen"));
        if (state.equals("full")) notes.add(t.text("time.full"));
        if (state.equals("closed")) notes.add(t.text("time.closed"));
        var url = state.equals("free") ? walk.selection().withDate(date).url(Flow.page(Kind.TIME)) : "";
        return new Day(Integer.toString(date.getDayOfMonth()), state, date.equals(page.today()), chosen, String.join(", ", notes), url);
    }

    private static List<Part> parts(Walk walk, List<TimeSlot> slots) {
        var t = walk.t();
        return List.of(part(walk, t.text("time.morning"), slots, LocalTime.MIN, LocalTime.NOON),
                part(walk, t.text("time.afternoon"), slots, LocalTime.NOON, LocalTime.of(17, 0)),
                part(walk, t.text("time.evening"), slots, LocalTime.of(17, 0), LocalTime.MAX)).stream()
                .filter(part -> !part.times().isEmpty()).toList();
    }

    private static Part part(Walk walk, String title, List<TimeSlot> slots, LocalTime from, LocalTime to) {
        var zone = walk.location().zone();
        return new Part(title, slots.stream()
                .filter(slot -> {
                    var time = slot.start().atZone(zone).toLocalTime();
                    return !time.isBefore(from) && time.isBefore(to);
                })
                .map(slot -> chip(walk, slot, slots))
                .toList());
    }

    private static Chip chip(Walk walk, TimeSlot slot, List<TimeSlot> slots) {
        var selection = walk.selection().withStart(slot.start());
        var at = slot.start().atZone(walk.location().zone());
        return new Chip(time(walk, at, slots), selection.url(Flow.page(walk.flow().next(Kind.TIME, selection))),
                walk.selection().start().filter(slot.start()::equals).isPresent());
    }

    /** In the night when the clocks go back an hour comes twice: its times say which of the two they are. */
    private static String time(Walk walk, ZonedDateTime at, List<TimeSlot> slots) {
        var text = walk.t().time(at.toLocalTime());
        var twice = slots.stream().map(slot -> slot.start().atZone(at.getZone()))
                .anyMatch(other -> !other.equals(at) && other.toLocalTime().equals(at.toLocalTime()));
        return twice ? text + " (UTC" + at.getOffset() + ")" : text;
    }

    private static Optional<Link> nextFree(Walk walk, TimeSlotStep.Page page, BookingDates dates) {
        var after = page.date().orElse(page.today());
        return Optional.ofNullable(dates.free().higher(after)).or(() -> dates.free().stream().findFirst())
                .filter(date -> page.date().filter(date::equals).isEmpty())
                .map(date -> new Link(walk.t().date(date), walk.selection().withDate(date).url(Flow.page(Kind.TIME))));
    }
}
