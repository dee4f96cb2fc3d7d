package bookform.cabinet;

import bookform.booking.BookingUnavailable;
import bookform.booking.ClientApi;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cookie that remembers who is signed in, for as long as their token may live. Every sign-in puts a new value into it. */
final class Sessions {
    /** As long as the longest-lived token; what is really over, the port says. */
    private static final Duration LIFE = Duration.ofDays(180);
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final ClientApi clients;
    private final SealedCookie cookie;

    Sessions(ClientApi clients, byte[] key, Clock clock) {
        this.clients = clients;
        this.cookie = new SealedCookie("session", key, LIFE, clock);
    }

    /** Who says that they are signed in; whether they still are is for the port to say. */
    Optional<SignedIn> find(Context ctx) {
        return cookie.read(ctx).map(text -> new String(text, StandardCharsets.UTF_8).split(" ", 2))
                .map(parts -> new SignedIn(parts[1], Long.parseLong(parts[0])));
    }

    /** In the place of whoever was signed in before, whose session ends. */
    void begin(Context ctx, String token) {
        find(ctx).ifPresent(this::end);
        renew(ctx, new SignedIn(token, client(token)));
    }

    /** The same client by another token, as after a change of the password. */
    void renew(Context ctx, SignedIn client) {
        cookie.write(ctx, (client.client() + " " + client.token()).getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets who was signed in here. */
    void forget(Context ctx) {
        cookie.end(ctx);
    }

    /** Somebody else wants to come in: they need not wait until this works. */
    private void end(SignedIn before) {
        try {
            clients.signOut(before.token());
        } catch (BookingUnavailable later) {
            LOG.warn("A session could not be ended: {}", later.toString());
        }
    }

    private long client(String token) {
        try {
            return clients.profile(token).id();
        } catch (BookingUnavailable notKnown) {
            return 0;
        }
    }
}
