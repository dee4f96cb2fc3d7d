package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What partners tell with a booking is in its record, and so is what became of it. */
class RecordCallsTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String PHONE = "+37061234567";

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void whatWasToldIsInTheRecord() {
        var fields = """
            {"allergies": "nuts & <b>", "guests": 2, "half": 1.5, "drinks": ["tea", "water"], "nothing": null,
            "yc_partner_public_key": "x"}""";
        for (var calls : List.of(api, api.bare())) {
            var name = calls == api ? "4711" : "x-4711";
            var record = booked(calls, fields,
                    "\"api_id\": \"" + name + "\", \"notify_by_sms\": 2, \"notify_by_email\": \"24\", \"comment\": \"Hi\"");
            for (var path : List.of("/book_record/1/" + record, "/user/records/" + record)) {
                var shown = calls.data(calls.get(path));
                var one = shown.isArray() ? shown.get(0) : shown;
                assertEquals("{\"allergies\":\"nuts & <b>\",\"guests\":2,\"half\":1.5,\"drinks\":[\"tea\",\"water\"]}",
                        one.get("custom_fields").toString());
                assertEquals(name + " 2 24 Hi", one.get("api_id").asString() + " " + one.get("notify_by_sms").asInt() + " "
                        + one.get("notify_by_email").asInt() + " " + one.get("comment").asString());
            }
        }
        assertTrue(app.app().store().export(DemoLocation.LOCATION).stream().anyMatch(one -> one.fields().values().containsKey("drinks")));
    }

    @Test
    void fieldsOfTheVisitAreThoseOfEveryAppointment() {
        var record = booked(api, "{\"seat\": \"left\"}", "\"custom_fields\": {\"seat\": \"right\", \"shoes\": 42}");
        assertEquals("{\"seat\":\"left\",\"shoes\":42}", shown(record).get("custom_fields").toString());
        assertEquals("[]", shown(booked(api, "[]", "\"custom_fields\": []")).get("custom_fields").toString());
    }

    @ParameterizedTest @ValueSource(strings = {"{\"a\": {\"b\": 1}}", "{\"a\": [[1]]}", "{\"\": 1}", "[1]", "\"x\""})
    void whatIsNoFieldIsRefused(String fields) {
        assertEquals(422, api.post("/book_record/1", body(fields, "\"api_id\": 1")).status());
    }

    @Test
    void fieldsAreLimited() {
        for (var fields : List.of("{\"a\": \"" + "x".repeat(2_001) + "\"}", "{\"" + "a".repeat(101) + "\": 1}", many(51)))
            assertEquals(422, api.post("/book_record/1", body(fields, "\"api_id\": 1")).status());
        booked(api, many(50), "\"comment\": \"\"");
    }

    /** What a caller does not say was not asked; a text is only told of with what was said about it. */
    @Test
    void whatTheClientSaidToTheCallersBoxesIsKept() {
        var kept = consents();
        booked(api, "{}", "\"is_personal_data_processing_allowed\": null, \"is_newsletter_allowed\": null");
        assertEquals(kept, consents());
        booked(api, "{}", "\"is_personal_data_processing_allowed\": true, \"is_newsletter_allowed\": false");
        booked(api, "{}", "\"is_newsletter_allowed\": 1");
        var said = consents().subList(kept.size(), kept.size() + 2);
        assertEquals(List.of(true, false, RunningApp.AGREED),
                List.of(said.getFirst().get("has_agreed"), said.getFirst().get("has_ordered_newsletter"), said.getFirst().get("policy")));
        assertEquals(true, said.getLast().get("has_ordered_newsletter"));
        assertFalse(said.getLast().containsKey("policy") || said.getLast().containsKey("has_agreed"), said.getLast().toString());
    }

    private static List<Map<String, Object>> consents() {
        return app.app().store().read(tables -> tables.personalData().consents(PHONE));
    }

    /** One name books once; with other fields it is another visit. */
    @Test
    void fieldsArePartOfWhatWasAsked() {
        var body = body("{\"seat\": \"left\"}", "\"api_id\": \"once\"");
        var first = api.post("/book_record/1", body);
        assertEquals(201, first.status(), first.body());
        assertEquals(first.body(), api.post("/book_record/1", body).body());
        assertEquals(422, api.post("/book_record/1", body.replace("left", "right")).status());
    }

    @Test
    void theLastChangeIsThatOfItsClient() {
        var record = booked(api, "{}", "\"comment\": \"Hi\"");
        var created = shown(record).get("create_date").asString();
        assertEquals(created, shown(record).get("last_change_date").asString());
        app.clock.advance(Duration.ofMinutes(1));
        var start = shown(record).get("datetime").asString();
        assertEquals(200, api.put("/book_record/1/" + record, "{\"datetime\": \"" + start + "\"}").status());
        assertEquals(created, shown(record).get("last_change_date").asString(), "nothing was changed");
        assertEquals("Later", api.data(api.put("/book_record/1/" + record,
                "{\"datetime\": \"" + start.replace(":00:00", ":15:00") + "\", \"comment\": \" Later \"}")).get("comment").asString());
        var moved = shown(record).get("last_change_date").asString();
        assertTrue(moved.compareTo(created) > 0, moved);
        app.clock.advance(Duration.ofMinutes(1));
        assertEquals(200, api.delete("/user/records/" + record).status());
        assertTrue(shown(record).get("last_change_date").asString().compareTo(moved) > 0);
        assertEquals(created, shown(record).get("create_date").asString());
        assertEquals("Later", shown(record).get("comment").asString());
    }

    @Test
    void theCommentAloneMayChange() {
        var record = booked(api, "{}", "\"comment\": \"Hi\"");
        var start = shown(record).get("datetime").asString();
        for (var calls : List.of(api, api.bare())) {
            var changed = calls.put("/book_record/1/" + record, "{\"comment\": \"With my dog\"}");
            assertEquals("With my dog " + start, calls.data(changed).get("comment").asString() + " "
                    + calls.data(changed).get("datetime").asString());
        }
        assertEquals("With my dog", api.data(api.put("/book_record/1/" + record,
                "{\"datetime\": \"" + start + "\", \"comment\": \"\"}")).get("comment").asString());
        assertEquals(422, api.put("/book_record/1/" + record, "{}").status());
        assertEquals(422, api.put("/book_record/1/" + record, "{\"comment\": \"" + "x".repeat(2_001) + "\"}").status());
        assertEquals(404, api.put("/book_record/1/" + record.replaceFirst("/.*", "/" + "0".repeat(32)), "{\"comment\": \"x\"}").status());
    }

    /** Three for the records of a location, three to find them and who asks, however many there are. */
    @Test
    void theirNumberCostsNoQueries() {
        booked(api, "{\"guests\": 1}", "\"api_id\": 0");
        var client = signedIn();
        client.get("/user/records");
        var one = queries(client);
        for (var i = 0; i < 4; i++) booked(api, "{\"guests\": " + i + "}", "\"api_id\": 0");
        assertEquals(one, queries(client));
        var records = api.data(client.get("/user/records"));
        assertTrue(records.size() >= 5);
        var changed = client.put("/book_record/1/" + records.get(0).get("id").asInt(), "{\"comment\": \"Mine\"}");
        assertEquals("Mine", api.data(changed).get("comment").asString(), changed.body());
    }

    private static long queries(ApiCalls client) {
        var before = app.app().store().queries();
        client.get("/user/records");
        return app.app().store().queries() - before;
    }

    private static ApiCalls signedIn() {
        api.post("/book_code/1", "{\"phone\": \"" + PHONE + "\"}");
        var token = api.data(api.post("/user/auth", "{\"phone\": \"" + PHONE + "\", \"code\": \"" + app.code(PHONE) + "\"}"));
        return api.as("demo, User " + token.get("user_token").asString());
    }

    private static String many(int count) {
        var fields = new StringBuilder("{\"f0\": 0");
        for (var i = 1; i < count; i++) fields.append(", \"f").append(i).append("\": ").append(i);
        return fields.append('}').toString();
    }

    /** A haircut with Anna on a day of its own. */
    private static String body(String fields, String more) {
        var day = DAYS.getAndIncrement();
        var date = LocalDate.of(2026, 11, 30).plusDays(day / 5 * 7 + day % 5);
        var appointment = ApiCalls.appointment(1, 1, date + "T16:00:00").replace("}", ", \"custom_fields\": " + fields + "}");
        return ApiCalls.visit(appointment).replace("\"fullname\"", more + ", \"fullname\"");
    }

    private static String booked(ApiCalls calls, String fields, String more) {
        var answer = calls.post("/book_record/1", body(fields, more));
        assertEquals(201, answer.status(), answer.body());
        var one = calls.data(answer).get(0);
        return one.get("record_id").asInt() + "/" + one.get("record_hash").asString();
    }

    private static JsonNode shown(String record) {
        return api.data(api.get("/book_record/1/" + record));
    }
}
