package bookform.backend;

import bookform.backend.account.PasswordRule;
import bookform.backend.account.Passwords;
import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Coming in, with a code or a password, and changing the latter. Known and unknown people take the same way, and as long. */
final class SignIns {
    private final Store store;
    private final Clock clock;
    private final Accounts accounts;
    private final PhoneCodes codes;
    private final Keyed keyed;
    private final Passwords passwords = new Passwords();

    SignIns(Store store, Clock clock, Accounts accounts, PhoneCodes codes, Keyed keyed) {
        this.store = store;
        this.clock = clock;
        this.accounts = accounts;
        this.codes = codes;
        this.keyed = keyed;
    }

    /** What became of a code: a token, or how many more may be tried. */
    private record Tried(Optional<String> token, int left) {}

    /** @throws BookingRefused CODE_WRONG */
    String withCode(String phone, String code) {
        var tried = store.write(tables -> {
            tables.lock(Lock.phone(phone));
            var now = clock.instant();
            // A wrong one was counted, which has to be committed: no exception in here.
            if (!codes.signsIn(tables, phone, code, now)) return new Tried(Optional.empty(), codes.triesLeft(tables, phone, now));
            codes.useUp(tables, phone);
            var account = tables.accounts().findByPhone(phone).orElseGet(() -> tables.accounts().insert(phone, now));
            return new Tried(Optional.of(accounts.open(tables, account.id())), 0);
        });
        return tried.token().orElseThrow(() -> BookingRefused.wrongCode(tried.left()));
    }

    /** @throws BookingRefused LOGIN_WRONG, TRIED_TOO_OFTEN */
    String withPassword(String typed, String password, Sender sender) {
        var login = login(typed);
        var account = prove(login, sender, tables -> find(tables, login), password);
        return store.write(tables -> {
            tables.lock(Lock.account(account.id()));
            if (!isStill(tables, account)) throw new BookingRefused(Reason.LOGIN_WRONG); // the password was changed meanwhile
            return accounts.open(tables, account.id());
        });
    }

    /**
     * Ends all sessions and opens another.
     *
     * @return its token
     * @throws BookingRefused SIGNED_OUT, LOGIN_WRONG, TRIED_TOO_OFTEN, PASSWORD_LENGTH, PASSWORD_GUESSABLE
     */
    String changePassword(String token, String present, String next) {
        var account = accounts.signedIn(token).account();
        if (account.passwordHash().isPresent()) prove("account " + account.id(), Sender.OURSELVES, tables -> Optional.of(account), present);
        PasswordRule.require(next, List.of(account.phone(), account.email(), account.name()));
        var hash = passwords.hash(next);
        return store.write(tables -> {
            tables.lock(Lock.account(account.id()));
            if (!isStill(accounts.signedIn(tables, token).account(), account)) throw new BookingRefused(Reason.LOGIN_WRONG);
            tables.accounts().changePassword(account.id(), hash);
            tables.accounts().endAll(account.id());
            return accounts.open(tables, account.id());
        });
    }

    /** An account, as a transaction finds it. */
    private interface Search {
        Optional<StoredAccount> in(Tables tables);
    }

    private StoredAccount prove(String login, Sender sender, Search search, String password) {
        var begun = clock.instant();
        var account = store.write(tables -> {
            tables.lock(Lock.login(login), Lock.login(sender.network()));
            LoginThrottle.begin(new Attempts(keyed, tables, begun), login, sender, begun);
            return search.in(tables);
        });
        var right = isRight(account, password, login, sender, begun);
        if (!right) throw new BookingRefused(Reason.LOGIN_WRONG);
        forgive(login, sender, begun);
        return account.orElseThrow();
    }

    /** Whoever is turned away as too many log in at once has not failed. */
    private boolean isRight(Optional<StoredAccount> account, String password, String login, Sender sender, Instant begun) {
        try {
            return account.flatMap(StoredAccount::passwordHash).map(hash -> passwords.matches(password, hash))
                    .orElseGet(() -> passwords.matchesNobodys(password));
        } catch (RuntimeException unavailable) {
            forgive(login, sender, begun);
            throw unavailable;
        }
    }

    private void forgive(String login, Sender sender, Instant begun) {
        store.change(tables -> LoginThrottle.succeed(new Attempts(keyed, tables, begun), login, sender, begun));
    }

    private static Optional<StoredAccount> find(Tables tables, String login) {
        return login.contains("@") ? tables.accounts().findByEmail(login) : tables.accounts().findByPhone(login);
    }

    private static boolean isStill(Tables tables, StoredAccount seen) {
        return tables.accounts().find(seen.id()).filter(now -> isStill(now, seen)).isPresent();
    }

    private static boolean isStill(StoredAccount now, StoredAccount seen) {
        return now.passwordHash().equals(seen.passwordHash());
    }

    /** An address in small letters, or a phone as E.164, with or without the plus. */
    private static String login(String typed) {
        var login = typed.strip().toLowerCase(Locale.ROOT);
        return login.contains("@") ? login : "+" + login.replaceAll("[^0-9]", "");
    }
}
