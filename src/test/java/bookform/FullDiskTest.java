package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.backend.store.Store;
import bookform.support.Disk;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full (reliability.md B5): nothing is booked, everything is still shown, and with room again all is as before. */
@Timeout(60)
class FullDiskTest {
    private static final int MORE_THAN_THE_LOG_HAS_ROOM_FOR = 500;

    @TempDir Path folder;

    private Disk disk;
    private RunningApp app;
    private int clients;

    @BeforeEach
    void start() {
        assumeTrue(Disk.isPossible(), "a disk of our own needs root and loop devices");
        disk = new Disk(folder, 32);
        app = RunningApp.start(Map.of("BOOKFORM_DATABASE", "jdbc:sqlite:" + disk.files().resolve("bookform.db"), "BOOKFORM_DEMO", "true"));
    }

    @AfterEach
    void stop() {
        if (app != null) app.close();
        if (disk != null) disk.close();
    }

    @Test
    void booksAgainOnceThereIsRoom() {
        assertEquals(303, book().status());
        var booked = app.booked();

        disk.fill();
        var refused = book();
        for (var more = 0; refused.status() == 303 && more < MORE_THAN_THE_LOG_HAS_ROOM_FOR; more++) {
            booked++;
            refused = book();
        }
        assertEquals(503, refused.status());
        assertTrue(refused.text().contains("Nothing was booked"), refused.text());
        assertEquals(booked, app.booked());
        assertEquals(503, book().status());
        assertEquals(503, app.get("/health/ready").status());
        assertEquals(200, app.get("/health/live").status());
        assertEquals(200, app.get("/forms/1/services").status());
        assertEquals(200, app.get("/forms/1/time?service=1&teamMember=any").status());
        assertEquals(503, app.get("/health/ready").status());

        disk.free();
        assertEquals(200, app.get("/health/ready").status());
        assertEquals(303, book().status());
        assertEquals(booked + 1, app.booked());
    }

    /** What a killed process left there does not fit into the file. */
    @Test
    void startsWithoutRoomAndShowsWhatThereIs() throws IOException {
        assertEquals(303, book().status());
        var killed = Files.createDirectories(disk.files().resolve("killed"));
        for (var file : List.of("bookform.db", "bookform.db-wal", "bookform.db-shm"))
            Files.copy(disk.files().resolve(file), killed.resolve(file));
        disk.fill();
        try (var store = Store.open(killed.resolve("bookform.db"), Clock.systemUTC())) {
            assertEquals(app.booked(), store.export(1).size());
        }
    }

    private Answer book() {
        var details = app.get(app.details(1, "service=1&teamMember=any"));
        return app.submit(details, "details", Map.of("name", "Wera", "phone", "+3706%07d".formatted(1_234_567 + clients++)));
    }
}
