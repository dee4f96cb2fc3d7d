package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.phones.PhoneNumbers;
import bookform.web.Incoming;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Another phone, in two steps: a code goes to it, and whoever has the code has the phone. The old one is told. */
final class PhoneChange {
    private final ClientApi clients;
    private final CodePage codes;
    private final SentCodes sent;
    private final ProfilePage profile;

    PhoneChange(ClientApi clients, CodePage codes, SentCodes sent, ProfilePage profile) {
        this.clients = clients;
        this.codes = codes;
        this.sent = sent;
        this.profile = profile;
    }

    /** {@code POST /cabinet/profile/phone-confirmations}: sends the code and asks for it. */
    void confirm(Context ctx, SignedIn client, Visitor visitor) {
        var t = visitor.t();
        var phone = phone(ctx, visitor);
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), client, visitor, SignInForm.phoneError(visitor, Incoming.typed(ctx, "phone")));
        } else if (phone.get().equals(clients.profile(client.token()).phone())) {
            askForPhone(ctx.status(422), client, visitor, t.text("profile.phone_same"));
        } else if (visitor.location().isEmpty()) {
            askForPhone(ctx.status(409), client, visitor, t.text("profile.no_sender"));
        } else {
            var location = visitor.location().get().id();
            var view = CodeView.toChangePhone(visitor, ProfilePage.URL, phone.get());
            orAskForAnother(ctx, client, visitor, () -> codes.send(ctx, visitor, client.client(), view,
                    () -> clients.sendPhoneChangeCode(client.token(), location, phone.get(), t.locale(), Incoming.sender(ctx))));
        }
    }

    /** {@code GET /cabinet/profile/phone-confirmations}: asks for the code that was sent, as long as it is good for something. */
    void waitForCode(Context ctx, SignedIn client, Visitor visitor) {
        var waiting = sent.find(ctx, client.client());
        if (waiting.isEmpty() || waiting.get().to().equals(clients.profile(client.token()).phone())) {
            profile.back(ctx, visitor);
        } else {
            codes.show(ctx, CodeView.toChangePhone(visitor, sent.url(visitor, ctx), waiting.get().to()), waiting.get().again());
        }
    }

    /** {@code POST /cabinet/profile/phone}. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var phone = phone(ctx, visitor);
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), client, visitor, SignInForm.phoneError(visitor, Incoming.typed(ctx, "phone")));
        } else {
            var view = CodeView.toChangePhone(visitor, ProfilePage.URL, phone.get());
            orAskForAnother(ctx, client, visitor, () -> codes.take(ctx, view, code -> {
                clients.changePhone(client.token(), phone.get(), code, visitor.t().locale());
                profile.done(ctx, "phone");
            }));
        }
    }

    /** Nothing can be sent to some numbers, which only whoever sends finds out. */
    private void orAskForAnother(Context ctx, SignedIn client, Visitor visitor, Runnable answer) {
        try {
            answer.run();
        } catch (BookingRefused refused) {
            if (refused.reason() != Reason.PHONE_INVALID) throw refused;
            askForPhone(ctx.status(422), client, visitor, visitor.t().text("sign_in.phone_refused"));
        }
    }

    private void askForPhone(Context ctx, SignedIn client, Visitor visitor, String error) {
        profile.show(ctx, client, visitor, Map.of("phone", Incoming.typed(ctx, "phone")), Map.of("phone", error), "");
    }

    private static Optional<String> phone(Context ctx, Visitor visitor) {
        return PhoneNumbers.parse(Incoming.typed(ctx, "phone"), visitor.country());
    }
}
