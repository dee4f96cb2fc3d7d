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

    public void keep(String name, String text) {
        sql.change("""
            INSERT INTO upstream_text (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text
            """, name, text);
    }
}
