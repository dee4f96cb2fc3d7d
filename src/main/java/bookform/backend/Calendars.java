package bookform.backend;

import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.Store;
import java.util.Optional;

/** Secret addresses at which calendar programs find a client's appointments: one for an account, kept hashed. */
final class Calendars {
    private final Store store;
    private final Accounts accounts;

    Calendars(Store store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    boolean has(String token) {
        var account = accounts.signedIn(token).account().id();
        return store.read(tables -> tables.accounts().hasCalendar(account));
    }

    /** @return a new secret; the one before opens nothing any more */
    String open(String token) {
        var secret = Accounts.newSecret();
        change(token, Accounts.hash(secret));
        return secret;
    }

    void close(String token) {
        change(token, null);
    }

    /** Whose calendar it is. */
    Optional<String> phone(String secret) {
        return store.read(tables -> tables.accounts().findByCalendar(Accounts.hash(secret))).map(StoredAccount::phone);
    }

    private void change(String token, String hash) {
        store.change(tables -> tables.accounts().changeCalendar(accounts.signedIn(tables, token).account().id(), hash));
    }
}
