package bookform.backend;

import bookform.backend.Limit.Counter;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Slows down those who try passwords. A try counts as a failure until it turns out right, so that many at once are not more than one after
 * the other. Logins are counted as typed, whether there is an account behind them or not: neither the answer nor the wait tells. Nobody is
 * locked out for long by a stranger, and never from signing in with a code.
 */
final class LoginThrottle {
    /** A client has two logins, a phone and an address: ten in all. */
    static final Limit OF_LOGIN = new Limit(Counter.LOGIN_FAILED, 5, Duration.ofMinutes(15));
    static final Limit OF_ADDRESS = new Limit(Counter.ADDRESS_FAILED, 50, Duration.ofHours(1));

    /** After the first failure, the second, and so on. */
    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30));

    private LoginThrottle() {}

    /** @throws BookingRefused TRIED_TOO_OFTEN; nothing was counted */
    static void begin(Attempts attempts, String login, Sender sender, Instant now) {
        var failed = (int) attempts.count(OF_LOGIN, login);
        var soon = failed > 0 && attempts.last(Counter.LOGIN_FAILED, login)
                .filter(last -> now.isBefore(last.plus(WAITS.get(Math.min(failed, WAITS.size()) - 1)))).isPresent();
        if (soon || failed >= OF_LOGIN.most() || !attempts.isWithin(OF_ADDRESS, sender.network()))
            throw new BookingRefused(Reason.TRIED_TOO_OFTEN);
        attempts.add(Counter.LOGIN_FAILED, login);
        if (!sender.equals(Sender.OURSELVES)) attempts.add(Counter.ADDRESS_FAILED, sender.network());
    }

    /** It was the right password. */
    static void succeed(Attempts attempts, String login, Sender sender, Instant begun) {
        attempts.remove(Counter.LOGIN_FAILED, login, begun);
        if (!sender.equals(Sender.OURSELVES)) attempts.remove(Counter.ADDRESS_FAILED, sender.network(), begun);
    }
}
