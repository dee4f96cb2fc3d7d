package bookform.appointment;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** {@code …/cancellation} of an appointment. */
public final class Cancellation {
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final UnsettledChange unsettled;

    public Cancellation(Pages pages, Templates templates, Assets assets) {
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.unsettled = new UnsettledChange(templates);
    }

    /** {@code GET}: asks; nothing changes. */
    public void ask(Context ctx, OpenAppointment open) {
        if (!open.appointment().isCancellable()) {
            pages.redirect(ctx, open.url(""));
        } else {
            var t = open.t();
            open.show(ctx, new OpenAppointment.Sheet("cancellation", t.text("cancellation.heading"), open.url(""), ""),
                    templates.appointmentCancellation(t, AppointmentFacts.of(t, open.appointment(), assets),
                            open.appointment().prepaid(), open.url("cancellation"),
                            open.url("")));
        }
    }

    /** {@code POST}: cancels; cancelling twice is the same as once. */
    public void create(Context ctx, OpenAppointment open) {
        try {
            open.cancel().orElseThrow(NotFoundResponse::new);
            pages.redirect(ctx, open.url(""));
        } catch (BookingRefused refused) {
            if (refused.reason() != Reason.TOO_LATE_TO_CANCEL) throw refused;
            open.show(ctx.status(409), Deadlines.tooLate(open.t(), open.appointment(), "cancellation.too_late"));
        } catch (BookingUnavailable failure) {
            unsettled.show(ctx, open, failure);
        }
    }
}
