package bookform.appointment;

import bookform.appointment.OpenAppointment.Sheet;
import bookform.booking.BookingUnavailable;
import bookform.templates.Templates;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client reads whose cancellation or move may have been made, or not: that nobody knows yet, and where to look. */
final class UnsettledChange {
    private static final Logger LOG = LoggerFactory.getLogger(UnsettledChange.class);

    private final Templates templates;

    UnsettledChange(Templates templates) {
        this.templates = templates;
    }

    /** @throws BookingUnavailable the same, when nothing was changed */
    void show(Context ctx, OpenAppointment open, BookingUnavailable why) {
        if (!why.mayBeDone()) throw why;
        LOG.warn("A change of an appointment may have been made, or not: {}", why.toString(), why.getCause());
        var t = open.t();
        open.show(ctx.status(503).header("Retry-After", "10"), new Sheet("", t.text("error.unsettled.heading"), "", ""),
                templates.appointmentUnanswered(t, t.text("error.unsettled.text"), open.appointment().location().phone(),
                        t.text("checking.again"),
                        open.url("")));
    }
}
