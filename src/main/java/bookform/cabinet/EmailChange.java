package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.PersonalDataApi;
import bookform.templates.Templates;
import bookform.web.EmailAddresses;
import bookform.web.Incoming;
import bookform.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;

/** Another e-mail address, in two steps: a code goes to it, and whoever has the code has the address. Until then nothing has changed. */
final class EmailChange {
    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final ProfilePage profile;

    EmailChange(ClientApi clients, Pages pages, Templates templates, ProfilePage profile) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.profile = profile;
    }

    /**
     * {@code POST /cabinet/profile/email-confirmations}: sends the code and asks for it; the code sent before is still good when no new one
     * may be sent yet. An empty address takes away the one there is.
     */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var t = visitor.t();
        var email = email(ctx);
        if (email.isEmpty()) {
            clients.changeProfile(client.token(), clients.profile(client.token()).name(), "");
            profile.done(ctx, "details");
        } else if (!EmailAddresses.isWhole(email)) {
            askForAddress(ctx.status(422), client, visitor, t.text("details.email_invalid"));
        } else {
            try {
                data.sendEmailCode(client.token(), email, t.locale(), SessionPage.sender(ctx));
                askForCode(ctx, visitor, email, "", "");
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.SENT_TOO_OFTEN) throw refused;
                askForCode(ctx.status(429), visitor, email, "", t.text("phone_code.sent_too_often"));
            }
        }
    }

    /** {@code POST /cabinet/profile/email}. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var t = visitor.t();
        var email = email(ctx);
        var code = Incoming.typed(ctx, "code");
        if (!EmailAddresses.isWhole(email)) {
            askForAddress(ctx.status(422), client, visitor, t.text("details.email_invalid"));
        } else if (code.isBlank()) {
            askForCode(ctx.status(422), visitor, email, t.text("sign_in.code_required"), "");
        } else {
            try {
                data.changeEmail(client.token(), email, code, t.locale());
                profile.done(ctx, "email");
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.CODE_WRONG) throw refused;
                askForCode(ctx.status(422), visitor, email, SessionPage.wrongCode(t, refused.triesLeft()), "");
            }
        }
    }

    private void askForAddress(Context ctx, SignedIn client, Visitor visitor, String error) {
        profile.show(ctx, client, visitor, Map.of("email", Incoming.typed(ctx, "email")), Map.of("email", error), "");
    }

    private void askForCode(Context ctx, Visitor visitor, String email, String error, String notice) {
        var view = CodeView.toChangeEmail(visitor, email, error, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetPhoneCode(view));
    }

    private static String email(Context ctx) {
        return Incoming.typed(ctx, "email").strip();
    }

    /** Where addresses cannot be proved, there is no such page. */
    private PersonalDataApi data() {
        return clients.personalData().filter(PersonalDataApi::sendsEmail).orElseThrow(NotFoundResponse::new);
    }
}
