package bookform.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.support.Wait;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Numbers are written into a table of one column; a number that {@code allowed} does not have lets the commit fail, not the insert. */
@Timeout(30)
class WriterTest {
    private static final int FORBIDDEN = 1_000;

    @TempDir Path folder;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Sql sql;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("numbers.db") + "?journal_mode=WAL&foreign_keys=ON"),
                new LongAdder(), new SqliteDialect());
        sql.script("CREATE TABLE allowed (number INTEGER PRIMARY KEY); "
                + "CREATE TABLE written (number INTEGER PRIMARY KEY REFERENCES allowed DEFERRABLE INITIALLY DEFERRED)");
        IntStream.range(0, 100).forEach(number -> sql.change("INSERT INTO allowed (number) VALUES (?)", number));
        writer = new Writer(new Tables(sql), 50);
    }

    @AfterEach
    void close() {
        gate.countDown();
        writer.close();
        callers.shutdownNow();
        sql.close();
    }

    @Test
    void whatIsAnsweredIsWritten() throws SQLException {
        writer.start();
        assertEquals(7, write(7));
        assertEquals(List.of(7), written());
    }

    @Test
    void aTaskThatThrowsIsRolledBackAlone() throws Exception {
        var before = submit(1);
        var failing = callers.submit(() -> writer.write(tables -> {
            insert(tables, 2);
            throw new IllegalArgumentException("no");
        }));
        Wait.until(() -> writer.waiting() == 2);
        var after = submit(3);
        Wait.until(() -> writer.waiting() == 3);
        writer.start();
        assertEquals(1, before.get());
        assertEquals(3, after.get());
        assertEquals("no", assertInstanceOf(IllegalArgumentException.class, failure(failing)).getMessage());
        assertEquals(List.of(1, 3), written());
    }

    @Test
    void whatWaitsIsOneGroupAndFailsAsOneWhenTheCommitFails() throws Exception {
        var tasks = new ArrayList<Future<Integer>>();
        for (var number = 0; number < 20; number++) tasks.add(submit(number));
        tasks.add(submit(FORBIDDEN));
        Wait.until(() -> writer.waiting() == 21);
        writer.start();
        for (var task : tasks) assertInstanceOf(BookingUnavailable.class, failure(task));
        assertEquals(List.of(), written());
        assertTrue(writer.isWorking());
        assertEquals(4, write(4));
        assertEquals(List.of(4), written());
    }

    @Test
    void afterAnInputOutputErrorNothingIsWrittenAnyMore() throws Exception {
        var neighbour = submit(1);
        Wait.until(() -> writer.waiting() == 1);
        var broken = callers.submit(() -> writer.write(tables -> {
            throw new IllegalStateException(new SQLiteException("fsync", SQLiteErrorCode.SQLITE_IOERR_FSYNC));
        }));
        Wait.until(() -> writer.waiting() == 2);
        writer.start();
        assertInstanceOf(BookingUnavailable.class, failure(neighbour));
        assertInstanceOf(BookingUnavailable.class, failure(broken));
        assertFalse(writer.isWorking());
        assertThrows(BookingUnavailable.class, () -> write(2));
        assertEquals(List.of(), written());
    }

    @Test
    void aFullDiskIsNotForEver() throws Exception {
        writer.start();
        sql.script("PRAGMA max_page_count = 5");
        var letters = "x".repeat(100_000);
        assertThrows(BookingUnavailable.class,
                () -> writer.write(tables -> tables.sql().change("CREATE TABLE big AS SELECT ? AS letters", letters)));
        assertTrue(writer.isWorking());
        assertEquals(3, write(3));
        assertEquals(List.of(3), written());
    }

    /** The very statement that met it works again. */
    @Test
    void noStatementIsLostToAFullDisk() throws Exception {
        sql.script("CREATE TABLE text (letters TEXT)");
        writer.start();
        sql.script("PRAGMA max_page_count = 6");
        var letters = "x".repeat(100_000);
        assertThrows(BookingUnavailable.class, () -> writer.write(tables -> insert(tables, letters)));
        assertThrows(BookingUnavailable.class, () -> writer.write(tables -> insert(tables, letters)));
        sql.script("PRAGMA max_page_count = 1000");
        assertEquals(1, writer.<Integer>write(tables -> insert(tables, letters)));
    }

    @Test
    void refusesWhenTooMuchIsWaiting() throws Exception {
        var tasks = new ArrayList<Future<Integer>>();
        for (var number = 0; number < 50; number++) tasks.add(submit(number));
        Wait.until(() -> writer.waiting() == 50);
        assertThrows(BookingUnavailable.class, () -> write(51));
        writer.start();
        for (var task : tasks) task.get();
        assertEquals(50, written().size());
    }

    @Test
    void closingFinishesWhatWaitsAndTakesNoMore() throws Exception {
        var tasks = new ArrayList<Future<Integer>>();
        for (var number = 0; number < 10; number++) tasks.add(submit(number));
        Wait.until(() -> writer.waiting() == 10);
        writer.start();
        writer.close();
        for (var task : tasks) task.get();
        assertEquals(10, written().size());
        assertThrows(BookingUnavailable.class, () -> write(11));
    }

    @Test
    void anInterruptedCallerWithdrawsATaskThatWaits() throws Exception {
        var caller = new InterruptedCaller(() -> write(1));
        Wait.until(() -> writer.waiting() == 1);
        assertInstanceOf(BookingUnavailable.class, caller.interrupt());
        writer.start();
        write(2);
        assertEquals(List.of(2), written());
    }

    @Test
    void anInterruptedCallerSeesATaskThroughThatHasBegun() throws Exception {
        writer.start();
        var begun = new CountDownLatch(1);
        var caller = new InterruptedCaller(() -> writer.write(tables -> {
            begun.countDown();
            gate(gate);
            return insert(tables, 1);
        }));
        begun.await();
        caller.thread.interrupt();
        gate.countDown();
        assertEquals(null, caller.interrupt());
        assertEquals(List.of(1), written());
    }

    /** Somebody who waits for a write, and is told to stop; must still be marked as interrupted afterwards. */
    private static final class InterruptedCaller {
        private final Thread thread;
        private RuntimeException thrown;
        private boolean marked;

        InterruptedCaller(Runnable work) {
            thread = Thread.ofPlatform().start(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    thrown = failure;
                }
                marked = Thread.currentThread().isInterrupted();
            });
        }

        RuntimeException interrupt() throws InterruptedException {
            thread.interrupt();
            thread.join();
            assertTrue(marked);
            return thrown;
        }
    }

    private int write(int number) {
        return writer.write(tables -> insert(tables, number));
    }

    private Future<Integer> submit(int number) {
        return callers.submit(() -> write(number));
    }

    private static int insert(Tables tables, int number) {
        tables.sql().change("INSERT INTO written (number) VALUES (?)", number);
        return number;
    }

    private static int insert(Tables tables, String letters) {
        return tables.sql().change("INSERT INTO text (letters) VALUES (?)", letters);
    }

    /** What another connection sees. */
    private List<Integer> written() throws SQLException {
        var other =
                new Sql(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("numbers.db")), new LongAdder(), new SqliteDialect());
        try (other) {
            return other.list("SELECT number FROM written ORDER BY number", row -> row.getInt(1));
        }
    }

    private static Throwable failure(Future<?> task) {
        return assertThrows(ExecutionException.class, task::get).getCause();
    }

    private static void gate(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
