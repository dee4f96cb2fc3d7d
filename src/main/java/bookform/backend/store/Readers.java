package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A few connections that only read, opened when first needed, the last used one first: its pages and statements are warm.
 *
 * <p>Not HikariCP, which took 130–150 ms to start and does not keep prepared statements.
 */
final class Readers implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<Sql> connect;
    private final Semaphore permits;
    private final BlockingDeque<Tables> idle = new LinkedBlockingDeque<>();
    private final int size;
    private volatile boolean closed;

    Readers(int size, Supplier<Sql> connect) {
        this.size = size;
        this.connect = connect;
        this.permits = new Semaphore(size);
    }

    /** Reads in one transaction: all of it sees the same state of the database. */
    <T> T read(Function<Tables, T> question) {
        acquire();
        try {
            var tables = idle.poll();
            if (tables == null) tables = new Tables(connect.get());
            try {
                tables.sql().control("BEGIN");
                return question.apply(tables);
            } finally {
                release(tables);
            }
        } finally {
            permits.release();
        }
    }

    int busy() {
        return size - permits.availablePermits();
    }

    /** Waits for those who still read. Closing twice is the same as once. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        permits.acquireUninterruptibly(size);
        idle.forEach(tables -> tables.sql().close());
    }

    /** A connection that cannot end its transaction is of no more use. */
    private void release(Tables tables) {
        try {
            tables.sql().control("COMMIT");
            idle.addFirst(tables);
        } catch (RuntimeException failure) {
            tables.sql().close();
        }
    }

    private void acquire() {
        if (closed) throw new BookingUnavailable("The database is closed");
        try {
            if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new BookingUnavailable("The database is too busy to read");
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new BookingUnavailable("Interrupted", interruption);
        }
    }
}
