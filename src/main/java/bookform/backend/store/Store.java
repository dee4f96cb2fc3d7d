package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The database: an SQLite file for one instance of the application, or a PostgreSQL database that several share. Both are safe against
 * power cuts. For use by many threads.
 */
public final class Store implements AutoCloseable {
    private final Clock clock;
    private final LongAdder queries = new LongAdder();
    private final AtomicLong writes = new AtomicLong();
    private final Engine engine;
    private final Locations locations;

    /**
     * Opens the SQLite database in a file; makes it, and the folder, when there is none.
     *
     * @throws IllegalStateException when it is not a database, of a newer version, or not safe against power cuts
     */
    public static Store open(Path file, Clock clock) {
        try {
            if (file.toAbsolutePath().getParent() != null) Files.createDirectories(file.toAbsolutePath().getParent());
            return open(SqliteEngine.url(file), clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * As {@link #open(Path, Clock)}, by address. A PostgreSQL that does not answer yet is waited for in the background; see
     * {@link #isOpen}.
     *
     * @param url {@code jdbc:sqlite:…}; PRAGMAs in it are taken, and those that make it unsafe refused. Or {@code jdbc:postgresql:…}
     */
    public static Store open(String url, Clock clock) {
        return new Store(url, clock);
    }

    private Store(String url, Clock clock) {
        this.clock = clock;
        this.engine = engine(url, queries);
        this.locations = new Locations(this, clock);
    }

    private static Engine engine(String url, LongAdder queries) {
        if (SqliteEngine.takes(url)) {
            return new SqliteEngine(url, queries);
        } else if (url.startsWith(PostgresAddress.PREFIX)) {
            return new PostgresEngine(PostgresAddress.of(url), queries);
        } else {
            throw new IllegalArgumentException("Not the address of a database, jdbc:sqlite:… or jdbc:postgresql:…");
        }
    }

    /** The address of an SQLite database. */
    public static String url(Path file) {
        return SqliteEngine.url(file);
    }

    /** The address of a database as people may see it: without user, password and options. */
    public static String shown(String url) {
        return url.startsWith(PostgresAddress.PREFIX) ? PostgresAddress.of(url).shown() : url;
    }

    public Locations locations() {
        return locations;
    }

    /** Reads in one transaction: all of it sees the same state of the database. */
    public <T> T read(Function<Tables, T> question) {
        return engine.read(question);
    }

    /**
     * Writes, all or nothing; when it returns, what was written survives a power cut. On SQLite the work runs in the writer's thread,
     * next to that of others; on PostgreSQL at the same time as that of others, and again when they were in its way. So it must not wait
     * for anything or do anything but write, and it locks what it decides on ({@link Tables#lock}).
     *
     * @throws BookingUnavailable when nothing was written as the database cannot
     * @throws Unsure when it may have been written
     * @throws RuntimeException whatever the work throws; nothing was written
     */
    public <T> T write(Function<Tables, T> work) {
        try {
            return engine.write(work);
        } finally {
            writes.incrementAndGet(); // also when it failed: what was written may be there all the same
        }
    }

    /** As {@link #write}, when there is nothing to say afterwards. */
    public void change(Consumer<Tables> work) {
        write(tables -> {
            work.accept(tables);
            return null;
        });
    }

    /** Grows with every write through this object, before whoever asked for it is answered: what was read earlier may be out of date. */
    public long writes() {
        return writes.get();
    }

    /** As {@link #insertImported(long, List, List)}, without events. */
    public int insertImported(long location, List<ImportedAppointment> appointments) {
        return insertImported(location, List.of(), appointments);
    }

    /**
     * Brings events and appointments in from elsewhere, all or none. Events that are there by their reference become as they are here,
     * and appointments that are there are passed over, so that importing twice is the same as once.
     *
     * @return how many appointments were new
     * @throws ImportRefused naming every event, or every appointment, that cannot be
     */
    public int insertImported(long location, List<ImportedEvent> events, List<ImportedAppointment> appointments) {
        return write(tables -> {
            AppointmentImport.lock(tables, location, events, appointments);
            if (!events.isEmpty()) new EventImport(tables.sql(), location).bringIn(events);
            return new AppointmentImport(tables, location, clock.instant(), false).insert(appointments);
        });
    }

    /**
     * As {@link #insertImported}, but what does not fit beside what is there is passed over.
     *
     * @throws ImportRefused for other reasons than their time
     */
    public int insertFitting(long location, List<ImportedAppointment> appointments) {
        return write(tables -> {
            AppointmentImport.lock(tables, location, List.of(), appointments);
            return new AppointmentImport(tables, location, clock.instant(), true).insert(appointments);
        });
    }

    /** All appointments of a location, as they can be imported again, in order of their start. */
    public List<ImportedAppointment> export(long location) {
        return read(tables -> tables.appointments().exported(location));
    }

    /** All events of a location, as they can be imported again, in order of their start. */
    public List<ImportedEvent> exportEvents(long location) {
        return read(tables -> EventImport.exported(tables.sql(), location));
    }

    /** Whether no location was ever set up. */
    public boolean isEmpty() {
        return locations.ids().isEmpty();
    }

    /** Whether other instances of the application may work on the same database. */
    public boolean isShared() {
        return engine instanceof PostgresEngine;
    }

    /** Whether the database has ever answered; until it does, nothing can be read or written. */
    public boolean isOpen() {
        return engine.isOpen();
    }

    /** Does something at once, or as soon as the database answers. */
    public void whenOpen(Runnable action) {
        engine.whenOpen(action);
    }

    /** Whether it can be written now. */
    public boolean ready() {
        return engine.ready();
    }

    /**
     * Makes sure that what was deleted can be read from no file of the database. On PostgreSQL that is left to the server.
     *
     * @throws BookingUnavailable when others were in the way; it can be tried again
     */
    public void clear() {
        engine.clear();
    }

    /** How much the database has to do now. */
    public Load load() {
        return engine.load();
    }

    /** How many statements have read or changed rows since the start: what one question costs. */
    public long queries() {
        return queries.sum();
    }

    /** Finishes the writes that were accepted, and the reads under way. */
    @Override
    public void close() {
        engine.close();
    }
}
