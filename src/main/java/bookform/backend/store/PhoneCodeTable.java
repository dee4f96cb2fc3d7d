package bookform.backend.store;

import bookform.booking.PhoneCodeRequest.Purpose;
import java.time.Instant;
import java.util.Optional;

/** The table {@code phone_code}: the codes that are good now. */
public final class PhoneCodeTable {
    private final Sql sql;

    PhoneCodeTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where a code is good.
     *
     * @param location 0 for everywhere
     * @param form 0 for any
     */
    public record Place(String phone, Purpose purpose, long location, long form) {}

    /**
     * The last code sent for a place.
     *
     * @param hash keyed hash of the code; empty once it was used
     * @param tries wrong ones so far
     */
    public record SentCode(Optional<String> hash, Instant expiresAt, int tries) {}

    public Optional<SentCode> find(Place place) {
        return sql.find("""
            SELECT code_hash, expires_at, tries FROM phone_code
            WHERE phone = ? AND purpose = ? AND location_id = ? AND form_id = ?
            """, row -> new SentCode(Optional.ofNullable(row.getString(1)), Instant.ofEpochSecond(row.getLong(2)), row.getInt(3)),
                place.phone(), place.purpose().name(), place.location(), place.form());
    }

    /** In place of an earlier one. */
    public void replace(Place place, String hash, Instant expiresAt) {
        sql.change("""
            INSERT INTO phone_code (phone, purpose, location_id, form_id, code_hash, expires_at, tries) VALUES (?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (phone, purpose, location_id, form_id) DO UPDATE SET code_hash = excluded.code_hash,
                expires_at = excluded.expires_at, tries = 0
            """, place.phone(), place.purpose().name(), place.location(), place.form(), hash, expiresAt.getEpochSecond());
    }

    public void countWrongTry(Place place) {
        sql.change("UPDATE phone_code SET tries = tries + 1 WHERE phone = ? AND purpose = ? AND location_id = ? AND form_id = ?",
                place.phone(), place.purpose().name(), place.location(), place.form());
    }

    /**
     * Voids every code of a phone: they came in the same message, or in one that the client has done with.
     *
     * @return false when there was none left
     */
    public boolean useUp(String phone) {
        return sql.change("UPDATE phone_code SET code_hash = NULL WHERE phone = ? AND code_hash IS NOT NULL", phone) > 0;
    }

    /** Forgets the codes that were dead at a moment, and the phones they were for. */
    public void forget(Instant before) {
        sql.change("DELETE FROM phone_code WHERE expires_at < ?", before.getEpochSecond());
    }
}
