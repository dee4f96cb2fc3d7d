package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import bookform.telemetry.Histogram;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * A PostgreSQL database, which other instances of the application use at the same time. Every write is one transaction, READ COMMITTED:
 * what it decides on it locks first ({@link Tables#lock}), and then each of its statements sees whatever was committed before. It is run
 * again when the database gave it up for the sake of another, or when another was a moment quicker with the same key; nobody has had an
 * answer by then.
 *
 * <p>While the database is away everything is {@link BookingUnavailable}, at the start, too.
 */
final class PostgresEngine implements Engine {
    private static final int ATTEMPTS = 5;
    private static final int READERS = 8;
    private static final int WRITERS = 16;
    private static final int PATIENCE_MILLIS = 3_000;
    private static final long AWAY_NANOS = Duration.ofMillis(500).toNanos();
    private static final String LOCK_TIMEOUT = "SET lock_timeout = '3s'";

    private final PostgresAddress address;
    private final LongAdder queries;
    private final Dialect dialect = new PostgresDialect();
    private final Histogram groupSizes = Histogram.ofNumbers();
    private final Histogram commitSeconds = Histogram.ofSeconds();
    private final Opening opening;
    private volatile HikariDataSource readers;
    private volatile HikariDataSource writers;
    private volatile long awayUntil = System.nanoTime();

    /** @throws IllegalStateException when the database answers, but is not one to book on */
    PostgresEngine(PostgresAddress address, LongAdder queries) {
        this.address = address;
        this.queries = queries;
        this.opening = new Opening(this::open);
    }

    @Override
    public <T> T read(Function<Tables, T> question) {
        return transaction(readers, question);
    }

    @Override
    public <T> T write(Function<Tables, T> work) {
        for (var attempt = 1;; attempt++) {
            try {
                return transaction(writers, work);
            } catch (Conflict conflict) {
                if (attempt == ATTEMPTS) throw new BookingUnavailable("Others were in the way " + ATTEMPTS + " times", conflict);
            }
        }
    }

    @Override
    public void whenOpen(Runnable action) {
        opening.then(action);
    }

    @Override
    public boolean isOpen() {
        return opening.isDone();
    }

    @Override
    public boolean ready() {
        try {
            return opening.isDone() && write(tables -> tables.sql().number("SELECT CASE WHEN pg_is_in_recovery() THEN 0 ELSE 1 END")) == 1;
        } catch (BookingUnavailable unavailable) {
            return false;
        }
    }

    @Override
    public Load load() {
        return new Load(writers == null ? 0 : writers.getHikariPoolMXBean().getThreadsAwaitingConnection(), groupSizes.snapshot(),
                commitSeconds.snapshot(), readers == null ? 0 : readers.getHikariPoolMXBean().getActiveConnections(), READERS);
    }

    /** Its own vacuum does, when it next comes round; who cannot wait runs {@code VACUUM FULL}, which stops everything else. */
    @Override
    public void clear() {}

    @Override
    public void close() {
        opening.close();
        if (readers != null) readers.close();
        if (writers != null) writers.close();
    }

    private void open() throws SQLException {
        PostgresStart.run(address.url(), login());
        if (writers == null) {
            readers = pool("readers", READERS, "TRANSACTION_REPEATABLE_READ", true);
            writers = pool("writers", WRITERS, "TRANSACTION_READ_COMMITTED", false);
        }
    }

    private <T> T transaction(HikariDataSource pool, Function<Tables, T> work) {
        try (var connection = connection(pool)) {
            return transaction(connection, work);
        } catch (SQLException failure) {
            throw dialect.translated(failure);
        }
    }

    /** Waits for one; but while there is no database, only every now and then, lest callers pile up. */
    private Connection connection(HikariDataSource pool) {
        if (pool == null) throw new BookingUnavailable("The database has not answered yet");
        if (awayUntil - System.nanoTime() > 0) throw new BookingUnavailable("The database does not answer");
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            if (!pool.isClosed() && pool.getHikariPoolMXBean().getTotalConnections() == 0) awayUntil = System.nanoTime() + AWAY_NANOS;
            throw new BookingUnavailable("The database does not answer, or is too busy", failure);
        }
    }

    private <T> T transaction(Connection connection, Function<Tables, T> work) throws SQLException {
        try {
            var sql = new Sql(connection, queries, dialect);
            var result = work.apply(new Tables(sql));
            commit(sql, connection.isReadOnly());
            return result;
        } catch (Throwable failure) {
            rollback(connection);
            throw failure;
        }
    }

    private void commit(Sql sql, boolean readOnly) {
        var begun = System.nanoTime();
        try {
            sql.commit();
        } catch (BookingUnavailable failure) {
            throw !readOnly && PostgresDialect.isLost(failure) ? new Unsure(failure, false) : failure;
        }
        if (readOnly) return;
        commitSeconds.observeNanos(System.nanoTime() - begun);
        groupSizes.observe(1);
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException connectionIsGone) {
            // and the transaction with it
        }
    }

    private HikariDataSource pool(String name, int size, String isolation, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(login());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setReadOnly(readOnly);
        config.setTransactionIsolation(isolation);
        config.setConnectionInitSql(LOCK_TIMEOUT);
        config.setIsolateInternalQueries(true); // else the first transaction to be rolled back takes that with it
        return new HikariDataSource(config);
    }

    /** Who we are, and what the address may overrule. */
    private Properties login() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "bookform");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it quotes rows, and a row may be a person
        properties.putAll(address.login());
        return properties;
    }
}
