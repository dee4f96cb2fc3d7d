package bookform.backend.store;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What the two databases do not say in the same words. Everything else is SQL that both understand. */
sealed interface Dialect permits SqliteDialect, PostgresDialect {
    /** As sections of migration files are marked: {@code -- [sqlite]}. */
    String name();

    /** What an error of the database means: an {@link Overlap}, {@link NoSeats}, out of order, to be tried again, or a mistake of ours. */
    RuntimeException translated(SQLException failure);

    /** An expression for a number that no row of a table has, in an {@code INSERT} whose first parameter is the location. */
    String nextId(String table);

    /** See {@link Sql#insert}. */
    long insert(Sql sql, String table, String statement, Object... parameters);

    /** See {@link Tables#lock}. */
    void lock(Sql sql, Stream<Lock> locks);

    /** A query for the milliseconds that the database's clock shows at this moment, not at the transaction's beginning. */
    String millis();

    /** Whether it takes several statements in one trip to the database; see {@link Sql#changeSoon}. */
    boolean joinsStatements();

    /** How many migrations the database has seen; 0 for a new one. */
    int version(Sql sql);

    /** Begins a transaction in which nobody else migrates. */
    void beginMigration(Sql sql);

    void keepVersion(Sql sql, int version);

    /** A statement of the common part of a migration as this database wants it. */
    String common(String script);
}
