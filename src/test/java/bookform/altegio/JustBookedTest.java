package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.WireJson;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the answer to a booking said of it, for the page that follows. */
class JustBookedTest {
    private static final String WHOLE = """
            {"id": 17, "datetime": "2030-01-15T10:00:00+0100", "length": 1800, "staff": {"id": 7}, "services": [{"id": 501}]}""";

    private final AtomicLong clock = new AtomicLong();
    private final JustBooked justBooked = new JustBooked(clock::get);

    @Test
    void isToldOnceToWhoeverHasTheHash() {
        justBooked.add(42, "abc", record(WHOLE));
        assertTrue(justBooked.take(42, 17, "abd").isEmpty());
        assertTrue(justBooked.take(43, 17, "abc").isEmpty());
        assertEquals(17, justBooked.take(42, 17, "abc").orElseThrow().id());
        assertTrue(justBooked.take(42, 17, "abc").isEmpty(), "whoever looks again asks again");
    }

    @Test
    void isNotKeptForLong() {
        justBooked.add(42, "abc", record(WHOLE));
        clock.addAndGet(JustBooked.KEPT.toNanos());
        assertTrue(justBooked.take(42, 17, "abc").isEmpty());
    }

    @Test
    void keepsNothingThatAClientWroteNorHalfARecord() {
        for (var other : new String[] {WHOLE.replace("\"id\": 17", "\"id\": 17, \"comment\": \"It is Vera\""),
                WHOLE.replace("staff", "stuff"), WHOLE.replace("services", "service"), WHOLE.replace("datetime", "day"),
                WHOLE.replace("length", "long")}) {
            justBooked.add(42, "abc", record(other));
            assertTrue(justBooked.take(42, 17, "abc").isEmpty(), other);
        }
    }

    private static RecordView record(String json) {
        return WireJson.answers().readValue(json, RecordView.class);
    }
}
