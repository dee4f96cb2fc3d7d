package bookform.cabinet;

import bookform.appointment.Deadlines;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.Instant;

/**
 * What {@code templates/cabinet/appointment.jte} prints.
 *
 * @param rule until when the client may move or cancel, in words; empty when there is nothing to say
 * @param moveUrl where to move it to another time; empty when that is not, or no longer, possible
 * @param cancelUrl where to cancel it, likewise
 * @param calendarUrl empty for what is over or cancelled
 * @param againUrl where to book the same again; empty for what is still ahead, and where there is nowhere to book
 * @param reviewUrl where to say how it was; empty when that is not possible, or not yet
 * @param moved it just was
 */
public record AppointmentView(CabinetFrame frame, OwnView own, String rule, String moveUrl, String cancelUrl, String calendarUrl,
        String againUrl, String reviewUrl, boolean moved) {
    /** @param bookable whether there is a form to book through at its location */
    static AppointmentView of(Visitor visitor, OwnVisit visit, boolean bookable, boolean moved, String notice, Instant now,
            Assets assets) {
        var t = visitor.t();
        var appointment = visit.appointment();
        var view = OwnView.of(t, visit.own(), now, assets);
        var over = OwnView.isOver(appointment, now);
        var frame = CabinetFrame.inside(visitor, view.facts().what(), Next.USUAL, view.url()).withBack(Next.USUAL).withNotice(notice);
        return new AppointmentView(frame, view, Deadlines.rule(t, appointment, now),
                appointment.isMovable() ? visit.url("time") : "", appointment.isCancellable() ? visit.url("cancellation") : "",
                over ? "" : visit.url("calendar.ics"), over && bookable ? visit.url("again") : "",
                visit.own().reviewToken().map(token -> "/reviews/" + token + "?lang=" + t.language()).orElse(""), moved && !over);
    }

    public Texts t() {
        return frame.t();
    }
}
