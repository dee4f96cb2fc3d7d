package bookform.cabinet;

import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.PhoneCodeRequest;
import bookform.templates.Templates;
import bookform.web.Pages;
import io.javalin.http.Context;
import java.util.Map;

/** {@code POST /cabinet/phone-confirmations}: sends a code to sign in with, and asks for it. */
final class PhoneConfirmations {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Next next;

    PhoneConfirmations(BookingApi api, Pages pages, Templates templates, Next next) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.next = next;
    }

    /** The code sent before is still good when no new one may be sent yet: the page that takes it is the place to wait on. */
    void create(Context ctx, Visitor visitor) {
        var form = SignInForm.from(ctx, next);
        var t = visitor.t();
        var phone = form.phoneNumber(visitor.country());
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), visitor, form, form.errors(visitor), "");
        } else if (visitor.location().isEmpty()) {
            askForPhone(ctx.status(409), visitor, form, Map.of(), t.text("sign_in.no_sender"));
        } else {
            try {
                api.sendPhoneCode(visitor.location().get().id(),
                        PhoneCodeRequest.toSignIn(phone.get(), t.locale(), SessionPage.sender(ctx)));
                show(ctx, visitor, form, phone.get(), "", "");
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case SENT_TOO_OFTEN -> show(ctx.status(429), visitor, form, phone.get(), "", t.text("phone_code.sent_too_often"));
                    case PHONE_INVALID -> askForPhone(ctx.status(422), visitor, form, Map.of("phone", t.text("sign_in.phone_refused")), "");
                    default -> throw refused;
                }
            }
        }
    }

    /** {@code GET}: a reload of what only takes forms. */
    void back(Context ctx, Visitor visitor) {
        pages.redirect(ctx, SessionPage.URL);
    }

    /**
     * Asks for the code.
     *
     * @param phone E.164, shown back to be checked
     * @param error a sentence by the code; empty for none
     */
    void show(Context ctx, Visitor visitor, SignInForm form, String phone, String error, String notice) {
        var view = CodeView.of(visitor, form, phone, error, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetPhoneCode(view));
    }

    private void askForPhone(Context ctx, Visitor visitor, SignInForm form, Map<String, String> errors, String notice) {
        var view = SignInView.of(visitor, form, errors, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetSession(view));
    }
}
