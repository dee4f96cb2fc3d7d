package bookform.cabinet;

import bookform.booking.BookingUnavailable;
import bookform.templates.Templates;
import bookform.web.Pages;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people see while the booking system does not answer: that their appointments are safe, what is known, and two ways on. */
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
        var retry = ctx.method().name().equals("GET") ? ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString())
                : Next.USUAL;
        var frame = CabinetFrame.outside(visitor, visitor.t().text("cabinet.unavailable_heading"), Next.USUAL);
        ctx.status(503).header("Retry-After", "10");
        pages.show(ctx, visitor.t(), frame.tabTitle(), templates.cabinetUnavailable(UnavailableView.of(frame, visitor, retry)));
    }
}
