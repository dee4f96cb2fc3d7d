package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients make of the documentation is understood (altegio-api.md §1.8, §14.1). */
class LenienceTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest @ValueSource(strings = {"service_ids[]=1&service_ids[]=2", "service_ids[0]=1&service_ids[1]=2", "service_ids[]=1,2",
            "service_ids=1,2", "service_ids=1&service_ids=2", "service_ids=%201%20,,2"})
    void everyListOfServicesIsUnderstood(String query) {
        var boris = api.data(api.get("/book_staff/1?" + query)).valueStream().map(one -> one.get("name").asString()).toList();
        assertEquals(List.of("Boris"), boris);
    }

    @ParameterizedTest @ValueSource(strings = {"/book_times/1/1/2026-11-24/?service_ids[]=1", "/book_times/1/1/20261124?service_ids[]=1",
            "/book_times/1/1/2026-11-24?service_ids[]=1&datetime=&without_seances=1&bookform_id=1"})
    void everyFormOfADayIsUnderstood(String path) {
        assertEquals(api.get("/book_times/1/1/2026-11-24?service_ids[]=1").body(), api.get(path).body());
    }

    @ParameterizedTest @ValueSource(strings = {"staff_id=0", "staff_id=-1", "staff_id=", ""})
    void nobodyInParticularIsAnybody(String query) {
        assertEquals(api.get("/book_dates/1").body(), api.get("/book_dates/1?" + query).body());
        assertEquals(api.get("/book_times/1/0/2026-11-24").body(), api.get("/book_times/1/-1/2026-11-24").body());
    }

    @ParameterizedTest @ValueSource(strings = {"2026-11-27T16:00:00+02:00", "2026-11-27T16:00:00.000+02:00", "2026-11-27T16:00:00+0200",
            "2026-11-27T14:00:00Z", "2026-11-27T16:00:00", "2026-11-27T16:00", "2026-11-27 16:00:00", "2026-11-27t09:00:00-05",
            "2026-11-27T16:00:00 02:00"})
    void everyFormOfATimeIsUnderstood(String time) {
        assertEquals(201, api.post("/book_check/1", check(time)).status());
        assertEquals(api.get("/book_services/1?datetime=2026-11-27T16:00:00%2B02:00").body(),
                api.get("/book_services/1?datetime=" + time.replace(" ", "%20")).body());
    }

    /** A control for the above, as wrong times could all be passed over. */
    @Test
    void anotherTimeIsAnotherAnswer() {
        assertNotEquals(api.get("/book_services/1?datetime=2026-11-27T16:00:00").body(), api.get("/book_services/1").body());
    }

    @ParameterizedTest @ValueSource(strings = {"2026-11-31T16:00:00", "2026-03-29T03:30:00", "16:00", "tomorrow", "", "2026-11-27"})
    void aTimeThatDoesNotExistIsRefused(String time) {
        assertEquals(422, api.post("/book_check/1", check(time)).status());
    }

    @Test
    void numbersMayBeTexts() {
        var body = """
            {"appointments": [{"id": "0", "services": ["1"], "staff_id": "1", "datetime": "2026-11-27T16:00:00"}]}""";
        assertEquals(201, api.post("/book_check/1", body).status());
    }

    @Test
    void aCheckMayBeABareList() {
        assertEquals(201, api.post("/book_check/1", "[" + ApiCalls.appointment(0, 1, "2026-11-27T16:00:00") + "]").status());
        assertEquals(422, api.post("/book_check/1", "[]").status());
    }

    @Test
    void emptyObjectsMayBeListsAndNullsMayStandAnywhere() {
        var body = """
            {"phone": "37061234567", "fullname": "Vera", "email": null, "code": null, "comment": null, "notify_by_sms": "", "api_id": null,
             "custom_fields": [], "is_newsletter_allowed": null, "bookform_id": "1", "isMobile": false,
             "appointments_charges": [{"id": 0, "services": [], "prepaid": []}],
             "appointments": [{"id": 0, "services": [1], "staff_id": 1, "datetime": "2026-12-03T16:00:00", "chargeStatus": "",
               "custom_fields": [], "available_staff_ids": [1, 2]}]}""";
        var answer = api.bare().post("/book_record/1", body);
        assertEquals(201, answer.status(), answer.body());
        assertEquals(0, ApiCalls.json(answer).get(0).get("id").asInt());
    }

    @ParameterizedTest @CsvSource({"2026-12-04T16:00:00, 61234567", "2026-12-04T17:00:00, 37061234567", "2026-12-07T16:00:00, 8 612 34567",
            "2026-12-07T17:00:00, +370 (612) 34-567", "2026-12-08T16:00:00, 79161234567", "2026-12-08T17:00:00, +13155550175"})
    void everyFormOfAPhoneIsUnderstood(String start, String phone) {
        var answer = api.post("/book_record/1", ApiCalls.haircut(start).replace("+37061234567", phone));
        assertEquals(201, answer.status(), answer.body());
    }

    @ParameterizedTest @ValueSource(strings = {"fullname", "fulname"})
    void aNameMayBeMisspelt(String name) {
        var answer = api.post("/book_code/1", "{\"phone\": \"+3706123450" + name.length() + "\", \"" + name + "\": \"Vera\"}");
        assertEquals(201, answer.status(), answer.body());
    }

    @ParameterizedTest @ValueSource(strings = {"application/json", "text/plain", "*/*", "application/x-www-form-urlencoded", "nonsense"})
    void theContentTypeIsOfNoInterest(String type) {
        assertEquals(201, api.post("/book_check/1", check("2026-11-27T16:00:00"), "Content-Type", type).status());
    }

    @ParameterizedTest @ValueSource(strings = {"application/vnd.api.v2+json;charset=utf-8", "application/vnd.yclients.v2+json",
            "text/html, application/VND.api.v2+json;q=0.9"})
    void theVendorsMediaTypeAsksForTheEnvelope(String accept) {
        assertTrue(ApiCalls.json(api.bare().get("/cities", "Accept", accept)).has("success"));
    }

    @ParameterizedTest @ValueSource(strings = {"*/*", "application/json", "application/json, text/plain, */*"})
    void othersGetTheBareData(String accept) {
        assertTrue(ApiCalls.json(api.bare().get("/cities", "Accept", accept)).isArray());
    }

    private static String check(String time) {
        return "{\"appointments\": [" + ApiCalls.appointment(1, 1, time) + "]}";
    }
}
