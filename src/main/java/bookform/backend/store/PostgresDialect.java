package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL: many write at once, so what they decide on is locked. Counts its migrations in a table, {@code migration}. */
final class PostgresDialect implements Dialect {
    /** Connection lost, out of resources, told to stop, hardware, damage: the machine, not the statement, is to blame. */
    private static final Set<String> OUT_OF_ORDER = Set.of("08", "53", "57", "58", "XX", "F0", "28", "3D");

    private static final Set<String> REFUSALS = Set.of("28", "3D");

    private static final String LOCK_TIMEOUT = "55P03";
    private static final String READ_ONLY = "25006";

    /** Two were in each other's way, or one was a moment quicker: whoever looks again sees what the other did. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

    /** Any number, as long as nobody else uses it. */
    private static final long MIGRATION_LOCK = 0x626f6f6b666f726dL; // "bookform"

    private final Ids ids = new Ids();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public RuntimeException translated(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (Overlap.isMeantBy(failure)) return new Overlap();
        if (NoSeats.isMeantBy(failure)) return new NoSeats();
        if (CONFLICTS.contains(state)) return new Conflict(failure);
        if (isOutOfOrder(failure)) return new BookingUnavailable("The database is out of order: " + state, failure);
        return new IllegalStateException(failure);
    }

    /** Whether waiting may help. */
    static boolean isOutOfOrder(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException || state.equals(LOCK_TIMEOUT) || state.equals(READ_ONLY)
                || OUT_OF_ORDER.contains(state.substring(0, 2));
    }

    /** Whether the connection broke, and with it whatever the server was about to answer. */
    static boolean isLost(BookingUnavailable failure) {
        return failure.getCause() instanceof SQLException cause && String.valueOf(cause.getSQLState()).startsWith("08");
    }

    /** Wrong name or password, or no such database: waiting does not help. */
    static boolean isRefusal(SQLException failure) {
        return REFUSALS.contains(String.valueOf(failure.getSQLState()).substring(0, 2));
    }

    @Override
    public String nextId(String table) {
        return "nextval('next_id')";
    }

    @Override
    public long insert(Sql sql, String table, String statement, Object... parameters) {
        var id = ids.next(() -> sql.number("SELECT nextval('next_id')"));
        var all = new ArrayList<>(Arrays.asList(parameters));
        all.add(1, id);
        sql.changeSoon(statement.replace(":id", "?"), all.toArray());
        return id;
    }

    @Override
    public void lock(Sql sql, Stream<Lock> locks) {
        sql.changeSoon("SELECT pg_advisory_xact_lock(number) FROM unnest(?) AS number",
                (Object) locks.mapToLong(Lock::number).sorted().distinct().toArray());
    }

    @Override
    public String millis() {
        return "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public boolean joinsStatements() {
        return true;
    }

    @Override
    public int version(Sql sql) {
        var counted = sql.number("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'") == 1;
        return counted ? (int) sql.number("SELECT coalesce(max(version), 0) FROM migration") : 0;
    }

    @Override
    public void beginMigration(Sql sql) {
        sql.script("BEGIN; DO $$BEGIN PERFORM pg_advisory_xact_lock(" + MIGRATION_LOCK + "); END$$");
    }

    @Override
    public void keepVersion(Sql sql, int version) {
        sql.script(
                "CREATE TABLE IF NOT EXISTS migration (version INTEGER NOT NULL PRIMARY KEY, done_at TIMESTAMPTZ NOT NULL DEFAULT now())");
        sql.change("INSERT INTO migration (version) VALUES (?)", version);
    }

    /** Here every table is its own heap; SQLite's {@code WITHOUT ROWID} means nothing. */
    @Override
    public String common(String script) {
        return script.replace(") WITHOUT ROWID;", ");");
    }
}
