package bookform.backend;

import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.AccountTables.StoredSession;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in. A token is 256 random bits, so a plain SHA-256 of it is as good as a slow hash; the token itself is only with the
 * client.
 */
final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    /** How long a token lives that nobody uses, and one that somebody does. */
    static final Duration IDLE = Duration.ofDays(30);
    static final Duration LIFE = Duration.ofDays(180);

    static final int SESSIONS = 10;

    private static final Duration USED_AGAIN = Duration.ofMinutes(10);
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Clock clock;

    /** A client who is signed in, and by which session. */
    record SignedIn(StoredAccount account, StoredSession session) {}

    Accounts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws BookingRefused SIGNED_OUT */
    SignedIn signedIn(String token) {
        var now = clock.instant();
        var client = store.read(tables -> find(tables, token, now)).orElseThrow(Accounts::signedOut);
        if (now.isAfter(client.session.usedAt().plus(USED_AGAIN))) {
            noteUse(client.session, now);
        }
        return client;
    }

    /** Who only wants to look can, where nothing can be written. */
    private void noteUse(StoredSession session, Instant now) {
        try {
            store.change(tables -> tables.accounts().use(session, now));
        } catch (BookingUnavailable notNow) {
            LOG.debug("The use of a session was not noted", notNow);
        }
    }

    /**
     * As a transaction that changes something sees it.
     *
     * @throws BookingRefused SIGNED_OUT
     */
    SignedIn signedIn(Tables tables, String token) {
        return find(tables, token, clock.instant()).orElseThrow(Accounts::signedOut);
    }

    Optional<SignedIn> find(Tables tables, String token, Instant now) {
        return tables.accounts().findSession(hash(token)).filter(session -> isAlive(session, now))
                .flatMap(session -> tables.accounts().find(session.account()).map(account -> new SignedIn(account, session)));
    }

    /**
     * Opens a session; the one that was not used for longest makes room where there are too many.
     *
     * @return its token
     */
    String open(Tables tables, long account) {
        tables.lock(Lock.account(account));
        var now = clock.instant();
        var open = tables.accounts().sessions(account);
        open.stream().filter(session -> !isAlive(session, now)).forEach(session -> tables.accounts().end(account, session.id()));
        open.stream().filter(session -> isAlive(session, now)).skip(SESSIONS - 1L)
                .forEach(session -> tables.accounts().end(account, session.id()));
        var token = newSecret();
        tables.accounts().open(account, hash(token), now);
        return token;
    }

    /** What nobody can guess, for an address or a header. */
    static String newSecret() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isAlive(StoredSession session, Instant now) {
        return now.isBefore(session.usedAt().plus(IDLE)) && now.isBefore(session.createdAt().plus(LIFE));
    }

    private static BookingRefused signedOut() {
        return new BookingRefused(Reason.SIGNED_OUT);
    }

    /** All that is kept of a secret. */
    static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
