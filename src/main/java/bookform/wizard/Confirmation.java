package bookform.wizard;

import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.CalendarFile;
import bookform.web.Languages;
import bookform.web.Look;
import bookform.web.Pages;
import bookform.web.SecurityHeaders;
import bookform.web.Texts;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.util.Optional;

/**
 * A booked appointment, for whoever holds its hash: see it, put it into a calendar, cancel it. An appointment that is not there and a
 * hash that is not its own look the same.
 */
final class Confirmation {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    /** What the address names, found. */
    private record Found(BookingForm form, Appointment appointment, VisitAddress address, Texts t, Look look) {}

    Confirmation(BookingApi api, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    /** {@code GET …/visits/{appointment}/{hash}}. */
    void show(Context ctx) {
        show(ctx, found(ctx), "");
    }

    /** {@code GET …/calendar.ics}. */
    void calendar(Context ctx) {
        var found = found(ctx);
        ctx.contentType("text/calendar; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .result(CalendarFile.of(found.appointment(), clock.instant()));
    }

    /** {@code GET …/cancellation}: asks; nothing changes on a GET. */
    void ask(Context ctx) {
        var found = found(ctx);
        var view = view(found, found.t().text("cancellation.heading"), "");
        if (view.cancelUrl().isEmpty()) pages.redirect(ctx, view.url());
        else pages.show(ctx.header("Cache-Control", "no-store"), view.frame().document(), templates.wizardCancellation(view));
    }

    /** {@code POST …/cancellation}. */
    void cancel(Context ctx) {
        var found = found(ctx);
        try {
            api.cancel(found.form().location(), found.appointment().id(), found.address().hash()).orElseThrow(NotFoundResponse::new);
            pages.redirect(ctx, found.address().url());
        } catch (BookingRefused tooLate) {
            show(ctx.status(409), found, found.t().text("cancellation.too_late", "phone", found.appointment().location().phone()));
        }
    }

    private void show(Context ctx, Found found, String notice) {
        // Takes the place of the page it was booked from: one step back from here must not find the client's own time taken.
        ctx.header("HX-Replace-Url", found.address().url());
        var heading = found.appointment().isCancelled() ? "confirmation.cancelled_heading" : "confirmation.heading";
        var view = view(found, found.t().text(heading), notice);
        pages.show(ctx.header("Cache-Control", "no-store"), view.frame().document(), templates.wizardConfirmation(view));
    }

    private ConfirmationView view(Found found, String title, String notice) {
        return ConfirmationView.of(found.t(), found.look(), found.form().languages(), found.address(), found.appointment(), clock.instant(),
                assets,
                title, notice);
    }

    private Found found(Context ctx) {
        var known = number(ctx, "form").flatMap(api::findBookingForm).orElseThrow(NotFoundResponse::new);
        SecurityHeaders.allowFramesOn(ctx, known.sites());
        var selection = Selection.from(ctx, known.id());
        var form = known.chain().isEmpty() ? known
                : selection.location().flatMap(id -> api.findBookingForm(known.id(), id)).orElseThrow(NotFoundResponse::new);
        var hash = ctx.pathParam("hash");
        var appointment =
                number(ctx, "appointment").flatMap(id -> api.findAppointment(form.location(), id, hash)).orElseThrow(NotFoundResponse::new);
        return new Found(form, appointment, VisitAddress.of(form, appointment.id(), hash, selection),
                Languages.choose(ctx, form.languages(), form.language()), Look.of(form, appointment.location(), assets, selection.theme()));
    }

    private static Optional<Long> number(Context ctx, String name) {
        var text = ctx.pathParam(name);
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
