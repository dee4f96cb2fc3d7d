package bookform.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An SQLite file whose migration is killed (reliability.md B7). All that a process leaves behind is in the file and its log, page by page
 * in the order of writing (sqlite.org/fileformat2.html#the_write_ahead_log): a log that ends earlier is what an earlier death leaves.
 */
class MigrationsTest {
    private static final int LOG_HEADER = 32;
    private static final int PAGE_SIZE_AT = 8;
    private static final int PAGE_HEADER = 24;
    private static final String SCHEMA = "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)";

    @TempDir Path folder;

    @Test
    void isCompletedAfterADeathAtAnyPage() throws IOException {
        var whole = TestDatabase.sqlite(Files.createDirectory(folder.resolve("whole")));
        final byte[] file;
        final byte[] log;
        try (var store = open(whole)) {
            file = Files.readAllBytes(folder.resolve("whole/bookform.db"));
            log = Files.readAllBytes(folder.resolve("whole/bookform.db-wal"));
        }
        var newest = version(whole);
        var page = PAGE_HEADER + ByteBuffer.wrap(log).getInt(PAGE_SIZE_AT);
        var found = new TreeSet<Integer>();
        for (var end = LOG_HEADER; end <= log.length; end += page) {
            var left = Files.createDirectory(folder.resolve("left" + end));
            Files.write(left.resolve("bookform.db"), file);
            Files.write(left.resolve("bookform.db-wal"), Arrays.copyOf(log, Math.min(end + page / 2, log.length)));
            var database = TestDatabase.sqlite(left);
            found.add(version(database));
            try (var store = open(database)) {
                assertTrue(store.ready());
            }
            assertEquals(whole.answer(SCHEMA), database.answer(SCHEMA), "after " + end + " bytes of " + log.length);
            assertEquals(newest, version(database));
        }
        assertEquals(newest + 1, found.size(), "deaths after each of them, and before the first");
    }

    private static Store open(TestDatabase database) {
        return Store.open(database.url(), Clock.systemUTC());
    }

    private static int version(TestDatabase database) {
        return Integer.parseInt(database.answer("PRAGMA user_version"));
    }
}
