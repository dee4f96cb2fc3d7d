package bookform.backend.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * SQL on one connection, for one thread at a time. Every statement is prepared once and kept: that, and the absence of reflection, is
 * what plain JDBC lacks and why this is not a library.
 */
final class Sql implements AutoCloseable {
    /** Reads the row that a result stands at. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final LongAdder queries;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** A statement that goes along with the next one. */
    private record Waiting(String sql, Object[] parameters) {}

    /** @param queries counts what is asked and changed, though not what begins and ends transactions */
    Sql(Connection connection, LongAdder queries, Dialect dialect) {
        this.connection = connection;
        this.queries = queries;
        this.dialect = dialect;
    }

    <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        queries.increment();
        try (var rows = executed(sql, parameters).getResultSet()) {
            var list = new ArrayList<T>();
            while (rows.next()) list.add(row.read(rows));
            return list;
        } catch (SQLException failure) {
            throw dialect.translated(failure);
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
            return executed(sql, parameters).getUpdateCount();
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /**
     * Does something whose outcome nobody asks for. Where the database is another process it goes along with the next statement, or with
     * the commit, and fails when that does: a trip there and back costs more than most statements. The database still does one after the
     * other, so each sees what others have committed by then.
     */
    void changeSoon(String sql, Object... parameters) {
        if (dialect.joinsStatements()) {
            queries.increment();
            waiting.add(new Waiting(sql, parameters));
        } else {
            change(sql, parameters);
        }
    }

    /** Commits what was not committed along with the last statements. */
    void commit() {
        if (!waiting.isEmpty()) control("COMMIT");
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /** One statement that begins, marks or ends a transaction. */
    void control(String sql) {
        try {
            executed(sql);
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /** Any number of statements, not kept, and before what is waiting. */
    void script(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /**
     * Does something that may fail and be got over: what it wrote is undone, what was written before in this transaction stays.
     *
     * @throws RuntimeException whatever the work throws
     */
    <T> T attempt(Supplier<T> work) {
        control("SAVEPOINT attempt");
        try {
            var result = work.get();
            control("RELEASE SAVEPOINT attempt");
            return result;
        } catch (RuntimeException failure) {
            waiting.clear();
            control("ROLLBACK TO SAVEPOINT attempt");
            throw failure;
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** What the database itself said. */
    static String reason(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : reason(failure.getCause());
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /** Has the result of the statement, whatever went along with it. */
    private PreparedStatement executed(String sql, Object... parameters) throws SQLException {
        if (waiting.isEmpty()) return executedAlone(sql, parameters);
        var joined = new StringBuilder();
        var all = new ArrayList<Object>();
        for (var earlier : waiting) {
            joined.append(earlier.sql).append(";\n");
            all.addAll(Arrays.asList(earlier.parameters));
        }
        all.addAll(Arrays.asList(parameters));
        var results = waiting.size();
        waiting.clear();
        var statement = executedAlone(joined.append(sql).toString(), all.toArray());
        for (var i = 0; i < results; i++) statement.getMoreResults();
        return statement;
    }

    private PreparedStatement executedAlone(String sql, Object... parameters) throws SQLException {
        var statement = prepared(sql);
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, portable(parameters[i]));
        }
        try {
            statement.execute();
            return statement;
        } catch (SQLException failure) {
            forget(sql);
            throw failure;
        }
    }

    /** SQLite's driver quietly ends a statement that met a full disk: the next time it is prepared anew, or it would fail for ever. */
    private void forget(String sql) {
        try {
            prepared.remove(sql).close();
        } catch (SQLException alreadyEnded) {
            // what went wrong was said before
        }
    }

    /** Truth is 0 or 1 in both databases, and no text has a character 0, which PostgreSQL does not take. */
    private static Object portable(Object parameter) {
        return switch (parameter) {
            case Boolean truth -> truth ? 1 : 0;
            case String text -> text.replace("\0", "");
            case null, default -> parameter;
        };
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}
