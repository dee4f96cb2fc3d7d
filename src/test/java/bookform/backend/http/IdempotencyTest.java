package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bookform.altegio.wire.OwnCode;
import bookform.support.RunningApp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One name of a booking books once, whoever repeats it and how often (reliability.md C1, C2). */
@TestInstance(Lifecycle.PER_CLASS)
class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";

    private RunningApp app;
    private ApiCalls api;

    @BeforeAll
    void start() {
        app = quietApp();
        api = ApiCalls.of(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    protected RunningApp quietApp() {
        return ApiCalls.quietApp();
    }

    @Test
    void aHundredAtOnceWithOneKeyBookOnce() throws Exception {
        var before = free();
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<RunningApp.Answer>>();
            for (var i = 0; i < 100; i++) {
                calls.add(this::bookPatiently);
            }
            for (var answer : threads.invokeAll(calls)) {
                assertEquals(201, answer.get().status(), answer.get().body());
                answers.add(answer.get().body());
            }
        }
        assertEquals(1, answers.size());
        assertEquals(before - 1, free());
    }

    /** Whoever is told that the system is too busy comes back with the same key, which is what it is for. */
    private RunningApp.Answer bookPatiently() {
        var answer = api.post("/book_record/1", ApiCalls.visit(ApiCalls.appointment(1, 0, "2026-11-27T16:00:00")), KEY, "one");
        for (var again = 0; again < 5 && answer.status() == 503; again++)
            answer = api.post("/book_record/1", ApiCalls.visit(ApiCalls.appointment(1, 0, "2026-11-27T16:00:00")), KEY, "one");
        return answer;
    }

    /** How many people are free for a haircut then. */
    private int free() {
        return api.data(api.get("/book_staff/1?service_ids[]=1&datetime=2026-11-27T16:00:00")).valueStream()
                .mapToInt(one -> one.get("bookable").asBoolean() ? 1 : 0).sum();
    }

    @Test
    void theNameInTheBodyDoesTheSame() {
        var body = ApiCalls.haircut("2026-11-24T16:00:00").replace("\"phone\"", "\"api_id\": 4711, \"phone\"");
        assertEquals(api.post("/book_record/1", body).body(), api.post("/book_record/1", body).body());
    }

    @Test
    void aKeyIsNotForAnotherBooking() {
        assertEquals(201, api.post("/book_record/1", ApiCalls.haircut("2026-11-26T16:00:00"), KEY, "two").status());
        var refused = api.post("/book_record/1", ApiCalls.haircut("2026-11-26T17:00:00"), KEY, "two");
        assertEquals(422, refused.status());
        assertEquals(OwnCode.KEY_REUSED.number(), ApiCalls.code(refused));
        assertEquals(201, api.post("/book_record/1", ApiCalls.haircut("2026-11-26T17:00:00"), KEY, "three").status());
    }

    @Test
    void partnersDoNotShareKeys() {
        assertEquals(201, api.post("/book_record/1", ApiCalls.haircut("2026-12-01T16:00:00"), KEY, "four").status());
        var other = api.asNew().post("/book_record/1", ApiCalls.haircut("2026-12-01T16:00:00"), KEY, "four");
        assertEquals(433, ApiCalls.code(other));
    }

    @Test
    void withoutANameTheSecondIsAnotherBooking() {
        var one = api.post("/book_record/1", ApiCalls.visit(ApiCalls.appointment(1, 0, "2026-12-03T16:00:00")));
        var other = api.post("/book_record/1", ApiCalls.visit(ApiCalls.appointment(1, 0, "2026-12-03T16:00:00")));
        assertEquals(List.of(201, 201), List.of(one.status(), other.status()));
        assertNotEquals(one.body(), other.body());
    }
}
