package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.ClientApi;
import bookform.booking.PersonalDataApi;
import bookform.templates.Templates;
import bookform.web.Incoming;
import bookform.web.Pages;
import bookform.web.PhoneNumbers;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;

/**
 * {@code /cabinet/profile/erasure}: to be forgotten. At once, and by the client's own hand: whoever shows with a code that the phone is
 * theirs need not wait for anybody to look into it. Where the clients are kept elsewhere, it says whom to ask.
 */
final class ErasurePage {
    static final String URL = "/cabinet/profile/erasure";

    private final ClientApi clients;
    private final Pages pages;
    private final Templates templates;
    private final Sessions sessions;
    private final Clock clock;

    ErasurePage(ClientApi clients, Pages pages, Templates templates, Sessions sessions, Clock clock) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What goes, what stays, and which appointments are cancelled with it. */
    void show(Context ctx, SignedIn client, Visitor visitor) {
        show(ctx, client, visitor, "");
    }

    /** {@code GET} of what only takes forms: a reload. */
    void back(Context ctx, Visitor visitor) {
        pages.redirect(ctx, URL);
    }

    /** {@code POST /cabinet/profile/erasure-confirmations}: sends a code to the client's phone and asks for it. */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var t = visitor.t();
        if (visitor.location().isEmpty()) {
            show(ctx.status(409), client, visitor, t.text("profile.no_sender"));
        } else {
            try {
                data.sendErasureCode(client.token(), visitor.location().get().id(), t.locale(), SessionPage.sender(ctx));
                askForCode(ctx, client, visitor, "", "");
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case SENT_TOO_OFTEN -> askForCode(ctx.status(429), client, visitor, "", t.text("phone_code.sent_too_often"));
                    case PHONE_INVALID -> show(ctx.status(409), client, visitor, t.text("sign_in.phone_refused"));
                    default -> throw refused;
                }
            }
        }
    }

    /** {@code POST}: nothing is left to come back to. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var t = visitor.t();
        var code = Incoming.typed(ctx, "code");
        if (code.isBlank()) {
            askForCode(ctx.status(422), client, visitor, t.text("sign_in.code_required"), "");
        } else {
            try {
                data.erase(client.token(), code);
                sessions.forget(ctx);
                pages.redirect(ctx, SessionPage.URL + "?erased=1");
            } catch (BookingRefused refused) {
                switch (refused.reason()) {
                    case CODE_WRONG ->
                            askForCode(ctx.status(422), client, visitor, SessionPage.wrongCode(t, refused.triesLeft()), "");
                    case TOO_LATE_TO_CANCEL -> show(ctx.status(409), client, visitor, "");
                    default -> throw refused;
                }
            }
        }
    }

    private void show(Context ctx, SignedIn client, Visitor visitor, String notice) {
        var view = ErasureView.of(visitor, clients.appointments(client.token()), clients.personalData().isPresent(), notice,
                clock.instant());
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetErasure(view));
    }

    private void askForCode(Context ctx, SignedIn client, Visitor visitor, String error, String notice) {
        var phone = clients.profile(client.token()).phone();
        var view = CodeView.toErase(visitor, PhoneNumbers.pretty(phone), error, notice);
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetPhoneCode(view));
    }

    private PersonalDataApi data() {
        return clients.personalData().orElseThrow(NotFoundResponse::new);
    }
}
