package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal has its status and code, in both shapes (altegio-api.md §1.5). */
class RefusalsTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);
    private static final String BOOKING = ApiCalls.haircut("2026-11-24T16:00:00");

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Each with one change to a booking that would be accepted. */
    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        422 | "services": [1]        | "services": []
        431 | "+37061234567"         | "12"
        432 | "email"                | "bookform_id": 2, "code": "1", "email"
        433 | 16:00:00               | 23:00:00
        435 | "Vera"                 | " "
        436 | "staff_id": 1, "datetime": "2026-11-24T16 | "staff_id": 0, "datetime": "2026-11-24T23
        438 | "services": [1]        | "services": [999]
        400 | "vera@example.com"     | "vera"
        """)
    void bookingsAreRefusedWithTheirCodes(int code, String right, String wrong) {
        assertTrue(BOOKING.contains(right), BOOKING);
        assertRefused(422, code, api.post("/book_record/1", BOOKING.replace(right, wrong)));
        assertRefused(422, code, api.bare().post("/book_record/1", BOOKING.replace(right, wrong)));
    }

    @Test
    void namesTheAppointmentThatIsInTheWay() {
        var body = ApiCalls.visit(ApiCalls.appointment(7, 1, "2026-11-24T16:00:00") + ","
                + ApiCalls.appointment(8, 1, "2026-11-24T16:15:00"));
        var refused = api.post("/book_check/1", body);
        assertRefused(422, 437, refused);
        assertEquals(8, ApiCalls.json(refused).get("meta").get("errors").get(0).get("id").asInt());
        var taken = api.bare().post("/book_check/1", ApiCalls.visit(ApiCalls.appointment(9, 1, "2026-11-24T03:00:00")));
        assertEquals("{\"errors\":{\"code\":433,\"message\":\"" + message(taken) + "\",\"id\":9},\"meta\":{\"message\":\"" + message(taken)
                + "\"}}", taken.body());
    }

    @Test
    void theBlacklistedAreForbidden() {
        api.booked("2026-11-30T16:00:00");
        app.app().store().write(tables -> tables.visits().blacklist(1, "+37061234567", true));
        assertRefused(403, 434, api.post("/book_record/1", ApiCalls.haircut("2026-11-30T17:00:00")));
        assertRefused(403, 434, api.bare().post("/book_record/1", ApiCalls.haircut("2026-11-30T17:00:00")));
        app.app().store().write(tables -> tables.visits().blacklist(1, "+37061234567", false));
    }

    /** Known, unknown and blacklisted phones get the same answer (reliability.md G7). */
    @Test
    void codesAreSentToWhoeverAsksAndNotTooOften() {
        assertEquals(201, api.post("/book_code/1", "{\"phone\": \"+37061234571\"}").status());
        var again = api.post("/book_code/1", "{\"phone\": \"+37061234571\"}");
        assertEquals(429, again.status());
        assertEquals("30", again.header("Retry-After"));
        assertRefused(422, 431, api.post("/book_code/1", "{\"phone\": \"12\"}"));
        assertRefused(422, 431, api.post("/book_code/1", "{}"));
    }

    @ParameterizedTest @CsvSource({"/bookform/99", "/book_staff/99", "/company/99", "/company/abc", "/book_times/99/0/2026-11-24",
            "/nothing", "/book_record/1/1/00000000000000000000000000000000", "/user/records/1/00000000000000000000000000000000",
            "/book_staff/99999999999999999999"})
    void whatIsNotThereIsNotFound(String path) {
        var answer = api.get(path);
        assertEquals("{\"success\":false,\"data\":null,\"meta\":{}}", answer.body());
        assertEquals(404, answer.status());
        assertEquals("{\"errors\":{\"code\":404,\"message\":\"Not found.\"},\"meta\":{\"message\":\"Not found.\"}}",
                api.bare().get(path).body());
    }

    @ParameterizedTest @CsvSource({"/book_times/1/1/tomorrow", "/book_times/1/1/2026-02-30", "/book_dates/1?date=x",
            "/book_staff/1?service_ids[]=x", "/book_services/1?datetime=2026-11-24T99:00:00", "/book_dates/1?staff_id=x",
            "/companies?count=many"})
    void whatCannotBeReadIsNamed(String path) {
        assertRefused(422, 422, api.get(path));
    }

    @Test
    void tooLateIsForbidden() {
        var record = api.booked("2026-11-23T16:00:00");
        app.clock.advance(Duration.ofHours(8));
        try {
            assertEquals(403, api.delete("/user/records/" + record).status());
            assertEquals(403, api.put("/book_record/1/" + record, "{\"datetime\": \"2026-11-26T16:00:00\"}").status());
            assertFalse(api.data(api.get("/book_record/1/" + record)).get("allow_delete_record").asBoolean());
        } finally {
            app.clock.set(RunningApp.MONDAY);
        }
    }

    @Test
    void aRecordIsChangedByItsHashAlone() {
        var record = api.booked("2026-11-26T16:00:00");
        var number = record.substring(0, record.indexOf('/'));
        var hash = record.substring(record.indexOf('/') + 1);
        var body = "{\"datetime\": \"2026-11-27T17:00:00\"}";
        assertEquals(403, api.put("/book_record/1/" + number, body).status());
        assertEquals(404, api.put("/book_record/1/" + number + "?hash=" + "0".repeat(32), body).status());
        assertEquals(200, api.put("/book_record/1/" + number + "?hash=" + hash, body).status());
        assertRefused(422, 433, api.put("/book_record/1/" + record, "{\"datetime\": \"2026-11-27T05:00:00\"}"));
        assertRefused(422, 422, api.put("/book_record/1/" + record, "{}"));
    }

    @Test
    void aKnownAddressCalledInAnotherWaySaysHow() {
        var answer = api.post("/companies", "{}");
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
        assertEquals("POST, OPTIONS", api.get("/book_record/1").header("Allow"));
        for (var method : List.of("TRACE", "PROPFIND")) {
            var unheardOf = api.send(method, "/companies", null);
            assertEquals(405, unheardOf.status());
            assertEquals("GET, HEAD, OPTIONS", unheardOf.header("Allow"));
            assertTrue(unheardOf.body().contains("\"message\":\"This cannot be done here.\""), unheardOf.body());
        }
    }

    @Test
    void sentencesAreInTheCallersLanguageWhereThereAreSuch() {
        var nameless = BOOKING.replace("Vera", "");
        var german = api.post("/book_record/1", nameless, "Accept-Language", "de-DE,de;q=0.9");
        assertTrue(message(german).startsWith("Bitte"), german.body());
        assertEquals("Please tell us your name.", message(api.post("/book_record/1", nameless)));
    }

    private static String message(Answer answer) {
        var json = ApiCalls.json(answer);
        return json.at(json.has("errors") ? "/errors/message" : "/meta/errors/0/message").asString();
    }

    private static void assertRefused(int status, int code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, ApiCalls.code(answer), answer.body());
        assertFalse(message(answer).isBlank());
        var json = ApiCalls.json(answer);
        assertTrue(json.has("errors") || !json.get("success").asBoolean() && json.get("data").isNull());
        if (json.has("success") && status == 422) assertEquals("An error has occurred.", json.get("meta").get("message").asString());
    }
}
