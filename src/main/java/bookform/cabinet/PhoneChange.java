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
    private final ProfilePage profile;

    PhoneChange(ClientApi clients, CodePage codes, ProfilePage profile) {
        this.clients = clients;
        this.codes = codes;
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
            orAskForAnother(ctx, client, visitor, () -> codes.send(ctx, CodeView.toChangePhone(visitor, phone.get()),
                    () -> clients.sendPhoneChangeCode(client.token(), location, phone.get(), t.locale(), Incoming.sender(ctx))));
        }
    }

    /** {@code POST /cabinet/profile/phone}. */
    void create(Context ctx, SignedIn client, Visitor visitor) {
        var phone = phone(ctx, visitor);
        if (phone.isEmpty()) {
            askForPhone(ctx.status(422), client, visitor, SignInForm.phoneError(visitor, Incoming.typed(ctx, "phone")));
        } else {
            orAskForAnother(ctx, client, visitor, () -> codes.take(ctx, CodeView.toChangePhone(visitor, phone.get()), code -> {
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
