package bookform.backend.store;

import bookform.booking.BookingUnavailable;
import bookform.telemetry.Histogram;
import bookform.telemetry.Histogram.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one thread that writes. It takes the tasks that wait, runs them in one transaction, a savepoint each, and commits them under one
 * fsync; only then are they answered. A task that throws is rolled back alone; when the commit fails, all of its group fail.
 *
 * <p>After an I/O error nobody knows what is on the disk, and asking fsync again proves nothing: the writer refuses everything from
 * then on, until a restart; whoever was told to be written by a commit that met it learns that it is not known ({@link Unsure}). A full
 * disk or a lock held too long only fails the group, and nothing of it is written.
 */
final class Writer implements AutoCloseable {
    /** The most tasks under one fsync; more would make the first of them wait too long. */
    static final int GROUP = 500;

    private static final int QUEUE = 10_000;
    private static final Set<SQLiteErrorCode> OUT_OF_ORDER =
            Set.of(SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);
    /** SQLite itself rolls back all of it, savepoints and neighbours too. */
    private static final Set<SQLiteErrorCode> ENDS_TRANSACTION = Set.of(SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_NOMEM);
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Tables tables;
    private final BlockingQueue<WriteTask<?>> queue;
    private final Histogram groupSizes = Histogram.ofNumbers();
    private final Histogram commitSeconds = Histogram.ofSeconds();
    private final Thread thread = Thread.ofPlatform().name("writer").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean broken;
    private volatile boolean failing;

    Writer(Tables tables) {
        this(tables, QUEUE);
    }

    Writer(Tables tables, int capacity) {
        this.tables = tables;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    Writer start() {
        thread.start();
        return this;
    }

    /**
     * Runs a task in the next group and waits until it is on the disk.
     *
     * @throws BookingUnavailable when it was not written: too much to do, closing, out of order
     * @throws Unsure when it may have been
     * @throws RuntimeException whatever the task throws; then nothing of it was written
     */
    <T> T write(Function<Tables, T> work) {
        var task = new WriteTask<>(work);
        if (!isWorking()) throw new BookingUnavailable("The database takes no more writes");
        if (!queue.offer(task)) throw new BookingUnavailable("Too many writes are waiting");
        if (thread.getState() == Thread.State.TERMINATED) failAll(drained(), closed());
        return task.await();
    }

    boolean isWorking() {
        return !closing && !broken;
    }

    /** Whether the last group failed. */
    boolean isFailing() {
        return failing;
    }

    int waiting() {
        return queue.size();
    }

    Snapshot groupSizes() {
        return groupSizes.snapshot();
    }

    Snapshot commitSeconds() {
        return commitSeconds.snapshot();
    }

    /** Finishes what was accepted, then stops. */
    @Override
    public void close() {
        closing = true;
        queue.offer(new WriteTask<>(tables -> null)); // wakes the thread; a full queue keeps it awake anyway
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        failAll(drained(), closed());
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            var group = nextGroup();
            if (broken) {
                failAll(group, new BookingUnavailable("The database is out of order"));
            } else {
                write(group);
            }
        }
    }

    private List<WriteTask<?>> nextGroup() {
        var group = new ArrayList<WriteTask<?>>();
        try {
            group.add(queue.take());
        } catch (InterruptedException nobodyDoes) {
            closing = true;
        }
        queue.drainTo(group, GROUP - group.size());
        return group;
    }

    private void write(List<WriteTask<?>> group) {
        try {
            tables.sql().control("BEGIN IMMEDIATE");
            for (var task : group) {
                if (task.begin()) inSavepoint(task);
            }
            commit(group.size());
            failing = false;
            group.forEach(WriteTask::answer);
        } catch (Throwable failure) {
            failed(group, failure);
        }
    }

    private void commit(int size) {
        var begun = System.nanoTime();
        try {
            tables.sql().control("COMMIT");
        } catch (RuntimeException failure) {
            throw isOneOf(OUT_OF_ORDER, failure) ? new Unsure(failure, true) : failure;
        }
        commitSeconds.observeNanos(System.nanoTime() - begun);
        groupSizes.observe(size);
    }

    private void inSavepoint(WriteTask<?> task) {
        tables.sql().control("SAVEPOINT task");
        if (!task.run(tables)) {
            if (isOneOf(ENDS_TRANSACTION, task.failure().orElseThrow())) throw new IllegalStateException(task.failure().orElseThrow());
            tables.sql().control("ROLLBACK TO task");
        }
        tables.sql().control("RELEASE task");
    }

    private void failed(List<WriteTask<?>> group, Throwable failure) {
        broken = isOneOf(OUT_OF_ORDER, failure);
        failing = true;
        LOG.error("A group of {} writes failed{}", group.size(), broken ? "; nothing is written until a restart" : "", failure);
        try {
            tables.sql().script("ROLLBACK");
        } catch (RuntimeException alreadyRolledBack) {
            // SQLite rolls back by itself after some errors
        }
        failAll(group, failure instanceof Unsure unsure ? unsure : new BookingUnavailable("The database could not write", failure));
    }

    private static boolean isOneOf(Set<SQLiteErrorCode> codes, Throwable failure) {
        return failure instanceof SQLiteException sqlite ? codes.contains(SqliteDialect.primary(sqlite.getResultCode()))
                : failure.getCause() != null && isOneOf(codes, failure.getCause());
    }

    private List<WriteTask<?>> drained() {
        var rest = new ArrayList<WriteTask<?>>();
        queue.drainTo(rest);
        return rest;
    }

    private static void failAll(List<WriteTask<?>> group, BookingUnavailable failure) {
        group.forEach(task -> task.fail(failure));
    }

    private static BookingUnavailable closed() {
        return new BookingUnavailable("The database is closed");
    }
}
