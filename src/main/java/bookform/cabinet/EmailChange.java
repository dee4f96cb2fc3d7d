package bookform.cabinet;

import bookform.booking.ClientApi;
import bookform.booking.PersonalDataApi;
import bookform.web.EmailAddresses;
import bookform.web.Incoming;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;

/** Another e-mail address, in two steps: a code goes to it, and whoever has the code has the address. Until then nothing has changed. */
final class EmailChange {
    private final ClientApi clients;
    private final CodePage codes;
    private final SentCodes sent;
    private final ProfilePage profile;

    EmailChange(ClientApi clients, CodePage codes, SentCodes sent, ProfilePage profile) {
        this.clients = clients;
        this.codes = codes;
        this.sent = sent;
        this.profile = profile;
    }

    /**
     * {@code POST /cabinet/profile/email-confirmations}: sends the code and asks for it. An empty address takes away the one there is.
     */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var email = email(ctx);
        if (email.isEmpty()) {
            clients.changeProfile(client.token(), clients.profile(client.token()).name(), "");
            profile.done(ctx, "details");
        } else if (!EmailAddresses.isWhole(email)) {
            askForAddress(ctx, client, visitor);
        } else {
            codes.send(ctx, visitor, client.client(), CodeView.toChangeEmail(visitor, ProfilePage.URL, email),
                    () -> data.sendEmailCode(client.token(), email, visitor.t().locale(), Incoming.sender(ctx)));
        }
    }

    /** {@code GET /cabinet/profile/email-confirmations}: asks for the code that was sent, as long as it is good for something. */
    void waitForCode(Context ctx, SignedIn client, Visitor visitor) {
        var waiting = sent.find(ctx, client.client());
        if (waiting.isEmpty() || waiting.get().to().equals(clients.profile(client.token()).email())) {
            profile.back(ctx, visitor);
        } else {
            codes.show(ctx, CodeView.toChangeEmail(visitor, sent.url(visitor, ctx), waiting.get().to()), waiting.get().again());
        }
    }

    /** {@code POST /cabinet/profile/email}. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var data = data();
        var email = email(ctx);
        if (!EmailAddresses.isWhole(email)) {
            askForAddress(ctx, client, visitor);
        } else {
            codes.take(ctx, CodeView.toChangeEmail(visitor, ProfilePage.URL, email), code -> {
                data.changeEmail(client.token(), email, code, visitor.t().locale());
                profile.done(ctx, "email");
            });
        }
    }

    private void askForAddress(Context ctx, SignedIn client, Visitor visitor) {
        profile.show(ctx.status(422), client, visitor, Map.of("email", Incoming.typed(ctx, "email")),
                Map.of("email", visitor.t().text("details.email_invalid")), "");
    }

    private static String email(Context ctx) {
        return Incoming.typed(ctx, "email").strip();
    }

    /** Where addresses cannot be proved, there is no such page. */
    private PersonalDataApi data() {
        return clients.personalData().filter(PersonalDataApi::sendsEmail).orElseThrow(NotFoundResponse::new);
    }
}
