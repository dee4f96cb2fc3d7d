package bookform.backend.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * SQL on one connection, for one thread at a time. Statements are kept prepared, and wait for each other where that saves trips: that, and
 * the absence of reflection, is what plain JDBC lacks and why this is not a library.
 */
final class Sql implements AutoCloseable {
    /** Reads the row that a result stands at. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final LongAdder queries;
    private final Dialect dialect;
    private final Statements statements;
    private final List<Waiting> waiting = new ArrayList<>();

    /** A statement that goes along with the next one. */
    private record Waiting(String sql, Object[] parameters) {}

    /** @param queries counts what is asked and changed, though not what begins and ends transactions */
    Sql(Connection connection, LongAdder queries, Dialect dialect) {
        this.connection = connection;
        this.queries = queries;
        this.dialect = dialect;
        this.statements = new Statements(connection);
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

    /**
     * Inserts a row that gets a number of its own. Where numbers can be had beforehand it is written as by {@link #changeSoon}, and so
     * are its failures.
     *
     * @param statement its values begin with the location and {@code :id}, which no row of the table has
     * @return the number
     */
    long insert(String table, String statement, Object... parameters) {
        return dialect.insert(this, table, statement, parameters);
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
        if (waiting.isEmpty()) return statements.execute(sql, parameters);
        var joined = new StringBuilder();
        var all = new ArrayList<Object>();
        for (var earlier : waiting) {
            joined.append(earlier.sql).append(";\n");
            all.addAll(Arrays.asList(earlier.parameters));
        }
        all.addAll(Arrays.asList(parameters));
        var results = waiting.size();
        waiting.clear();
        var statement = statements.execute(joined.append(sql).toString(), all.toArray());
        for (var i = 0; i < results; i++) statement.getMoreResults();
        return statement;
    }
}
