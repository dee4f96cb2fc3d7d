package bookform.backend.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The statements of one connection, each prepared once and kept; for one thread at a time. */
final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** @return the statement, with its result, which is good until it is executed again */
    PreparedStatement execute(String sql, Object... parameters) throws SQLException {
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
