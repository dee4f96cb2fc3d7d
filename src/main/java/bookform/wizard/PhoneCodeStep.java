package bookform.wizard;

import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.FormStep.Kind;
import bookform.booking.PhoneCodeRequest;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.CodeWait;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;

/** The code that was sent to the client's phone, where the form asks for one. */
final class PhoneCodeStep {
    private final BookingApi api;
    private final Desk desk;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Walks walks;
    private final Repairs repairs;
    private final DetailsStep details;
    private final Clock clock;

    PhoneCodeStep(BookingApi api, Desk desk, Pages pages, Templates templates, Assets assets, Walks walks, Repairs repairs,
            DetailsStep details, Clock clock) {
        this.api = api;
        this.desk = desk;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.walks = walks;
        this.repairs = repairs;
        this.details = details;
        this.clock = clock;
    }

    /** {@code POST /forms/{form}/phone-confirmations}: sends a code, if the visit could be booked, and asks for it. */
    void create(Context ctx) {
        var walk = walks.to(Kind.DETAILS, ctx);
        if (walk.obstacle().isPresent()) {
            repairs.turnBack(ctx, walk);
            return;
        }
        var token = String.valueOf(ctx.formParam("token"));
        var errors = details.errors(walk);
        if (!errors.isEmpty()) {
            details.showAgain(ctx.status(422), walk, token, errors, "");
            return;
        }
        try {
            desk.check(walk);
        } catch (BookingRefused refused) {
            repairs.answer(ctx, walk, refused);
            return;
        }
        try {
            show(ctx, walk, token, send(ctx, walk), "", "");
        } catch (BookingRefused refused) {
            // The code sent before is still good, so the page that takes it is the place to wait on.
            if (refused.reason() == Reason.SENT_TOO_OFTEN)
                show(ctx, walk, token, refused.waiting().orElse(Duration.ZERO), "", walk.t().text("phone_code.sent_too_often"));
            else repairs.answer(ctx, walk, refused);
        }
    }

    /** Asks for it once more: this one was wrong. */
    void showAgain(Context ctx, Walk walk, String token) {
        show(ctx.status(422), walk, token, CodeWait.typed(walk.t(), ctx, clock.instant()), walk.t().text("phone_code.wrong"), "");
    }

    private Duration send(Context ctx, Walk walk) {
        var phone = walk.typed().phoneNumber(walk.location()).orElseThrow();
        return api.sendPhoneCode(walk.location().id(),
                PhoneCodeRequest.toBook(phone, walk.form().id(), walk.t().locale(), Incoming.sender(ctx)));
    }

    private void show(Context ctx, Walk walk, String token, Duration wait, String error, String notice) {
        show(ctx, walk, token, CodeWait.of(walk.t(), wait, clock.instant()), error, notice);
    }

    /**
     * Asks for the code, under the address of the details, which a reload leads back to. It has no entry of its own in the browser's
     * history: once booked, one step back must not find the client's own time taken.
     */
    private void show(Context ctx, Walk walk, String token, CodeWait wait, String error, String notice) {
        ctx.header("HX-Replace-Url", walk.url(Kind.DETAILS));
        var phone = walk.typed().phoneNumber(walk.location()).orElse(walk.typed().phone());
        var view = PhoneCodeView.of(walk, phone, token, wait, assets, error, notice);
        pages.show(ctx, view.frame().document(), templates.wizardPhoneCodeStep(view));
    }
}
