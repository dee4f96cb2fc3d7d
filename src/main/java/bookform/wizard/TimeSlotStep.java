package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.BookingDates;
import bookform.booking.FormStep.Kind;
import bookform.booking.TimeSlot;
import bookform.calendar.CalendarPage;
import bookform.calendar.FreeTime;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Choose a day of a month and a time of that day. */
final class TimeSlotStep implements Step {
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
        var page = CalendarPage.of(freeTime(walk), askedDate(walk), walk.selection().when().month(), today);
        var view = TimeSlotView.of(walk, atPresetTime(walk, page), assets, notice);
        pages.show(ctx, view.frame().document(), templates.wizardTimeSlotStep(view));
    }

    private FreeTime freeTime(Walk walk) {
        var location = walk.location().id();
        var choices = walk.flow().choicesBefore(Kind.TIME, walk.selection());
        return new FreeTime() {
            @Override
            public BookingDates dates(LocalDate first, LocalDate last) {
                return api.dates(location, choices, first, last);
            }

            @Override
            public List<TimeSlot> timeSlots(LocalDate date) {
                return api.timeSlots(location, choices, date);
            }
        };
    }

    private static Optional<LocalDate> askedDate(Walk walk) {
        return walk.startDate().or(() -> walk.selection().when().date())
                .or(() -> walk.selection().when().month().isPresent() ? Optional.empty() : walk.flow().step(Kind.TIME).time().date());
    }

    /** A form whose times are hidden offers one time a day. */
    private static CalendarPage atPresetTime(Walk walk, CalendarPage page) {
        var preset = walk.flow().step(Kind.TIME).time();
        if (!preset.timeHidden() || preset.time().isEmpty()) return page;
        return page.withSlots(slot -> slot.start().atZone(walk.location().zone()).toLocalTime().equals(preset.time().get()));
    }
}
