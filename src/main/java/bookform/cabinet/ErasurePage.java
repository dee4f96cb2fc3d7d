package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.PersonalDataApi;
import bookform.templates.Templates;
import bookform.web.Incoming;
import bookform.web.Pages;
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
    private final CodePage codes;
    private final SentCodes sent;
    private final Sessions sessions;
    private final Clock clock;

    ErasurePage(ClientApi clients, Pages pages, Templates templates, CodePage codes, SentCodes sent, Sessions sessions,
            Clock clock) {
        this.clients = clients;
        this.pages = pages;
        this.templates = templates;
        this.codes = codes;
        this.sent = sent;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What goes, what stays, and which appointments are cancelled with it. */
    void show(Context ctx, SignedIn client, Visitor visitor) {
        show(ctx, client, visitor, "");
    }

    /** {@code POST /cabinet/profile/erasure-confirmations}: sends a code to the client's phone and asks for it. */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var t = visitor.t();
        if (visitor.location().isEmpty()) {
            show(ctx.status(409), client, visitor, t.text("profile.no_sender"));
        } else {
            try {
                var location = visitor.location().get().id();
                codes.send(ctx, visitor, client.client(), question(client, visitor, URL),
                        () -> data.sendErasureCode(client.token(), location, t.locale(), Incoming.sender(ctx)));
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.PHONE_INVALID) throw refused;
                show(ctx.status(409), client, visitor, t.text("sign_in.phone_refused"));
            }
        }
    }

    /** {@code GET /cabinet/profile/erasure-confirmations}: asks for the code that was sent, as long as it is good for something. */
    void waitForCode(Context ctx, SignedIn client, Visitor visitor) {
        sent.find(ctx, client.client()).ifPresentOrElse(
                waiting -> codes.show(ctx, question(client, visitor, sent.url(visitor, ctx)), waiting.again()),
                () -> pages.redirect(ctx, URL));
    }

    /** {@code POST}: nothing is left to come back to. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        try {
            codes.take(ctx, question(client, visitor, URL), code -> {
                data.erase(client.token(), code);
                sessions.forget(ctx);
                pages.redirect(ctx, SessionPage.URL + "?erased=1");
            });
        } catch (BookingRefused refused) {
            if (refused.reason() != Reason.TOO_LATE_TO_CANCEL) throw refused;
            show(ctx.status(409), client, visitor, "");
        }
    }

    private void show(Context ctx, SignedIn client, Visitor visitor, String notice) {
        var view = ErasureView.of(visitor, clients.appointments(client.token()), clients.personalData().isPresent(), notice,
                clock.instant());
        pages.show(ctx, visitor.t(), view.frame().tabTitle(), templates.cabinetErasure(view));
    }

    private CodeView question(SignedIn client, Visitor visitor, String url) {
        return CodeView.toErase(visitor, url, clients.profile(client.token()).phone());
    }

    private PersonalDataApi data() {
        return clients.personalData().orElseThrow(NotFoundResponse::new);
    }
}
