package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.store.MessageTable.Message;
import bookform.backend.store.ReminderTable.Kind;
import bookform.backend.store.Store;
import bookform.support.RunningApp;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The running application forgets by itself what is to be forgotten, whether or not anybody comes by. */
class ForgettingTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @TempDir Path folder;

    @Test @Timeout(20)
    void whatIsOverIsForgottenByItself() throws Exception {
        var database = TestDatabase.sqlite(folder);
        var before = Instant.parse(RunningApp.MONDAY).minus(TWO_DAYS);
        try (var store = Store.open(database.url(), new TestClock(before.toString()))) {
            store.change(tables -> tables.messages()
                    .insert(Message.withCode("+37061234567", Kind.SMS, "CODE: BOOKING", "+37061234567"), before));
        }
        assertEquals("1", database.answer("SELECT count(*) FROM message"), "the control");
        try (var app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"))) {
            Wait.until(() -> database.answer("SELECT count(*) FROM message").equals("0"));
            assertEquals(200, app.get("/health/live").status());
        }
    }
}
