package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.BookingDates;
import bookform.booking.FormStep.Kind;
import bookform.booking.TimeSlot;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Choose a day of a month and a time of that day. */
final class TimeSlotStep implements Step {
    // The month shown and the two after it, in one question: enough to find the next free day.
    private static final int MONTHS_ASKED = 3;
    private static final int MONTHS_AHEAD = 24;

    /** What the step shows: a month, and one of its days unless it has none to offer. */
    record Page(YearMonth month, Optional<LocalDate> date, LocalDate today, boolean hasLaterMonth) {}

    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    TimeSlotStep(BookingApi api, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public void show(Context ctx, Walk walk, String notice) {
        var today = LocalDate.now(clock.withZone(walk.location().zone()));
        var first = firstMonth(walk, today);
        var choices = walk.flow().choicesBefore(Kind.TIME, walk.selection());
        var dates = api.dates(walk.location().id(), choices, first.atDay(1), first.plusMonths(MONTHS_ASKED).atDay(1).minusDays(1));
        var page = page(walk, dates, first, today);
        var slots = page.date().map(date -> api.timeSlots(walk.location().id(), choices, date)).orElse(List.of());
        var view = TimeSlotView.of(walk, page, dates, atPresetTime(walk, slots), assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardTimeSlotStep(view));
    }

    private static YearMonth firstMonth(Walk walk, LocalDate today) {
        var thisMonth = YearMonth.from(today);
        return askedDate(walk).map(YearMonth::from).or(() -> walk.selection().month())
                .filter(month -> !month.isBefore(thisMonth) && month.isBefore(thisMonth.plusMonths(MONTHS_AHEAD)))
                .orElse(thisMonth);
    }

    /** The day asked for, else the first free one; a client who asked for nothing is led past a month that is full. */
    private static Page page(Walk walk, BookingDates dates, YearMonth first, LocalDate today) {
        var asked = askedDate(walk).filter(date -> YearMonth.from(date).equals(first));
        var free = dates.free().isEmpty() ? Optional.<LocalDate>empty() : Optional.of(dates.free().first());
        var month = asked.isEmpty() && walk.selection().month().isEmpty() ? free.map(YearMonth::from).orElse(first) : first;
        var date = asked.or(() -> free.filter(day -> YearMonth.from(day).equals(month)));
        return new Page(month, date, today, dates.working().higher(month.atEndOfMonth()) != null);
    }

    private static Optional<LocalDate> askedDate(Walk walk) {
        return walk.startDate().or(() -> walk.selection().date())
                .or(() -> walk.selection().month().isPresent() ? Optional.empty() : walk.flow().step(Kind.TIME).time().date());
    }

    /** A form whose times are hidden offers one time a day. */
    private static List<TimeSlot> atPresetTime(Walk walk, List<TimeSlot> slots) {
        var preset = walk.flow().step(Kind.TIME).time();
        if (!preset.timeHidden() || preset.time().isEmpty()) return slots;
        return slots.stream().filter(slot -> slot.start().atZone(walk.location().zone()).toLocalTime().equals(preset.time().get()))
                .toList();
    }
}
