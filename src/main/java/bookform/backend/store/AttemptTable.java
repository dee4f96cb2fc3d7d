package bookform.backend.store;

import java.time.Instant;
import java.util.Optional;

/** The table {@code attempt}: how often somebody did what is limited. */
public final class AttemptTable {
    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    /** How often, later than a moment. */
    public long count(String subject, String counter, Instant after) {
        return sql.number("SELECT coalesce(sum(times), 0) FROM attempt WHERE subject = ? AND counter = ? AND attempted_at > ?",
                subject, counter, after.getEpochSecond());
    }

    /** @param nth from the last, which is 1 */
    public Optional<Instant> last(String subject, String counter, long nth) {
        return sql.find("""
            SELECT attempted_at FROM (
                SELECT attempted_at, sum(times) OVER (ORDER BY attempted_at DESC) AS since FROM attempt WHERE subject = ? AND counter = ?
            ) AS counted WHERE since >= ? ORDER BY attempted_at DESC LIMIT 1
            """, row -> Instant.ofEpochSecond(row.getLong(1)), subject, counter, nth);
    }

    public void add(String subject, String counter, Instant at) {
        sql.change("""
            INSERT INTO attempt (subject, counter, attempted_at, times) VALUES (?, ?, ?, 1)
            ON CONFLICT (subject, counter, attempted_at) DO UPDATE SET times = attempt.times + 1
            """, subject, counter, at.getEpochSecond());
    }

    /** Takes one back. */
    public void remove(String subject, String counter, Instant at) {
        sql.change("UPDATE attempt SET times = times - 1 WHERE subject = ? AND counter = ? AND attempted_at = ?",
                subject, counter, at.getEpochSecond());
        sql.change("DELETE FROM attempt WHERE subject = ? AND counter = ? AND attempted_at = ? AND times <= 0",
                subject, counter, at.getEpochSecond());
    }

    /** Forgets what was done before a moment. */
    public void forget(Instant before) {
        sql.change("DELETE FROM attempt WHERE attempted_at < ?", before.getEpochSecond());
    }
}
