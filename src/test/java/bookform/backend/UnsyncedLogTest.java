package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk refused what a process wrote last, and the process is gone (reliability.md B4). Linux still shows the log whole to the next
 * one, takes it for written, and never writes it again: after a power cut it ends where the disk failed, whatever was added since.
 */
@Timeout(60)
class UnsyncedLogTest {
    /** Begins with numbers that are others each time the log is begun anew; frames that do not bear them are none (sqlite.org/fileformat2.html#walformat). */
    private static final int HEADER = 32;

    @TempDir Path before;
    @TempDir Path afterwards;

    @Test
    void whatIsToldAfterARestartDoesNotHangOnIt() throws Exception {
        var database = TestDatabase.sqlite(before);
        CrashTest.bookAndKill(database, child -> {});
        var left = Files.readAllBytes(log());
        assertTrue(left.length > HEADER, "there is one");
        Optional<String> told = Optional.empty();
        try (var backend = DemoBackend.open(database)) {
            while (told.isEmpty()) told = CrashTest.bookSomething(backend);
            cutThePower(left);
        }
        CrashTest.assertNothingLost(TestDatabase.sqlite(afterwards), List.of(told.get()));
    }

    /** @param refused what is not on the disk, unless it was written again */
    private void cutThePower(byte[] refused) throws Exception {
        var log = Files.readAllBytes(log());
        if (Arrays.equals(log, 0, HEADER, refused, 0, HEADER)) Arrays.fill(log, HEADER, refused.length, (byte) 0);
        try (var files = Files.list(before)) {
            for (var file : files.filter(file -> !file.toString().matches(".*-(wal|shm)")).toList())
                Files.copy(file, afterwards.resolve(file.getFileName()));
        }
        Files.write(afterwards.resolve(log().getFileName()), log);
    }

    private Path log() throws Exception {
        try (var files = Files.list(before)) {
            return files.filter(file -> file.toString().endsWith("-wal")).findFirst().orElseThrow();
        }
    }
}
