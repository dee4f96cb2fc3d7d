package bookform.widget;

import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The addresses of Altegio's widget, which lead to our pages on the same host. The form is in the host's name, or in {@code ?form=}. */
final class AltegioPages {
    private final BookingApi api;
    private final Pages pages;

    AltegioPages(BookingApi api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** {@code GET /} of a host that names a form; every other goes on. */
    void root(Context ctx) {
        if (ctx.method().name().equals("GET")) AltegioAddress.form(ctx.host()).ifPresent(form -> {
            pages.redirect(ctx, "/forms/" + form);
            ctx.skipRemainingHandlers();
        });
    }

    /** {@code GET /company/{location}/…}. */
    void page(Context ctx) {
        var form = form(ctx);
        var location = api.findLocation(form.location()).orElseThrow(NotFoundResponse::new);
        pages.redirect(ctx, AltegioAddress.ours(form, ctx.pathParam("page"), ctx.queryParam("o"), location.zone()));
    }

    /** {@code GET /company/{location}/success-order/{appointment}/{hash}}. */
    void booked(Context ctx) {
        var form = form(ctx);
        pages.redirect(ctx, "/forms/" + form.id() + "/visits/" + Incoming.pathId(ctx, "appointment").orElseThrow(NotFoundResponse::new)
                + "/" + ctx.pathParam("hash").replaceAll("[^A-Za-z0-9_-]", "")
                + AltegioAddress.place(form).map(place -> "?" + place).orElse(""));
    }

    /** The form that is meant, if it books at the location that the address names. */
    private BookingForm form(Context ctx) {
        var location = Incoming.pathId(ctx, "location");
        return AltegioAddress.form(ctx.host()).or(() -> Incoming.id(ctx.queryParam("form")))
                .flatMap(form -> location.flatMap(id -> api.findBookingForm(form, id))).orElseThrow(NotFoundResponse::new);
    }
}
