package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Group events over HTTP, in both formats (altegio-api.md §4.6): the demo's workshops, on Sundays from the 29th of November. */
class EventCallsTest {
    private static final String PERIOD = "from=2026-11-23&till=2027-01-31";
    private static final String VERA = "+37061234567";

    private RunningApp app;
    private ApiCalls api;

    @BeforeEach
    void start() {
        app = ApiCalls.quietApp();
        api = ApiCalls.of(app);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    // Looking for events

    @Test
    void searchListsWhatIsOn() {
        var answer = api.get("/activity/1/search?" + PERIOD);
        assertEquals(8, ApiCalls.json(answer).get("meta").get("count").asInt());
        var first = api.data(answer).get(0);
        assertEquals("2026-11-29 16:30:00 1795962600 5400 6 0", List.of("date", "timestamp", "length", "capacity", "records_count").stream()
                .map(field -> first.get(field).asString()).collect(Collectors.joining(" ")));
        assertEquals("Styling workshop 35 Workshops Daniel", first.get("service").get("title").asString() + " "
                + first.get("service").get("price_min").asString() + " " + first.get("service").get("category").get("title").asString()
                + " "
                + first.get("staff").get("name").asString());
        assertEquals(api.data(answer), ApiCalls.json(api.bare().get("/activity/1/search/?" + PERIOD)), "bare, and with a slash at the end");
        assertEquals(first, api.data(api.get("/activity/1/" + first.get("id").asInt())));
    }

    @Test
    void searchHasPages() {
        assertEquals(List.of(3, 8), counted("&count=3&page=1"));
        assertEquals(List.of(2, 8), counted("&count=3&page=3"));
        assertEquals(List.of(0, 8), counted("&count=3&page=4"));
        assertEquals(List.of(1, 8), counted("&count=0"));
        assertEquals(List.of(8, 8), counted("&count=1000"));
        assertEquals(List.of(0, 8), counted("&page=9223372036854775807"));
        var pages = IntStream.rangeClosed(1, 3).boxed()
                .flatMap(page -> api.data(api.get("/activity/1/search?" + PERIOD + "&count=3&page=" + page)).valueStream()).toList();
        assertEquals(api.data(api.get("/activity/1/search?" + PERIOD)).valueStream().toList(), pages);
    }

    /** Paged and listed, in this order. */
    private List<Integer> counted(String page) {
        var answer = api.get("/activity/1/search?" + PERIOD + page);
        return List.of(api.data(answer).size(), ApiCalls.json(answer).get("meta").get("count").asInt());
    }

    @Test
    void searchReadsAnyListOfIds() {
        for (var ids : List.of("service_ids[]=17", "service_ids[0]=17&service_ids[1]=1", "service_ids[]=17,1", "service_ids=17,1",
                "service_ids=1&service_ids=17", "service_id=17", "staff_ids[]=4", "staff_ids=4,5", "staff_id=4", "resource_ids[]=11",
                "resource_ids[]=1")) {
            assertEquals(8, api.data(api.get("/activity/1/search?" + PERIOD + "&" + ids)).size(), ids);
        }
        for (var ids : List.of("service_ids[]=1", "staff_ids[]=1", "resource_ids[]=12", "service_id=1", "service_ids[]=17&staff_ids[]=5")) {
            assertEquals(0, api.data(api.get("/activity/1/search?" + PERIOD + "&" + ids)).size(), ids);
        }
        assertEquals(422, api.get("/activity/1/search?" + PERIOD + "&service_ids[]=yoga").status());
    }

    @Test
    void searchReadsAnyPeriod() {
        assertEquals(1, api.data(api.get("/activity/1/search?from=20261129&till=20261129")).size());
        assertEquals(8, api.data(api.get("/activity/1/search")).size());
        assertEquals(0, api.data(api.get("/activity/1/search?from=2026-12-31&till=2026-11-23")).size());
        assertEquals(0, api.data(api.get("/activity/1/search?from=2020-01-01&till=2020-12-31")).size());
        assertEquals(422, api.get("/activity/1/search?from=tomorrow&till=2026-12-31").status());
        assertEquals(422, api.bare().get("/activity/1/search?from=2026-02-30").status());
    }

    @Test
    void datesAreThoseOfTheEvents() {
        assertEquals(List.of("2026-11-29", "2026-12-06"), texts(api.get("/activity/1/search_dates?from=2026-11-23&till=2026-12-12")));
        assertEquals("{\"min_date\":\"2026-11-29\",\"max_date\":\"2027-01-17\"}", api.bare().get("/activity/1/search_dates_range").body());
        assertEquals("{\"min_date\":null,\"max_date\":null}", api.bare().get("/activity/1/search_dates_range?staff_ids[]=1").body());
    }

    @Test
    void filtersTellWhatIsLeft() {
        var filters = api.data(api.get("/activity/1/filters?" + PERIOD, "Accept-Language", "de")).valueStream()
                .collect(Collectors.toMap(filter -> filter.get("code").asString(), filter -> filter));
        assertEquals(Set.of("staff", "resource", "service", "service_category"), filters.keySet());
        assertEquals("Leistungen", filters.get("service").get("title").asString());
        assertEquals("[{\"id\":4,\"title\":\"Daniel\",\"is_disabled\":false}]", filters.get("staff").get("data").toString());
        var none = api.data(api.get("/activity/1/filters?" + PERIOD + "&service_ids[]=1")).get(0);
        assertTrue(none.get("data").get(0).get("is_disabled").asBoolean());
    }

    @Test
    void servicesAreThoseForGroups() {
        assertEquals(List.of("Styling workshop"), titles("/activity/1/services"));
        assertEquals(List.of("Styling workshop"), titles("/activity/1/services?staff_id=4&term=STYLING"));
        assertEquals(List.of(), titles("/activity/1/services?staff_id=1"));
        assertEquals(List.of(), titles("/activity/1/services?term=yoga"));
        var service = api.data(api.get("/activity/1/services")).get(0);
        assertEquals("6 true Daniel 5400", service.get("capacity").asString() + " " + service.get("is_multi").asString() + " "
                + service.get("staff").get(0).get("name").asString() + " " + service.get("staff").get(0).get("length").asString());
        assertFalse(api.get("/book_services/1").body().contains("Styling workshop"));
    }

    private List<String> titles(String path) {
        return api.data(api.get(path)).valueStream().map(one -> one.get("title").asString()).toList();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var path : List.of("/activity/9/search", "/activity/1/987654", "/activity/1/abc", "/activity/9/1")) {
            assertEquals(404, api.get(path).status(), path);
            assertEquals(404, api.bare().get(path).status(), path);
        }
        assertEquals(404, api.post("/activity/1/987654/book", seats(1)).status());
        assertEquals(405, api.put("/activity/1/1/book", seats(1)).status());
        assertEquals(401, api.as("unknown").get("/activity/1/search").status());
    }

