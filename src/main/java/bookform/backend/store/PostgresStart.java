package bookform.backend.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;

/** What happens once before a PostgreSQL database is used: is it safe, can it do what is needed, is it up to date? On one connection. */
final class PostgresStart {
    private static final int OLDEST = 14;

    /** Without these, an acknowledged booking can be gone after a power cut. */
    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final Sql sql;

    private PostgresStart(Sql sql) {
        this.sql = sql;
    }

    /**
     * @throws SQLException when the database cannot be reached
     * @throws IllegalStateException when it is not safe, too old, of a newer version of the application, or lacks what we need
     */
    static void run(String url, Properties login) throws SQLException {
        var connection = DriverManager.getConnection(url, login);
        try (var sql = new Sql(connection, new LongAdder(), new PostgresDialect())) {
            var start = new PostgresStart(sql);
            start.requireVersion();
            start.requireDurable();
            start.requireExtension();
            connection.setNetworkTimeout(Runnable::run, 0); // whoever gave up a long migration would begin it again, for ever
            Migrations.run(sql);
        }
    }

    private void requireVersion() {
        var version = sql.number("SELECT current_setting('server_version_num')::integer / 10000");
        if (version < OLDEST)
            throw new IllegalStateException("The database is PostgreSQL " + version + "; Bookform needs " + OLDEST + " or newer");
    }

    private void requireDurable() {
        var off = DURABILITY.stream().filter(setting -> setting(setting).equals("off")).toList();
        if (!off.isEmpty()) {
            throw new IllegalStateException("The database would lose bookings in a power cut, as these are off: " + String.join(", ", off));
        }
    }

    private String setting(String name) {
        return sql.find("SELECT current_setting(?)", row -> row.getString(1), name).orElseThrow();
    }

    /** Lets a gist index compare numbers, which the constraint against overlaps needs. */
    private void requireExtension() {
        if (sql.number("SELECT count(*) FROM pg_extension WHERE extname = 'btree_gist'") > 0) return;
        try {
            sql.script("CREATE EXTENSION IF NOT EXISTS btree_gist");
        } catch (Conflict somebodyElseDid) {
            requireExtension();
        } catch (RuntimeException refused) {
            throw new IllegalStateException(
                    "The database lacks the extension btree_gist, and this user may not create it. Its owner, or a superuser, "
                            + "does so once: CREATE EXTENSION btree_gist. The database says: " + Sql.reason(refused),
                    refused);
        }
    }
}
