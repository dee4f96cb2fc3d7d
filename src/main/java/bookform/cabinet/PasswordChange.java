package bookform.cabinet;

import bookform.booking.BookingRefused;
import bookform.booking.ClientApi;
import bookform.web.Incoming;
import io.javalin.http.Context;
import java.util.Map;

/** {@code POST /cabinet/profile/password}: another password, or the first one. All other sessions end; this one gets a new token. */
final class PasswordChange {
    private final ClientApi clients;
    private final Sessions sessions;
    private final ProfilePage profile;

    PasswordChange(ClientApi clients, Sessions sessions, ProfilePage profile) {
        this.clients = clients;
        this.sessions = sessions;
        this.profile = profile;
    }

    void create(Context ctx, SignedIn client, Visitor visitor) {
        var t = visitor.t();
        try {
            var token = clients.changePassword(client.token(), Incoming.typed(ctx, "current_password"),
                    Incoming.typed(ctx, "new_password"));
            sessions.renew(ctx, new SignedIn(token, client.client()));
            profile.done(ctx, "password");
        } catch (BookingRefused refused) {
            switch (refused.reason()) {
                case LOGIN_WRONG -> wrong(ctx.status(422), client, visitor, "current_password", t.text("profile.password_wrong"));
                case TRIED_TOO_OFTEN -> wrong(ctx.status(429), client, visitor, "current_password", t.text("profile.tried_too_often"));
                case PASSWORD_LENGTH -> wrong(ctx.status(422), client, visitor, "new_password", ProfileView.passwordLength(t));
                case PASSWORD_GUESSABLE -> wrong(ctx.status(422), client, visitor, "new_password", t.text("profile.password_guessable"));
                default -> throw refused;
            }
        }
    }

    /** Passwords are typed anew. */
    private void wrong(Context ctx, SignedIn client, Visitor visitor, String field, String message) {
        profile.show(ctx, client, visitor, Map.of(), Map.of(field, message), "");
    }
}
