package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are made to hurt are refused quickly, and browsers of other sites may do what the token allows, no more. */
class HostileCallsTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);
    private static final String BOOKING = ApiCalls.haircut("2026-11-24T16:00:00");

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest @ValueSource(strings = {"", "{", "nonsense", "{\"appointments\": [", "\u0000", "{\"phone\": \"\\uD8\"}",
            "{'phone': 1}", "{\"a\": NaN}", "<xml/>",
            "{\"appointments\": [{\"id\": 1e99}]}", "{\"appointments\": [{\"id\": 99999999999}]}"})
    void whatCannotBeReadIsRefused(String body) {
        for (var path : List.of("/book_record/1", "/book_check/1", "/book_code/1")) {
            var answer = api.post(path, body);
            assertTrue(answer.status() == 400 || answer.status() == 422, answer.status() + " " + answer.body());
        }
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true", "{\"appointments\": {}}", "{\"appointments\": [1]}",
            "{\"appointments\": [{\"id\": {}}]}", "{\"appointments\": [{\"services\": [{}]}]}",
            "{\"phone\": {\"a\": 1}}", "{\"appointments\": [null]}"})
    void jsonOfAnotherShapeIsRefused(String body) {
        var answer = api.post("/book_record/1", body);
        assertEquals(422, answer.status(), answer.body());
        assertFalse(answer.body().contains("tools.jackson") || answer.body().contains("bookform."), answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"notify_by_sms\": 1e30} | notify_by_sms", "{\"notify_by_sms\": 1099511627776} | notify_by_sms",
            "{\"appointments\": [{\"id\": 99999999999}]} | id", "{\"appointments\": [{\"services\": [9223372036854775808]}]} | services",
            "{\"appointments\": [{\"services\": [1.5]}]} | services", "{\"notify_by_sms\": 1.5} | notify_by_sms",
            "{\"appointments\": [1]} | appointments", "{\"phone\": {\"a\": 1}} | phone"})
    void theFieldThatIsNotAsDocumentedIsNamed(String body, String field) {
        var answer = api.post("/book_record/1", body);
        assertEquals(422, answer.status(), answer.body());
        assertTrue(answer.body().contains("The body is not as documented: " + field + "."), answer.body());
    }

    @Test
    void depthLengthAndSizeAreLimited() {
        assertEquals(400, api.post("/book_check/1", "[".repeat(51)).status());
        assertEquals(400, api.post("/book_record/1", "{\"comment\": \"" + "x".repeat(70_000) + "\"}").status());
        assertEquals(400, api.post("/book_record/1", "{\"api_id\": " + "9".repeat(1_000) + "}").status());
        assertEquals(413, api.post("/book_record/1", " ".repeat(1 << 20) + "{}").status());
        assertEquals(422, api.post("/book_record/1", BOOKING.replace("Vera", "V".repeat(1_000))).status());
        var one = ApiCalls.appointment(1, 1, "2026-11-24T16:00:00");
        assertEquals(422, api.post("/book_check/1", "[" + one + ("," + one).repeat(2_000) + "]").status());
        assertEquals(422, api.get("/book_staff/1?service_ids=" + "1,".repeat(10) + String.join(",", numbers(200))).status());
    }

    @Test
    void oddQueriesDoNoHarm() {
        for (var query : List.of("service_ids[9999999]=1", "service_ids[x]=1", "service_ids[]=", "&&&===", "date=%00", "staff_id=9e9",
                "service_ids[]=99999999999999999999", "date_from=0001-01-01&date_to=9999-12-31", "datetime=9999-12-31T23:59:59-18:00")) {
            var status = api.get("/book_dates/1?" + query).status();
            assertTrue(status == 200 || status == 422, query + " " + status);
        }
    }

    @Test
    void anySiteMayCallFromABrowser() {
        var preflight = api.as("").send("OPTIONS", "/book_record/1", null, "Origin", "https://salon.example",
                "Access-Control-Request-Method", "POST");
        assertEquals(204, preflight.status());
        assertEquals("*", preflight.header("Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH", preflight.header("Access-Control-Allow-Methods"));
        for (var header : List.of("Authorization", "Content-Type", "Accept-Language", "X-Requested-With", "X-ALTEGIO-Application-Name"))
            assertTrue(preflight.header("Access-Control-Allow-Headers").contains(header));
        var answer = api.post("/book_record/1", BOOKING, "Origin", "https://salon.example", "Sec-Fetch-Site", "cross-site");
        assertEquals(201, answer.status());
    }

    @Test
    void everyAnswerHasItsHeaders() {
        for (var answer : List.of(api.get("/cities"), api.get("/nothing"), api.as("").get("/cities"), api.post("/cities", ""))) {
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
            assertTrue(answer.header("Access-Control-Expose-Headers").contains("User_Token"));
            assertEquals("", answer.header("Access-Control-Allow-Credentials") + answer.header("Set-Cookie") + answer.header("Server"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
            assertTrue(answer.header("Vary").contains("Accept"));
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
