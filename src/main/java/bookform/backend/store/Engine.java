package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.util.function.Function;

/** What a {@link Store} stands on: one of the two databases, and how its transactions are run. For use by many threads. */
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {
    /**
     * Reads in one transaction: all of it sees the same state of the database.
     *
     * @throws BookingUnavailable when the database does not answer
     */
    <T> T read(Function<Tables, T> question);

    /**
     * Writes in one transaction, and comes back when that survives a power cut.
     *
     * @throws BookingUnavailable when nothing was written, or nobody knows whether
     */
    <T> T write(Function<Tables, T> work);

    /** Does something as soon as the database is open: now, or when it first answers. */
    void whenOpen(Runnable action);

    boolean isOpen();

    /** Whether it can be written now. */
    boolean ready();

    /** How much there is to do now. */
    Load load();

    /** Makes sure that what was deleted can be read from no file of the database. */
    void clear();

    /** Finishes what is under way. */
    @Override
    void close();
}
