package bookform.backend.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteEngineTest {
    @TempDir Path folder;

    @Test
    void makesTheFolder() {
        try (var store = Store.open(folder.resolve("not/yet/there.db"), Clock.systemUTC())) {
            assertTrue(store.ready());
        }
    }

    /** Many files: SQLite refuses one of two that turn its log on at once, and seldom are there two. */
    @Test
    void severalMayOpenTheSameNewFileAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var file = 0; file < 60; file++) {
                var path = folder.resolve("new" + file + ".db");
                Callable<Store> opening = () -> Store.open(path, Clock.systemUTC());
                for (var opened : threads.invokeAll(List.of(opening, opening, opening, opening))) {
                    try (var store = opened.get()) {
                        assertTrue(store.ready());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous=NORMAL", "synchronous=OFF", "journal_mode=DELETE", "journal_mode=MEMORY", "journal_mode=OFF"})
    void refusesWhatAPowerCutWouldUndo(String pragma) {
        var url = "jdbc:sqlite:" + file() + "?" + pragma;
        var refusal = assertThrows(IllegalStateException.class, () -> Store.open(url, Clock.systemUTC()));
        assertTrue(refusal.getMessage().contains("power cut"), refusal::getMessage);
    }

    @Test
    void refusesADatabaseInMemory() {
        assertThrows(IllegalStateException.class, () -> Store.open("jdbc:sqlite::memory:", Clock.systemUTC()));
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "Dear diary, ".repeat(1_000));
        assertThrows(RuntimeException.class, () -> Store.open(file(), Clock.systemUTC()));
    }

    private Path file() {
        return folder.resolve("bookform.db");
    }
}
