package bookform.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code account} and {@code account_session}. */
public final class AccountTables {
    private final Sql sql;

    AccountTables(Sql sql) {
        this.sql = sql;
    }

    /**
     * The account of a client.
     *
     * @param phone E.164
     * @param passwordHash empty when they sign in with codes alone
     * @param language empty when they never said
     * @param smsReminderHours empty when they never said
     */
    public record StoredAccount(long id, String phone, String name, String email, Voucher voucher, Optional<String> passwordHash,
            String language, Optional<Integer> smsReminderHours) {
        /** Names no one, and keeps the hash. */
        @Override
        public String toString() {
            return "StoredAccount[" + id + "]";
        }
    }

    /** Who says that an e-mail address is the client's. */
    public enum Voucher {
        NOBODY, PARTNER, CODE
    }

    /** A session by its number within the account. */
    public record StoredSession(long account, long id, Instant createdAt, Instant usedAt) {}

    public Optional<StoredAccount> find(long account) {
        return sql.find("SELECT * FROM account WHERE id = ?", AccountTables::account, account);
    }

    public Optional<StoredAccount> findByPhone(String phone) {
        return sql.find("SELECT * FROM account WHERE phone = ?", AccountTables::account, phone);
    }

    /**
     * The account with a password that has proved the address; else the one that had it first, so that who gives somebody else's later
     * does not lock them out.
     */
    public Optional<StoredAccount> findByEmail(String email) {
        return sql.find("""
            SELECT * FROM account WHERE email = ? AND email_voucher <> 'NOBODY' AND password_hash IS NOT NULL
            ORDER BY CASE email_voucher WHEN 'CODE' THEN 0 ELSE 1 END, email_since, id LIMIT 1
            """, AccountTables::account, email);
    }

    /** A new account, with what the client said of themselves when they last booked, if they ever did. */
    public StoredAccount insert(String phone, Instant now) {
        var known = sql.find("""
            SELECT client.name, client.email
            FROM client LEFT JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
            WHERE client.phone = ?
            ORDER BY visit.created_at DESC LIMIT 1
            """, row -> new String[] {row.getString(1), row.getString(2)}, phone).orElse(new String[] {"", ""});
        var id = sql.number("""
            INSERT INTO account (phone, name, email, email_since, created_at) VALUES (?, ?, ?, ?, ?)
            RETURNING id
            """, phone, known[0], known[1], now.getEpochSecond(), now.getEpochSecond());
        return new StoredAccount(id, phone, known[0], known[1], Voucher.NOBODY, Optional.empty(), "", Optional.empty());
    }

    /** Another address is a partner's word. */
    public void changeProfile(long account, String name, String email, Instant now) {
        sql.change("""
            UPDATE account SET name = ?, email_since = CASE WHEN email = ? THEN email_since ELSE ? END,
                email_voucher = CASE WHEN email = ? THEN email_voucher WHEN ? = '' THEN 'NOBODY' ELSE 'PARTNER' END, email = ?
            WHERE id = ?
            """, name, email, now.getEpochSecond(), email, email, email, account);
    }

    /** Gives an account an address that it has proved; nobody vouches any more for who else has it. */
    public void proveEmail(long account, String email, Instant now) {
        sql.change("UPDATE account SET email_voucher = 'NOBODY' WHERE email = ? AND id <> ?", email, account);
        sql.change("UPDATE account SET email = ?, email_since = ?, email_voucher = 'CODE' WHERE id = ?", email, now.getEpochSecond(),
                account);
    }

    /** @param smsReminderHours null when they never said */
    public void changePreferences(long account, String language, Integer smsReminderHours) {
        sql.change("UPDATE account SET language = ?, sms_reminder_hours = ? WHERE id = ?", language, smsReminderHours, account);
    }

    /** The account whose calendar a secret opens, by its hash. */
    public Optional<StoredAccount> findByCalendar(String hash) {
        return sql.find("SELECT * FROM account WHERE calendar_hash = ?", AccountTables::account, hash);
    }

    public boolean hasCalendar(long account) {
        return sql.number("SELECT count(calendar_hash) FROM account WHERE id = ?", account) > 0;
    }