    // Booking seats

    @Test
    void aSeatIsARecordOfItsClient() {
        var booked = booked(api.post("/activity/1/1/book", seats(2)));
        var record = api.data(api.get("/book_record/1/" + booked));
        assertEquals("1 2 70 2 35 true false", List.of(record.get("activity_id"), record.get("clients_count"),
                record.get("services").get(0).get("cost"), record.get("services").get(0).get("amount"),
                record.get("services").get(0).get("price_min"), record.get("allow_delete_record"), record.get("allow_change_record"))
                .stream()
                .map(JsonNode::asString).collect(Collectors.joining(" ")));
        assertEquals(2, taken());
        assertEquals(record.get("id"), api.data(api.get("/user/records/" + booked)).get(0).get("id"));
        assertEquals(433, ApiCalls.code(api.put("/book_record/1/" + booked, "{\"datetime\": \"2026-12-06T16:30:00\"}")));
        assertEquals(200, api.delete("/user/records/" + booked).status());
        assertEquals(0, taken());
    }

    @Test
    void whoIsSignedInSeesAndCancelsTheirSeats() {
        booked(api.post("/activity/1/1/book", seats(1)));
        api.post("/book_code/1", "{\"phone\": \"" + VERA + "\"}");
        var token = api.data(api.post("/user/auth", "{\"phone\": \"" + VERA + "\", \"code\": \"" + app.code(VERA) + "\"}"))
                .get("user_token").asString();
        var signedIn = api.as("demo, User " + token);
        var record = signedIn.data(signedIn.get("/user/records")).get(0);
        assertEquals(1, record.get("activity_id").asInt());
        assertEquals(200, signedIn.delete("/user/records/" + record.get("id").asInt() + "?company_id=1").status());
        assertEquals(0, taken());
    }

