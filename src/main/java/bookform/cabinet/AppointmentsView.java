package bookform.cabinet;

import bookform.booking.OwnAppointment;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.Instant;
import java.util.List;

/**
 * What {@code templates/cabinet/appointments.jte} prints.
 *
 * @param upcoming the next one first
 * @param past also what was cancelled; the latest first
 * @param earlierUrl shows more of the past; empty where there is no more
 * @param calendarUrl where a calendar can subscribe; empty where that is not offered
 */
public record AppointmentsView(CabinetFrame frame, List<OwnView> upcoming, List<OwnView> past, String earlierUrl,
        String calendarUrl) {
    private static final int PAGE = 10;

    /**
     * @param all the latest start first
     * @param calendars whether the booking system offers them
     * @param earlier how much of the past to show beyond the first page
     */
    static AppointmentsView of(Visitor visitor, List<OwnAppointment> all, int earlier, boolean calendars, Instant now, Assets assets) {
        var t = visitor.t();
        var past = all.stream().filter(own -> OwnView.isOver(own.appointment(), now)).toList();
        var upcoming = all.reversed().stream().filter(own -> !OwnView.isOver(own.appointment(), now)).toList();
        var shown = PAGE + earlier;
        return new AppointmentsView(CabinetFrame.inside(visitor, t.text("cabinet.heading"), Next.USUAL, Next.USUAL),
                shown(t, upcoming, now, assets), shown(t, past.subList(0, Math.min(shown, past.size())), now, assets),
                past.size() > shown ? Next.USUAL + "?earlier=" + (earlier + 2 * PAGE) : "",
                calendars ? CalendarFeed.URL : "");
    }

    public Texts t() {
        return frame.t();
    }

    private static List<OwnView> shown(Texts t, List<OwnAppointment> appointments, Instant now, Assets assets) {
        return appointments.stream().map(own -> OwnView.of(t, own, now, assets)).toList();
    }
}
