package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The database: an SQLite file, safe against power cuts (WAL, {@code synchronous=FULL}), with one writer and several readers. For use
 * by many threads; other processes may read and write the same file.
 */
public final class Store implements AutoCloseable {
    private static final int READERS = 8;
    private static final int BUSY_MILLIS = 5_000;
    private static final int FULL = 2;

    /** SQLite's way to say KiB, not pages. */
    private static final int WRITER_CACHE_KIB = -32_768;
    private static final int READER_CACHE_KIB = -4_096;

    private final Clock clock;
    private final LongAdder queries = new LongAdder();
    private final Sql writing;
    private final Writer writer;
    private final Readers readers;
    private final Locations locations;

    /**
     * Opens the database in a file; makes it, and the folder, when there is none.
     *
     * @throws IllegalStateException when it is not a database, of a newer version, or not safe against power cuts
     */
    public static Store open(Path file, Clock clock) {
        try {
            if (file.toAbsolutePath().getParent() != null) Files.createDirectories(file.toAbsolutePath().getParent());
            return open(JDBC.PREFIX + file.toAbsolutePath(), clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * As {@link #open(Path, Clock)}, by address.
     *
     * @param url {@code jdbc:sqlite:…}; PRAGMAs in it are taken, and those that make it unsafe refused
     */
    public static Store open(String url, Clock clock) {
        if (!JDBC.isValidURL(url)) throw new IllegalArgumentException("Not the address of an SQLite database, jdbc:sqlite:…: " + url);
        return new Store(url, clock);
    }

    private Store(String url, Clock clock) {
        this.clock = clock;
        this.writing = connect(url, false);
        try {
            requireDurable(writing);
            Migrations.run(writing);
        } catch (RuntimeException failure) {
            writing.close();
            throw failure;
        }
        this.writer = new Writer(new Tables(writing)).start();
        this.readers = new Readers(READERS, () -> connect(url, true));
        this.locations = new Locations(this);
    }

    public Locations locations() {
        return locations;
    }

    /** Reads in one transaction. */
    public <T> T read(Function<Tables, T> question) {
        return readers.read(question);
    }

    /**
     * Writes, all or nothing; when it returns, what was written survives a power cut. The work runs in the writer's thread, next to that
     * of others: it must not wait for anything.
     *
     * @throws BookingUnavailable when nothing was written as the database cannot
     * @throws RuntimeException whatever the work throws; nothing was written
     */
    public <T> T write(Function<Tables, T> work) {
        return writer.write(work);
    }

    /**
     * Brings appointments in from elsewhere, all or none. Those whose reference is there already are passed over, so that importing
     * twice is the same as once.
     *
     * @return how many were new
     * @throws ImportRefused naming every appointment that cannot be
     */
    public int insertImported(long location, List<ImportedAppointment> appointments) {
        return write(tables -> new AppointmentImport(tables, location, clock.instant()).insert(appointments));
    }

    /** All appointments of a location, as they can be imported again, in order of their start. */
    public List<ImportedAppointment> export(long location) {
        return read(tables -> tables.appointments().exported(location));
    }

    /** Whether no location was ever set up. */
    public boolean isEmpty() {
        return locations.ids().isEmpty();
    }

    /** Whether it can be written now. */
    public boolean ready() {
        try {
            return write(tables -> true);
        } catch (BookingUnavailable unavailable) {
            return false;
        }
    }

    /** How many statements have read or changed rows since the start: what one question costs. */
    public long queries() {
        return queries.sum();
    }

    /** Finishes the writes that were accepted, and the reads under way. */
    @Override public void close() {
        writer.close();
        readers.close();
        writing.close();
    }

    private Sql connect(String url, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // else every INSERT is followed by a query that nobody asked for
        config.setCacheSize(readOnly ? READER_CACHE_KIB : WRITER_CACHE_KIB);
        // What the address asks for instead is not passed over in silence: it is tried, and then refused
        if (!readOnly && !url.contains("journal_mode=")) config.setJournalMode(JournalMode.WAL);
        if (!readOnly && !url.contains("synchronous=")) config.setSynchronous(SynchronousMode.FULL);
        try {
            return new Sql(JDBC.createConnection(url, config.toProperties()), queries);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not open: " + url, failure);
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
