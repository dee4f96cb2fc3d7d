package bookform.cabinet;

import bookform.booking.Appointment;
import bookform.booking.OwnAppointment;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.Instant;

/**
 * What {@code templates/cabinet/appointment.jte} prints.
 *
 * @param rule until when the client may cancel, in words; empty when there is nothing to say
 * @param calendarUrl empty for what is over or cancelled
 */
public record AppointmentView(CabinetFrame frame, OwnView own, String rule, String calendarUrl) {
    static AppointmentView of(Visitor visitor, OwnAppointment own, Instant now, Assets assets) {
        var t = visitor.t();
        var appointment = own.appointment();
        var view = OwnView.of(t, appointment, now, assets);
        var over = OwnView.isOver(appointment, now);
        return new AppointmentView(CabinetFrame.inside(visitor, view.what(), Next.USUAL, view.url()).withBack(Next.USUAL), view,
                over ? "" : rule(t, appointment, now), over ? "" : view.url() + "/calendar.ics");
    }

    public Texts t() {
        return frame.t();
    }

    private static String rule(Texts t, Appointment appointment, Instant now) {
        return appointment.cancellableUntil().filter(last -> !now.isAfter(last))
                .map(last -> t.text("confirmation.cancel_until", "when",
                        t.dateAndTime(last.atZone(appointment.location().zone()).toLocalDateTime())))
                .orElseGet(() -> t.text("confirmation.cancel_by_phone"));
    }
}
