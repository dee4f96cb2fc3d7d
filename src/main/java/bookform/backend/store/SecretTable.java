package bookform.backend.store;

import java.time.Instant;

/** The table {@code shared_secret}: the fingerprint of the secret that all instances on this database have in common. */
public final class SecretTable {
    private final Sql sql;

    SecretTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps a fingerprint when there is none yet.
     *
     * @return the one that is kept
     */
    public String keepFirst(String fingerprint, Instant now) {
        sql.change("INSERT INTO shared_secret (one, fingerprint, kept_at) VALUES (1, ?, ?) ON CONFLICT (one) DO NOTHING", fingerprint,
                now.getEpochSecond());
        return sql.find("SELECT fingerprint FROM shared_secret", row -> row.getString(1)).orElseThrow();
    }

    /** Keeps a fingerprint in the place of any other. */
    public void replace(String fingerprint, Instant now) {
        sql.change("""
            INSERT INTO shared_secret (one, fingerprint, kept_at) VALUES (1, ?, ?)
            ON CONFLICT (one) DO UPDATE SET fingerprint = excluded.fingerprint, kept_at = excluded.kept_at
            """, fingerprint, now.getEpochSecond());
    }
}
