package bookform.cabinet;

import bookform.booking.BookingUnavailable;
import bookform.templates.Templates;
import bookform.web.Pages;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people see while the booking system does not answer: whether they have to look again, what is known, and two ways on. */
final class Unavailable {
    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private final Pages pages;
    private final Templates templates;

    Unavailable(Pages pages, Templates templates) {
        this.pages = pages;
        this.templates = templates;
    }

    /** Trying a GET again is safe; a form is sent again only by the person. */
    void show(Context ctx, Visitor visitor, BookingUnavailable why) {
        LOG.warn("{} {} is unavailable: {}", ctx.method(), ctx.endpoints().matchedHttpEndpoint().path, why.toString());
        if (ctx.method().name().equals("POST")) {
            show(ctx, UnavailableView.of(visitor, "error.unchanged.heading", "error.unchanged.text", "error.retry", Next.USUAL));
        } else {
            var again = ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
            show(ctx, UnavailableView.of(visitor, "cabinet.unavailable_heading", "cabinet.unavailable", "error.retry", again));
        }
    }

    /**
     * A form was sent, now or before, and may have been obeyed.
     *
     * @param url where that can be seen
     */
    void showUnsettled(Context ctx, Visitor visitor, BookingUnavailable why, String url) {
        LOG.warn("{} {} may have been done, or not: {}", ctx.method(), ctx.endpoints().matchedHttpEndpoint().path, why.toString(),
                why.getCause());
        show(ctx, UnavailableView.of(visitor, "error.unsettled.heading", "error.unsettled.text", "checking.again", url));
    }

    private void show(Context ctx, UnavailableView view) {
        ctx.status(503).header("Retry-After", "10");
        pages.show(ctx, view.frame().t(), view.frame().tabTitle(), templates.cabinetUnavailable(view));
    }
}