    /** @param hash of the secret that opens the account's calendar from now on; null for none */
    public void changeCalendar(long account, String hash) {
        sql.change("UPDATE account SET calendar_hash = ? WHERE id = ?", hash, account);
    }

    public void changePassword(long account, String hash) {
        sql.change("UPDATE account SET password_hash = ? WHERE id = ?", hash, account);
    }

    /**
     * Gives an account another phone, and that phone all that was booked under the old one. Whoever had an account under the new phone
     * has lost the phone, and with it the account.
     */
    public void changePhone(StoredAccount account, String phone) {
        sql.change("DELETE FROM account_session WHERE account_id IN (SELECT id FROM account WHERE phone = ? AND id <> ?)", phone,
                account.id());
        sql.change("DELETE FROM account WHERE phone = ? AND id <> ?", phone, account.id());
        sql.change("UPDATE account SET phone = ? WHERE id = ?", phone, account.id());
        for (var location : sql.list("SELECT location_id FROM client WHERE phone = ?", row -> row.getLong(1), account.phone())) {
            moveClient(location, account.phone(), phone);
        }
    }

    /** @return the session's number */
    public long open(long account, String tokenHash, Instant now) {
        return sql.number("""
            INSERT INTO account_session (account_id, id, token_hash, created_at, used_at)
            VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM account_session WHERE account_id = ?), ?, ?, ?)
            RETURNING id
            """, account, account, tokenHash, now.getEpochSecond(), now.getEpochSecond());
    }

    public Optional<StoredSession> findSession(String tokenHash) {
        return sql.find("SELECT * FROM account_session WHERE token_hash = ?", AccountTables::session, tokenHash);
    }

    /** The last used first. */
    public List<StoredSession> sessions(long account) {
        return sql.list("SELECT * FROM account_session WHERE account_id = ? ORDER BY used_at DESC, id DESC", AccountTables::session,
                account);
    }

    public void use(StoredSession session, Instant now) {
        sql.change("UPDATE account_session SET used_at = ? WHERE account_id = ? AND id = ?", now.getEpochSecond(), session.account(),
                session.id());
    }

    public void end(long account, long session) {
        sql.change("DELETE FROM account_session WHERE account_id = ? AND id = ?", account, session);
    }

    public void endAll(long account) {
        sql.change("DELETE FROM account_session WHERE account_id = ?", account);
    }

    public void endOthers(StoredSession session) {
        sql.change("DELETE FROM account_session WHERE account_id = ? AND id <> ?", session.account(), session.id());
    }

    /** Where the new phone is a client already, both are one from now on; blacklisted if either was. */
    private void moveClient(long location, String from, String to) {
        var there = sql.find("SELECT id FROM client WHERE location_id = ? AND phone = ?", row -> row.getLong(1), location, to);
        if (there.isEmpty()) {
            sql.change("UPDATE client SET phone = ? WHERE location_id = ? AND phone = ?", to, location, from);
        } else {
            sql.change("""
                UPDATE visit SET client_id = ?
                WHERE location_id = ? AND client_id = (SELECT id FROM client WHERE location_id = ? AND phone = ?)
                """, there.get(), location, location, from);
            sql.change("""
                UPDATE client SET blacklisted = (SELECT max(blacklisted) FROM client WHERE location_id = ? AND phone IN (?, ?))
                WHERE location_id = ? AND id = ?
                """, location, from, to, location, there.get());
            sql.change("DELETE FROM client WHERE location_id = ? AND phone = ?", location, from);
        }
    }

    private static StoredAccount account(ResultSet row) throws SQLException {
        return new StoredAccount(row.getLong("id"), row.getString("phone"), row.getString("name"), row.getString("email"),
                Voucher.valueOf(row.getString("email_voucher")), Optional.ofNullable(row.getString("password_hash")),
                row.getString("language"), Sql.optionalLong(row, "sms_reminder_hours").map(Long::intValue));
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        return new StoredSession(row.getLong("account_id"), row.getLong("id"), Instant.ofEpochSecond(row.getLong("created_at")),
                Instant.ofEpochSecond(row.getLong("used_at")));
    }
}
