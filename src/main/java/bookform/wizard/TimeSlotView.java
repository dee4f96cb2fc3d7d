package bookform.wizard;

import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.calendar.CalendarLinks;
import bookform.calendar.CalendarPage;
import bookform.calendar.CalendarView;
import bookform.web.Assets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What {@code templates/wizard/timeSlotStep.jte} prints.
 *
 * @param anyone the way to the same day with any team member, offered where the chosen one has no time
 */
public record TimeSlotView(Frame frame, CalendarView calendar, String anyone, Optional<SummaryView> summary) {
    static TimeSlotView of(Walk walk, CalendarPage page, Assets assets, String notice) {
        var preset = walk.flow().step(Kind.TIME).time();
        var calendar = CalendarView.of(walk.t(), walk.location(), page, walk.selection().start(), links(walk));
        var anyone = page.slots().isEmpty() && walk.teamMember().isPresent() && walk.location().anyTeamMember()
                ? walk.selection().withTeamMember(Optional.of(FormStep.ANY)).url(Flow.page(Kind.TIME)) : "";
        return new TimeSlotView(Frame.around(walk, Kind.TIME, assets, notice),
                preset.dateHidden() && preset.date().isPresent() ? calendar.withoutMonth() : calendar, anyone,
                SummaryView.of(walk, Kind.TIME, walk.chosen().services(), page.slots()));
    }

    private static CalendarLinks links(Walk walk) {
        return new CalendarLinks() {
            @Override
            public String month(YearMonth month) {
                return walk.selection().withMonth(month).url(Flow.page(Kind.TIME));
            }

            @Override
            public String day(LocalDate date) {
                return walk.selection().withDate(date).url(Flow.page(Kind.TIME));
            }

            @Override
            public String time(Instant start) {
                var selection = walk.selection().withStart(start);
                return selection.url(Flow.page(walk.flow().next(Kind.TIME, selection)));
            }
        };
    }
}
