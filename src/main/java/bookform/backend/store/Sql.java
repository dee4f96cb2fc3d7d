package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQL on one connection, for one thread at a time. Every statement is prepared once and kept: that, and the absence of reflection, is
 * what plain JDBC lacks and why this is not a library.
 */
final class Sql implements AutoCloseable {
    /** Reads the row that a result stands at. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What the machine, not the statement, is to blame for. */
    private static final Set<SQLiteErrorCode> OUT_OF_ORDER = Set.of(SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED,
        SQLiteErrorCode.SQLITE_READONLY, SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_FULL,
        SQLiteErrorCode.SQLITE_CANTOPEN, SQLiteErrorCode.SQLITE_PROTOCOL, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_NOMEM);

    private final Connection connection;
    private final LongAdder queries;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param queries counts what is asked and changed, though not what begins and ends transactions */
    Sql(Connection connection, LongAdder queries) {
        this.connection = connection;
        this.queries = queries;
    }

    <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        queries.increment();
        try (var rows = bound(sql, parameters).executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) list.add(row.read(rows));
            return list;
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    /** The first row. */
    <T> Optional<T> find(String sql, Row<T> row, Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** The one number of a query that always has one. */
    long number(String sql, Object... parameters) {
        return list(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** @return the number of rows changed */
    int change(String sql, Object... parameters) {
        queries.increment();
        try {
            return bound(sql, parameters).executeUpdate();
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    /** One statement that begins, marks or ends a transaction. */
    void control(String sql) {
        try {
            prepared(sql).execute();
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    /** Any number of statements, not kept. */
    void script(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    @Override public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        var statement = prepared(sql);
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static RuntimeException translated(SQLException failure) {
        if (Overlap.isMeantBy(failure)) return new Overlap();
        if (failure instanceof SQLiteException sqlite && OUT_OF_ORDER.contains(primary(sqlite.getResultCode())))
            return new BookingUnavailable("The database is out of order: " + sqlite.getResultCode().name(), failure);
        return new IllegalStateException(failure);
    }

    /** SQLite's extended codes carry the primary one in their lowest byte. */
    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
