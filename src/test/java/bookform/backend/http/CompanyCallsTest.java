package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Location;
import bookform.support.DemoChain;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code /companies} and {@code /cities}, where Linden Studio has branches: 2 and 3 in Vilnius, 4 in Riga, and 5, which does not say
 * where it is, in Germany.
 */
class CompanyCallsTest {
    private static final RunningApp app = ApiCalls.quietApp();
    private static final ApiCalls api = ApiCalls.of(app);

    @BeforeAll
    static void addLocations() {
        add(2, "Second", "Vilnius", "LT");
        add(3, "Ąžuolas", "vilnius", "LT");
        add(4, "Fourth", "Riga", "LV");
        add(5, "Fifth", "", "DE");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        ''                          | 1 2 3 4 5
        ?id=4                       | 4
        ?id=99                      | ''
        ?title=fOUr                 | 4
        ?title=%C4%84%C5%BDUOLAS    | 3
        ?active=1&forBooking=1      | 1 2 3 4 5
        ?active=0                   | ''
        ?group_id=0&city_id=0       | 1 2 3 4 5
        ?group_id=7                 | ''
        ?business_type_id=101       | ''
        ?city_id=7                  | ''
        ?count=2                    | 1 2
        ?count=2&page=2             | 3 4
        ?count=2&page=3             | 5
        ?count=2&page=4             | ''
        ?count=0&page=0             | 1
        ?count=1000000&page=1       | 1 2 3 4 5
        ?page=9223372036854775807   | ''
        """)
    void locationsAreFoundAndPaged(String query, String found) {
        for (var address : List.of("/companies", "/locations", "/companies/")) {
            assertEquals(found, ids(api.get(address + query)));
            assertEquals(found, ids(api.bare(), address + query));
        }
    }

    @Test
    void citiesAreThoseOfTheLocations() {
        assertEquals("[428 Riga, 440 Vilnius]", cities("/cities"));
        assertEquals("[428 Riga]", cities("/cities/?country_id=428"));
        assertEquals("[428 Riga, 440 Vilnius]", cities("/cities?country_id=440&company_id=4"));
        assertEquals("[428 Riga, 440 Vilnius]", cities("/cities?country_id=440&salon_id=4"));
        assertEquals("[]", cities("/cities?country_id=276"));
    }

    @Test
    void locationsAreFoundByTheirCity() {
        var vilnius = api.data(api.get("/companies?id=1")).get(0);
        assertEquals("Vilnius", vilnius.get("city").asString());
        assertEquals("1 2 3", ids(api.get("/companies?city_id=" + vilnius.get("city_id").asInt())));
        var riga = api.data(api.get("/company/4"));
        assertEquals("4", ids(api.get("/companies?city_id=" + riga.get("city_id").asInt())));
        assertNotEquals(riga.get("city_id"), vilnius.get("city_id"));
        assertEquals("0 ", api.data(api.get("/company/5")).get("city_id").asInt() + " "
                + api.data(api.get("/company/5")).get("city").asString());
        assertEquals("Vilnius", api.data(api.get("/user/records/" + api.booked("2026-11-26T16:00:00"))).get(0).get("company").get("city")
                .asString());
    }

    @Test
    void aPartnerSeesItsOwn() {
        var partner = api.asNew("--locations", "2,4");
        assertEquals("2 4", ids(partner.get("/companies")));
        assertEquals("4", ids(partner.get("/companies?count=1&page=2")));
        assertEquals("[\"Riga\",\"Vilnius\"]", partner.data(partner.get("/cities")).findValues("title").toString().replace(" ", ""));
        assertEquals(403, partner.get("/company/1").status());
    }

    /** Two for the list, one for cities, whether there are five locations or one. */
    @ParameterizedTest @ValueSource(strings = {"/companies", "/companies?id=1", "/companies?city_id=1", "/cities"})
    void theirNumberCostsNoQueries(String path) {
        api.get(path);
        var before = app.app().store().queries();
        api.get(path);
        var queries = app.app().store().queries() - before;
        assertEquals(path.equals("/companies") || path.endsWith("?id=1") ? 2 : 1, queries);
    }

    @ParameterizedTest @ValueSource(strings = {"/companies?count=x", "/companies?page=1.5", "/cities?country_id=LT"})
    void whatIsNoNumberIsRefused(String path) {
        assertEquals(422, api.get(path).status());
    }

    @Test
    void locationsAreFoundByTheirChain() {
        try (var chained = ApiCalls.quietApp()) {
            DemoChain.setUp(chained.app().store(), LocalDate.of(2026, 11, 23));
            var calls = ApiCalls.of(chained);
            assertEquals("1 2", ids(calls, "/companies?group_id=5&active=1&forBooking=1"));
            assertEquals("", ids(calls, "/companies?group_id=6"));
            assertEquals("Linden Studios", calls.data(calls.get("/company/2")).get("main_group").get("title").asString());
            assertEquals(5, calls.data(calls.get("/company/2")).get("main_group_id").asInt());
            assertTrue(calls.data(calls.get("/company/2?bookform_id=30")).get("phone_confirmation").asBoolean(), "as its own first form");
            var form = calls.data(calls.get("/bookform/30"));
            assertEquals(5, form.get("group_id").asInt());
            assertEquals("company", form.get("steps").get(0).get("step").asString());
            assertEquals(0, calls.data(calls.get("/bookform/1")).get("group_id").asInt());
        }
    }

    private static void add(long id, String title, String city, String country) {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var first = setup.location();
        app.app().store().locations().replace(setup.withForms(List.of()).withLocation(new Location(id, title, first.address(), city,
                first.phone(), first.zone(), country, first.currency(), first.coordinates(), first.description(), first.logo(),
                first.cancellation(), first.email(), first.anyTeamMember(), first.smsReminderHours())));
    }

    private static String cities(String path) {
        return api.data(api.get(path)).valueStream().map(city -> city.get("country_id").asInt() + " " + city.get("title").asString())
                .toList().toString();
    }

    private static String ids(RunningApp.Answer answer) {
        return ids(api.data(answer));
    }

    private static String ids(ApiCalls calls, String path) {
        return ids(calls.data(calls.get(path)));
    }

    private static String ids(JsonNode list) {
        return String.join(" ", list.valueStream().map(one -> one.get("id").asString()).toList());
    }
}
