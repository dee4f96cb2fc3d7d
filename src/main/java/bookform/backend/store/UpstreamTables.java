package bookform.backend.store;

/** The tables {@code upstream_…}: what instances share when the bookings themselves are kept elsewhere. */
public final class UpstreamTables {
    private final Sql sql;

    UpstreamTables(Sql sql) {
        this.sql = sql;
    }

    /** Milliseconds by the database's own clock, the one that all instances have in common. */
    public long now() {
        return sql.number(sql.dialect().millis());
    }

    /** A text by its name; empty when there is none yet. */
    public String text(String name) {
        return sql.find("SELECT text FROM upstream_text WHERE name = ?", row -> row.getString(1), name).orElse("");
    }

    /** An empty one is not kept. */
    public void keep(String name, String text, long now) {
        if (text.isEmpty()) sql.change("DELETE FROM upstream_text WHERE name = ?", name);
        else sql.change("""
            INSERT INTO upstream_text (name, text, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at
            """, name, text, now);
    }

    /** Forgets what has not changed since a moment. */
    public void forget(long before) {
        sql.change("DELETE FROM upstream_text WHERE changed_at < ?", before);
    }
}
