package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: one writer at a time, so that nothing needs to be locked. Counts its migrations in {@code user_version}. */
final class SqliteDialect implements Dialect {
    /** What the machine, not the statement, is to blame for. */
    private static final Set<SQLiteErrorCode> OUT_OF_ORDER = Set.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_READONLY, SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_CANTOPEN, SQLiteErrorCode.SQLITE_PROTOCOL, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_NOMEM);

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public RuntimeException translated(SQLException failure) {
        if (Overlap.isMeantBy(failure)) return new Overlap();
        if (NoSeats.isMeantBy(failure)) return new NoSeats();
        if (failure instanceof SQLiteException sqlite && OUT_OF_ORDER.contains(primary(sqlite.getResultCode())))
            return new BookingUnavailable("The database is out of order: " + sqlite.getResultCode().name(), failure);
        return new IllegalStateException(failure);
    }

    /** Whether somebody else holds the file, for now. */
    static boolean isBusy(SQLException failure) {
        return failure instanceof SQLiteException sqlite && primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** Whether there was no room. */
    static boolean isFull(BookingUnavailable failure) {
        return failure.getCause() instanceof SQLiteException sqlite && primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_FULL;
    }

    /** SQLite's extended codes carry the primary one in their lowest byte. */
    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    @Override
    public String nextId(String table) {
        return "(SELECT coalesce(max(id), 0) + 1 FROM " + table + " WHERE location_id = ?1)";
    }

    @Override
    public long insert(Sql sql, String table, String statement, Object... parameters) {
        return sql.number(statement.replace(":id", nextId(table)) + "\nRETURNING id", parameters);
    }

    @Override
    public void lock(Sql sql, Stream<Lock> locks) {
        // whoever writes is alone
    }

    @Override
    public String millis() {
        return "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    @Override
    public boolean joinsStatements() {
        return false;
    }

    @Override
    public int version(Sql sql) {
        return (int) sql.number("PRAGMA user_version");
    }

    @Override
    public void beginMigration(Sql sql) {
        sql.script("BEGIN IMMEDIATE");
    }

    @Override
    public void keepVersion(Sql sql, int version) {
        sql.script("PRAGMA user_version = " + version);
    }

    @Override
    public String common(String script) {
        return script;
    }
}