    @Test
    void seatsAreRefusedWithTheirCodes() {
        for (var calls : List.of(api, api.bare())) {
            assertRefused(446, 422, calls, seats(4));
            assertRefused(422, 422, calls, seats(-1));
            assertRefused(435, 422, calls, seats(1).replace("Vera", " "));
            assertRefused(431, 422, calls, seats(1).replace(VERA, "12"));
            assertRefused(400, 422, calls, seats(1).replace("}", ", \"email\": \"vera\"}"));
            assertRefused(432, 422, calls, seats(1).replace("}", ", \"bookform_id\": 2, \"code\": \"000000\"}"));
        }
        for (var phone : List.of("+37061111111", "+37062222222")) booked(api.post("/activity/1/1/book", seats(3).replace(VERA, phone)));
        assertRefused(433, 422, api, seats(1));
        assertEquals("So viele Plätze sind nicht mehr frei.",
                ApiCalls.json(api.bare().post("/activity/1/1/book", seats(1), "Accept-Language",
                        "de")).get("errors").get("message").asString());
        app.app().store().write(tables -> tables.visits().blacklist(1, "+37061111111", true));
        assertRefused(434, 403, api, seats(1).replace(VERA, "+37061111111"));
        app.clock.set("2026-11-29T15:00:00Z");
        assertRefused(438, 422, api, seats(1));
    }

    private void assertRefused(int code, int status, ApiCalls calls, String body) {
        var answer = calls.post("/activity/1/1/book", body);
        assertEquals(List.of(status, code), List.of(answer.status(), ApiCalls.code(answer)), answer.body());
    }

    @Test
    void aCodeLetsSeatsBeBooked() {
        api.post("/book_code/1", "{\"phone\": \"" + VERA + "\"}");
        booked(api.post("/activity/1/1/book", seats(1).replace("}", ", \"bookform_id\": 2, \"code\": \"" + app.code(VERA) + "\"}")));
    }

    @Test
    void bodiesAreReadLeniently() {
        var booked = booked(api.bare().post("/activity/1/1/book",
                "{\"fulname\": \"Vera\", \"phone\": 37061234567, \"clients_count\": \"2\", \"type\": \"mobile\", \"notify_by_sms\": \"24\"}"));
        assertEquals(24, api.data(api.get("/book_record/1/" + booked)).get("notify_by_sms").asInt());
        assertEquals(2, taken());
        booked(api.post("/activity/1/1/book/", "{\"fullname\": \"Vera\", \"phone\": \"061234567\"}"));
        assertEquals(3, taken());
    }

    @Test
    void halfASeatIsNotBooked() {
        var refused = api.post("/activity/1/1/book", seats(1).replace(": 1}", ": 1.5}"));
        assertEquals(422, refused.status(), refused.body());
        assertEquals(true, refused.body().contains("clients_count"), refused.body());
        assertEquals(0, taken());
        booked(api.post("/activity/1/1/book", seats(1).replace(": 1}", ": 1.0}")));
        assertEquals(1, taken());
    }

    /** As for appointments: reliability.md C1, C2. */
    @Test
    void aHundredAtOnceWithOneNameBookOnce() throws Exception {
        var answers = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Answer>>();
            for (var i = 0; i < 100; i++) calls.add(() -> api.post("/activity/1/1/book", seats(1), "Idempotency-Key", "one"));
            for (var answer : threads.invokeAll(calls)) {
                assertEquals(200, answer.get().status(), answer.get().body());
                answers.add(answer.get().body());
            }
        }
        assertEquals(1, answers.size());
        assertEquals(1, taken());
        assertEquals(441, ApiCalls.code(api.post("/activity/1/1/book", seats(2), "Idempotency-Key", "one")));
        var named = seats(1).replace("}", ", \"api_id\": 4711}");
        assertEquals(api.post("/activity/1/1/book", named).body(), api.post("/activity/1/1/book", named).body());
        assertEquals(2, taken());
    }

    @Test
    void theLocationTellsHowManySeatsAClientMayHold() {
        assertEquals(3, api.data(api.get("/company/1")).get("activity_online_record_clients_count_max").asInt());
    }

    // Words of these tests

    private static String seats(int count) {
        return "{\"fullname\": \"Vera\", \"phone\": \"" + VERA + "\", \"clients_count\": " + count + "}";
    }

    /** Its place among records. */
    private static String booked(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        var json = ApiCalls.json(answer);
        var data = json.has("data") ? json.get("data") : json;
        return data.get("id").asInt() + "/" + data.get("hash").asString();
    }

    private int taken() {
        return api.data(api.get("/activity/1/1")).get("records_count").asInt();
    }

    private List<String> texts(Answer answer) {
        return api.data(answer).valueStream().map(JsonNode::asString).toList();
    }
}
