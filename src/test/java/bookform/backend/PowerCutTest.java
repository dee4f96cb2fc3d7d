package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.Disk;
import bookform.support.Folders;
import bookform.support.Postgres;
import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails while eight clients book (reliability.md B2): every booking that was acknowledged is on the disk. The disk is a file
 * system on a loop device, shut down without writing anything more; a machine that cannot have one does not run these tests. Sectors half
 * written and disks that lie are not part of it.
 */
@Timeout(120)
class PowerCutTest {
    /** In a row: each client more than once. */
    private static final int MANY = 50;

    private static final int DATABASES = 5;
    /** Then nobody would ever be booked again. */
    private static final int UNTIL_THE_CALENDARS_ARE_FULL = 50;

    @TempDir Path folder;

    @BeforeEach
    void needADisk() {
        assumeTrue(Disk.isPossible(), "a disk of our own needs root and loop devices");
    }

    @Test
    void losesNoBooking() throws Exception {
        cutThePower(2);
    }

    @Tag("soak") @Test @Timeout(1_200)
    void losesNoBookingInTwoHundredTimes() throws Exception {
        cutThePower(200);
    }

    /** The control. */
    @Test
    void losesBookingsThatNobodyWaitedFor() throws Exception {
        try (var disk = new Disk(folder, 64)) {
            var database = TestDatabase.sqlite(disk.files());
            var acknowledged = CrashTest.bookAndKill(database, child -> {
                child.freeze();
                disk.unplug();
            }, CrashTest.Child.CARELESS);
            disk.plugIn();
            assertThrows(Throwable.class, () -> CrashTest.assertNothingLost(database, acknowledged));
        }
    }

    private void cutThePower(int times) throws Exception {
        try (var disk = new Disk(folder, 64)) {
            for (var time = 1; time <= times; time++) {
                var database = TestDatabase.sqlite(Files.createDirectories(disk.files().resolve(Integer.toString(time % DATABASES))));
                var acknowledged = CrashTest.bookAndKill(database, child -> {
                    child.freeze();
                    disk.unplug();
                });
                disk.plugIn();
                CrashTest.assertNothingLost(database, acknowledged);
                if (time % UNTIL_THE_CALENDARS_ARE_FULL == 0) for (var used = 0; used < DATABASES; used++)
                    Folders.delete(disk.files().resolve(Integer.toString(used)));
            }
        }
    }

    /**
     * The disk goes and the application stays. What is acknowledged in the very moment is left out: a sync that the shutdown meets half
     * way may answer that all was well, which no longer matters to anybody when the power fails.
     */
    @Test
    void refusesEverybodyOnceTheDiskIsGone() throws Exception {
        try (var disk = new Disk(folder, 64)) {
            var database = TestDatabase.sqlite(disk.files());
            var before = new ArrayList<String>();
            CrashTest.bookAndKill(database, child -> {
                before.addAll(child.acknowledged());
                disk.unplug();
                for (var refused = 0; refused < MANY;) refused = child.says().equals(CrashTest.Child.UNAVAILABLE) ? refused + 1 : 0;
            });
            disk.plugIn();
            CrashTest.assertNothingLost(database, before);
        }
    }

    @Test
    void losesNoBookingOnPostgres() throws Exception {
        try (var disk = new Disk(folder, 400); var server = Postgres.inFolder(disk.files().resolve("postgres"))) {
            var database = server.database();
            PostgresCrashTest.Said said;
            try (var one = DemoBackend.open(database)) {
                said = PostgresCrashTest.bookUntilKilled(List.of(one), () -> cut(server, disk));
            }
            server.restart();
            PostgresCrashTest.assertNothingLost(database, said.acknowledged());
        }
    }

    /** The control: one who does not wait. */
    @Test
    void losesRowsThatNobodyWaitedForOnPostgres() throws Exception {
        try (var disk = new Disk(folder, 400); var server = Postgres.inFolder(disk.files().resolve("postgres"))) {
            var database = server.database();
            database.script("CREATE TABLE number (number BIGINT)");
            var written = new AtomicLong();
            var writer = Thread.ofPlatform().start(() -> writeCarelessly(database, written));
            Wait.until(() -> written.get() >= 1_000);
            cut(server, disk);
            writer.join();
            server.restart();
            var kept = Long.parseLong(database.answer("SELECT count(*) FROM number"));
            assertTrue(kept < written.get(), kept + " of " + written);
        }
    }

    private static void writeCarelessly(TestDatabase database, AtomicLong written) {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.executeUpdate("SET synchronous_commit = off");
            while (true) written.addAndGet(statement.executeUpdate("INSERT INTO number VALUES (1)"));
        } catch (SQLException gone) {
            // with the server
        }
    }

    /** The processes are killed first, as they would find no more files to be known by; what they had not synced is lost all the same. */
    private static void cut(Postgres server, Disk disk) {
        server.kill();
        server.close();
        disk.unplug();
        disk.plugIn();
    }
}
