package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/**
 * An SQLite file, safe against power cuts (WAL, {@code synchronous=FULL}), with one writer and several readers. Other processes may
 * read and write the same file.
 */
final class SqliteEngine implements Engine {
    private static final int READERS = 8;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int FULL = 2;

    /** SQLite's way to say KiB, not pages. */
    private static final int WRITER_CACHE_KIB = -32_768;
    private static final int READER_CACHE_KIB = -4_096;

    /**
     * How long the log grows before its pages are brought into the file, 32 MB. Neighbours change the same pages: the longer it is, the
     * less often each of them is written twice. To read it all after a crash takes a fraction of a second.
     */
    private static final int LOG_PAGES = 8_000;

    private final String url;
    private final LongAdder queries;
    private final Sql writing;
    private final Writer writer;
    private final Readers readers;

    SqliteEngine(String url, LongAdder queries) {
        SqliteLibrary.load();
        this.url = url;
        this.queries = queries;
        this.writing = connect(url, false);
        try {
            requireDurable(writing);
            beginLogAnew(writing);
            writing.number("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
            Migrations.run(writing);
        } catch (RuntimeException failure) {
            writing.close();
            throw failure;
        }
        this.writer = new Writer(new Tables(writing)).start();
        this.readers = new Readers(READERS, () -> connect(url, true));
    }

    static boolean takes(String url) {
        return JDBC.isValidURL(url);
    }

    static String url(Path file) {
        return JDBC.PREFIX + file.toAbsolutePath();
    }

    @Override
    public <T> T read(Function<Tables, T> question) {
        return readers.read(question);
    }

    /** The work runs in the writer's thread, next to that of others: it must not wait for anything. */
    @Override
    public <T> T write(Function<Tables, T> work) {
        return writer.write(work);
    }

    @Override
    public void whenOpen(Runnable action) {
        action.run();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** A transaction without changes passes on a full disk, too: after a failure only one that writes proves anything. */
    @Override
    public boolean ready() {
        try {
            return write(tables -> {
                if (writer.isFailing()) tables.sql().dialect().keepVersion(tables.sql(), tables.sql().dialect().version(tables.sql()));
                return true;
            });
        } catch (BookingUnavailable unavailable) {
            return false;
        }
    }

    @Override
    public Load load() {
        return new Load(writer.waiting(), writer.groupSizes(), writer.commitSeconds(), readers.busy(), READERS);
    }

    /**
     * Writes every page anew, then leaves no page behind in the log. Bookings wait meanwhile, for as long as it takes to copy the file.
     */
    @Override
    public void clear() {
        try (var sql = connect(url, false)) {
            sql.script("VACUUM");
            if (sql.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw new BookingUnavailable(
                        "Somebody reads the database for so long that its log still holds what was deleted; try again");
        }
    }

    /** Finishes the writes that were accepted, and the reads under way. */
    @Override
    public void close() {
        writer.close();
        readers.close();
        writing.close();
    }

    private Sql connect(String url, boolean readOnly) {
        // The driver prepares to read dates in the longest way there is; no column of ours is one
        var unused = new Properties();
        unused.setProperty(Pragma.DATE_STRING_FORMAT.pragmaName, "S");
        var config = new SQLiteConfig(unused);
        config.setReadOnly(readOnly);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // else every INSERT is followed by a query that nobody asked for
        config.setCacheSize(readOnly ? READER_CACHE_KIB : WRITER_CACHE_KIB);
        // What savepoints may have to undo: it is never needed after a crash, and in a file it cost more writes than the bookings themselves
        config.setTempStore(TempStore.MEMORY);
        // What the address asks for instead is not passed over in silence: it is tried, and then refused
        if (!readOnly && !url.contains("journal_mode=")) config.setJournalMode(JournalMode.WAL);
        if (!readOnly && !url.contains("synchronous=")) config.setSynchronous(SynchronousMode.FULL);
        try {
            var sql = new Sql(withoutTransactions(connection(url, config.toProperties())), queries, new SqliteDialect());
            sql.script("COMMIT"); // what the driver has just begun
            return sql;
        } catch (SQLException failure) {
            throw new IllegalStateException("The database " + url.replaceFirst("\\?.*", "") + " does not open: " + failure.getMessage());
        }
    }

    /**
     * Waits for others that open the same new file. SQLite waits for whoever writes, but not while it turns the log on: of two who do that at
     * once, it refuses one (sqlite.org/pragma.html#pragma_journal_mode).
     */
    private static Connection connection(String url, Properties settings) throws SQLException {
        var deadline = System.nanoTime() + BUSY.toNanos();
        while (true) {
            try {
                return JDBC.createConnection(url, settings);
            } catch (SQLException failure) {
                if (!SqliteDialect.isBusy(failure) || System.nanoTime() > deadline) throw failure;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Transactions are begun and ended in SQL. Left to commit by itself, the driver tries to begin one after each statement, ours or not,
     * to find out whether there is one.
     */
    private static Connection withoutTransactions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    /**
     * What a process left in the log that met an I/O error can be read, and may not be on the disk all the same: Linux forgets that it is
     * to be written once it has said that it could not. Then all that is added behind it is lost with it in a power cut, synced or not.
     * So it is written once more, to other places. Not while others have the file open, who would wait, nor where there is no room.
     */
    private static void beginLogAnew(Sql sql) {
        sql.number("PRAGMA busy_timeout = 0");
        try {
            sql.number("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (BookingUnavailable failure) {
            if (!SqliteDialect.isFull(failure)) throw failure;
        } finally {
            sql.number("PRAGMA busy_timeout = " + BUSY.toMillis());
        }
    }

    private static void requireDurable(Sql sql) {
        var journal = sql.find("PRAGMA journal_mode", row -> row.getString(1)).orElseThrow();
        var synchronous = sql.number("PRAGMA synchronous");
        if (!journal.equals("wal") || synchronous < FULL) {
            throw new IllegalStateException("The database would lose bookings in a power cut: journal_mode is " + journal + ", not wal, or "
                    + "synchronous is " + synchronous + ", less than " + FULL);
        }
    }
}
