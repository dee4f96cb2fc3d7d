package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.wire.WireJson;
import bookform.support.RunningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every operation answers in both formats with the fields, and the types of fields, of the samples in {@code resources/rest}. */
class ConformanceTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
        bookform             | /bookform/1
        privacy_policy       | /privacy_policy/1
        book_services        | /book_services/1
        book_services        | /book_services/1?staff_id=1&service_ids[]=1
        book_staff           | /book_staff/1?service_ids[]=1
        book_staff_seances   | /book_staff_seances/1/1?service_ids[]=1
        book_dates           | /book_dates/1?service_ids[]=1&staff_id=1
        book_times           | /book_times/1/0/2026-11-24?service_ids[]=1
        companies            | /companies?forBooking=1
        companies            | /locations?forBooking=1
        company              | /company/1?forBooking=1
        company              | /locations/1?forBooking=1
        countries            | /countries
        cities               | /cities
        businesses           | /references/business_groups_with_types
        validate_phone       | /validation/validate_phone/+37061234567
        activities           | /activity/1/search?from=2026-11-23&till=2026-12-31
        activity             | /activity/1/1
        activity_dates       | /activity/1/search_dates?from=2026-11-23&till=2026-12-31
        activity_dates_range | /activity/1/search_dates_range?service_ids[]=17
        activity_filters     | /activity/1/filters?from=2026-11-23&till=2026-12-31
        activity_services    | /activity/1/services
        """)
    void readsHaveTheFieldsOfTheirSamples(String sample, String path) {
        assertLike(sample, 200, api.get(path), api);
        assertLike(sample, 200, api.bare().get(path), api.bare());
    }

    @Test
    void aBookingHasTheFieldsOfItsSamples() {
        var enveloped = api.post("/book_record/1", ApiCalls.haircut("2026-11-24T16:00:00"));
        assertLike("book_record", 201, enveloped, api);
        assertFalse(api.data(enveloped).get(0).has("record"));
        var bare = api.bare().post("/book_record/1", ApiCalls.haircut("2026-11-24T17:00:00"));
        assertLike("book_record", 201, bare, api.bare());
        assertEquals(List.of(), differences(sample("record"), api.bare().data(bare).get(0).get("record"), ""));
    }

    @Test
    void seatsHaveTheFieldsOfTheirSamples() {
        for (var calls : List.of(api, api.bare())) {
            var booked = calls.post("/activity/1/2/book", "{\"fullname\": \"Vera\", \"phone\": \"37061234567\"}");
            assertLike("activity_booked", 200, booked, calls);
            var record = calls.data(booked).get("id").asInt() + "/" + calls.data(booked).get("hash").asString();
            assertLike("record", 200, calls.get("/book_record/1/" + record), calls);
        }
    }

    @Test
    void aRecordHasTheFieldsOfItsSample() {
        var record = api.booked("2026-11-26T16:00:00");
        for (var calls : List.of(api, api.bare())) {
            assertLike("record", 200, calls.get("/book_record/1/" + record), calls);
            var mine = calls.get("/user/records/" + record);
            assertEquals(200, mine.status());
            assertEquals(List.of(), differences(sample("record"), calls.data(mine).get(0), ""));
            assertLike("record", 200, calls.put("/book_record/1/" + record, "{\"datetime\": \"2026-11-26T16:15:00\"}"), calls);
        }
        assertEquals("Cuts and colour", api.data(api.put("/book_record/1/" + record + "/", "{\"datetime\": \"2026-11-26 16:30:00\"}"))
                .get("staff").get("spec").asString());
        assertEquals("2026-11-26T16:30:00+0200", api.data(api.get("/book_record/1/" + record)).get("datetime").asString());
    }

    @Test
    void whatHasNoDataSaysSo() {
        var check = "{\"appointments\": [" + ApiCalls.appointment(1, 1, "2026-11-27T16:00:00") + "]}";
        assertAnswer(201, "{\"success\":true,\"data\":null,\"meta\":{\"message\":\"Created\"}}", api.post("/book_check/1", check));
        assertAnswer(201, "", api.bare().post("/book_check/1", check));
        assertAnswer(201, "{\"success\":true,\"meta\":{\"message\":\"Created\"}}",
                api.post("/book_code/1", "{\"phone\": \"+37061234568\"}"));
        assertAnswer(201, "", api.bare().post("/book_code/1", "{\"phone\": \"+37061234569\"}"));
        assertAnswer(200, "{\"success\":true,\"data\":null,\"meta\":[]}", api.delete("/user/records/" + api.booked("2026-12-01T16:00:00")));
    }

    @Test
    void emptyObjectsAreEmptyLists() {
        assertAnswer(200, "{\"booking_days\":[],\"booking_dates\":[],\"working_days\":[],\"working_dates\":[]}",
                api.bare().get("/book_dates/1?date=2020-01-01"));
        assertAnswer(200, "{\"seance_date\":null,\"seances\":[]}", api.bare().get("/book_staff_seances/1/5?datetime=2030-01-01"));
    }

    @Test
    void listsAreSortedByWeight() {
        for (var list : List.of(api.data(api.get("/book_staff/1")), api.data(api.get("/book_services/1")).get("services"))) {
            var weights = list.valueStream().map(one -> one.get("weight").asInt()).toList();
            assertEquals(weights.stream().sorted((one, other) -> other - one).toList(), weights);
        }
    }

    @Test
    void thoseWithoutFreeTimeAreListedWithoutADate() {
        var emma = api.data(api.get("/book_staff/1?datetime=2026-11-24T12:00:00&service_ids[]=13")).get(0);
        assertFalse(emma.get("bookable").asBoolean());
        assertFalse(emma.has("seance_date") || emma.has("seances"));
    }

    @Test
    void textsAreInTheKeysOfTheWidget() {
        for (var code : List.of("en-US", "ee-EE", "et-EE", "lt-LT", "de-DE", "uk-UK", "lv-LV", "fr-FR", "it-IT", "es-ES", "ka-KA", "hy-AM",
                "kk-KK",
                "hr-HR", "cs-CS", "ro-RO", "ar-AR", "bg-BG", "he-IL", "hu-HU", "pl-PL", "pl", "cz-CZ", "iw-IL", "ua-UA", "pl_PL")) {
            var texts = ApiCalls.json(api.bare().get("/i18n/" + code));
            assertTrue(texts.get("confirm").get("errors").get("phone").get("incorrect").asString().contains("<%- example %>"), code);
        }
        assertEquals("Teie andmed", ApiCalls.json(api.bare().get("/i18n/ee-EE")).get("header").get("input_personal").asString());
        assertEquals("הפרטים שלכם", ApiCalls.json(api.bare().get("/i18n/iw-IL")).get("header").get("input_personal").asString());
        for (var unknown : List.of("xx-XX", "mn-MN", "..", "")) assertEquals(404, api.get("/i18n/" + unknown).status(), unknown);
    }

    @Test
    void countriesAreAllThereAre() {
        var countries = api.data(api.get("/countries", "Accept-Language", "de")).valueStream().toList();
        assertEquals(Set.of(Locale.getISOCountries()),
                countries.stream().map(one -> one.get("iso_code").asString()).collect(Collectors.toSet()));
        var lithuania = countries.stream().filter(one -> one.get("id").asInt() == 440).findFirst().orElseThrow();
        assertEquals("Litauen 370 +370 xxx xxxxx EUR true", Stream.of("title", "phone_code", "phone_template", "currency", "is_eu")
                .map(field -> lithuania.get(field).asString()).reduce((one, other) -> one + " " + other).orElseThrow());
    }

    /** The controls: what is missing or of another type is found. */
    @Test
    void findsDifferences() {
        var sample = WireJson.json().readTree("{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[{\"e\":true}],\"f\":null,\"g\":{\"h\":1}}");
        assertEquals(List.of("/a is missing", "/b/c is NUMBER, not STRING", "/d/0/e is missing"),
                differences(sample, WireJson.json().readTree("{\"b\":{\"c\":1},\"d\":[{}],\"f\":2,\"g\":[]}"), ""));
    }

    private static void assertAnswer(int status, String body, RunningApp.Answer answer) {
        assertEquals(body, answer.body());
        assertEquals(status, answer.status());
    }

    private static void assertLike(String sample, int status, RunningApp.Answer answer, ApiCalls calls) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals("application/json;charset=utf-8", answer.header("Content-Type"));
        if (calls.accept().isPresent()) {
            assertEquals(List.of("success", "data", "meta"), List.copyOf(ApiCalls.json(answer).propertyNames()));
            assertTrue(ApiCalls.json(answer).get("success").asBoolean());
        }
        assertEquals(List.of(), differences(sample(sample), calls.data(answer), ""));
    }

    private static JsonNode sample(String name) {
        try (var resource = ConformanceTest.class.getResourceAsStream("/rest/" + name + ".json")) {
            return WireJson.json().readTree(resource.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the sample has and the answer lacks, or has in another type. A null says nothing; an object that is empty may be a list. */
    private static List<String> differences(JsonNode sample, JsonNode answer, String path) {
        var found = new ArrayList<String>();
        if (sample.isNull() || sample.isObject() && answer.isArray() && answer.isEmpty()) return found;
        if (sample.getNodeType() != answer.getNodeType())
            return List.of(path + " is " + answer.getNodeType() + ", not " + sample.getNodeType());
        if (sample.isObject()) {
            sample.properties().forEach(field -> {
                var inside = path + "/" + field.getKey();
                if (answer.has(field.getKey())) found.addAll(differences(field.getValue(), answer.get(field.getKey()), inside));
                else if (!isDay(field.getKey())) found.add(inside + " is missing");
            });
        } else if (sample.isArray() && !sample.isEmpty()) {
            if (answer.isEmpty() && path.isEmpty()) found.add("nothing to compare");
            for (var i = 0; i < answer.size(); i++) found.addAll(differences(sample.get(0), answer.get(i), path + "/" + i));
        }
        return found;
    }

    /** The keys of {@code booking_days} are months. */
    private static boolean isDay(String key) {
        return key.matches("\\d+");
    }
}
