package bookform.backend.store;

import java.time.Instant;
import java.util.Optional;

/** The table {@code phone_code}: per phone, the code that is valid now and how often codes were sent. */
public final class PhoneCodeTable {
    private final Sql sql;

    PhoneCodeTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * The last code sent to a phone.
     *
     * @param hash keyed hash of the code; empty once it was used
     * @param tries wrong ones so far
     * @param sends codes sent since {@code countedFrom}, this one included
     */
    public record SentCode(Optional<String> hash, Instant expiresAt, int tries, Instant sentAt, int sends, Instant countedFrom) {}

    public Optional<SentCode> find(long location, String phone) {
        return sql.find("SELECT * FROM phone_code WHERE location_id = ? AND phone = ?", row -> new SentCode(
            Optional.ofNullable(row.getString("code_hash")), Instant.ofEpochSecond(row.getLong("expires_at")), row.getInt("tries"),
            Instant.ofEpochSecond(row.getLong("sent_at")), row.getInt("sends"), Instant.ofEpochSecond(row.getLong("counted_from"))),
            location, phone);
    }

    /** In place of an earlier one. */
    public void replace(long location, String phone, SentCode code) {
        sql.change("""
            INSERT INTO phone_code (location_id, phone, code_hash, expires_at, tries, sent_at, sends, counted_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location_id, phone) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at,
                tries = excluded.tries, sent_at = excluded.sent_at, sends = excluded.sends, counted_from = excluded.counted_from
            """, location, phone, code.hash().orElse(null), code.expiresAt().getEpochSecond(), code.tries(),
            code.sentAt().getEpochSecond(), code.sends(), code.countedFrom().getEpochSecond());
    }

    public void countWrongTry(long location, String phone) {
        sql.change("UPDATE phone_code SET tries = tries + 1 WHERE location_id = ? AND phone = ?", location, phone);
    }

    public void useUp(long location, String phone) {
        sql.change("UPDATE phone_code SET code_hash = NULL WHERE location_id = ? AND phone = ?", location, phone);
    }
}
