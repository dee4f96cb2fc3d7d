package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.ClientApi;
import bookform.templates.Templates;
import bookform.web.Incoming;
import bookform.web.Pages;
import bookform.web.PhoneNumbers;
import io.javalin.http.Context;
import java.util.Map;

/** Another phone, in two steps: a code goes to it, and whoever has the code has the phone. The old one is told. */
final class PhoneChange {
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final ProfilePage profile;

    PhoneChange(ClientApi clients, Pages pages, Templates templates, ProfilePage profile) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.profile = profile;
    }

    /**
     * {@code POST /cabinet/profile/phone-confirmations}: sends the code and asks for it. The code sent before is still good when no new
     * one may be sent yet.
     */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var t = visitor.t();
        var typed = Incoming.typed(ctx, "phone");
        var phone = PhoneNumbers.parse(typed, visitor.country());
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), client, visitor, SignInForm.phoneError(visitor, typed));
        } else if (phone.get().equals(clients.profile(client.token()).phone())) {
            askForPhone(ctx.status(422), client, visitor, t.text("profile.phone_same"));
        } else if (visitor.location().isEmpty()) {
            askForPhone(ctx.status(409), client, visitor, t.text("profile.no_sender"));
        } else {
            try {
                clients.sendPhoneChangeCode(client.token(), visitor.location().get().id(), phone.get(), t.locale(),
                        SessionPage.sender(ctx));
                askForCode(ctx, visitor, phone.get(), "", "");
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case SENT_TOO_OFTEN -> askForCode(ctx.status(429), visitor, phone.get(), "", t.text("phone_code.sent_too_often"));
                    case PHONE_INVALID -> askForPhone(ctx.status(422), client, visitor, t.text("sign_in.phone_refused"));
                    default -> throw refused;
                }
            }
        }
    }

    /** {@code POST /cabinet/profile/phone}. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var t = visitor.t();
        var typed = Incoming.typed(ctx, "phone");
        var code = Incoming.typed(ctx, "code");
        var phone = PhoneNumbers.parse(typed, visitor.country());
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), client, visitor, SignInForm.phoneError(visitor, typed));
        } else if (code.isBlank()) {
            askForCode(ctx.status(422), visitor, phone.get(), t.text("sign_in.code_required"), "");
        } else {
            try {
                clients.changePhone(client.token(), phone.get(), code, t.locale());
                profile.done(ctx, "phone");
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case CODE_WRONG -> askForCode(ctx.status(422), visitor, phone.get(),
                            SessionPage.wrongCode(t, refused.triesLeft()), "");
                    case PHONE_INVALID -> askForPhone(ctx.status(422), client, visitor, t.text("sign_in.phone_refused"));
                    default -> throw refused;
                }
            }
        }
    }

    private void askForPhone(Context ctx, SignedIn client, Visitor visitor, String error) {
        profile.show(ctx, client, visitor, Map.of("phone", Incoming.typed(ctx, "phone")), Map.of("phone", error), "");
    }

    private void askForCode(Context ctx, Visitor visitor, String phone, String error, String notice) {
        var view = CodeView.toChangePhone(visitor, phone, error, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetPhoneCode(view));
    }
}
