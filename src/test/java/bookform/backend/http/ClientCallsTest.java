package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Clients who come back, over HTTP, in both formats (altegio-api.md §4.5, §5, §6.6; reliability.md G7, G12). */
class ClientCallsTest {
    private static final String VERA = "+37061234567";
    private static final String NEW_PHONE = "+37062222222";
    private static final String PASSWORD = "mano žalias dviratis";

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

    // Coming in

    @Test
    void aCodeSignsIn() {
        for (var calls : both()) {
            assertEquals(201, calls.post("/book_code/1", "{\"phone\": \"37061234567\"}").status());
            var answer = calls.post("/user/auth", "{\"phone\": 37061234567, \"code\": \"" + app.code(VERA) + "\"}");
            assertEquals(201, answer.status(), answer.body());
            assertEquals(Set.of("user_token"), fields(calls, answer));
            app.clock.advance(Duration.ofMinutes(20));
        }
    }

    @Test
    void theSameCodeBooks() {
        api.post("/book_code/1", "{\"phone\": \"" + VERA + "\"}");
        var visit =
                ApiCalls.haircut("2026-11-24T16:00:00").replaceFirst("\\{", "{\"bookform_id\": 2, \"code\": \"" + app.code(VERA) + "\", ");
        assertEquals(201, api.post("/book_record/1", visit).status());
        assertEquals(432, ApiCalls.code(api.post("/user/auth", "{\"phone\": \"" + VERA + "\", \"code\": \"" + app.code(VERA) + "\"}")),
                "and is used up");
    }

    @Test
    void aPasswordSignsIn() {
        withPassword();
        for (var calls : both()) {
            var answer = calls.post("/booking/auth", "{\"login\": \"370 612 34567\", \"password\": \"" + PASSWORD + "\"}");
            assertEquals(201, answer.status());
            assertEquals(Set.of("id", "user_token", "name", "phone", "login", "email", "avatar"), fields(calls, answer));
            assertEquals(VERA, calls.data(answer).get("phone").asString());
        }
    }

    /** G7: nothing in an answer tells whether there is such a client. */
    @Test
    void knownAndUnknownGetTheSameBytes() {
        withPassword();
        app.app().store().write(tables -> tables.visits().blacklist(1, "+37063333333", true));
        for (var calls : both()) {
            assertSame(calls, "/booking/auth", "{\"login\": \"%s\", \"password\": \"not the password\"}", VERA, "+37064444444",
                    "nobody@example.com");
            assertSame(calls, "/user/auth", "{\"phone\": \"%s\", \"code\": \"000000\"}", VERA, "+37064444444", "12");
            assertSame(calls, "/book_code/1", "{\"phone\": \"%s\"}", "+37063333333", "+37065555555", NEW_PHONE);
            app.clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void whoTriesTooOftenIsToldToWait() {
        Answer last = null;
        for (var i = 0; i < 4; i++) last = api.post("/booking/auth", "{\"login\": \"x@example.com\", \"password\": \"not the password\"}");
        assertEquals(429, last.status());
        assertEquals("60", last.header("Retry-After"));
    }

    // Who they are

    @Test
    void theProfileHasItsOddField() {
        var token = signIn();
        for (var calls : both()) {
            var answer = as(calls, token, "GET", "/booking/user/data", null);
            assertEquals(200, answer.status());
            assertEquals(Set.of("0", "id", "user_token", "name", "phone", "login", "email", "avatar"), fields(calls, answer));
            assertEquals(List.of(token, token),
                    List.of(calls.data(answer).get("0").asString(), calls.data(answer).get("user_token").asString()));
        }
    }

    @Test
    void theProfileIsChanged() {
        var token = signIn();
        var answer = as(api, token, "PUT", "/booking/user", "{\"name\": \"Vera K.\", \"email\": \"vera@example.org\"}");
        assertEquals(202, answer.status());
        assertEquals("{\"success\":true,\"meta\":{\"message\":\"Accepted\"}}", answer.body());
        assertEquals("Vera K.", api.data(as(api, token, "GET", "/booking/user/data", null)).get("name").asString());
        assertEquals(202, as(api.bare(), token, "PUT", "/booking/user", "{\"name\": \"Vera\"}").status());
        assertEquals("vera@example.org", api.data(as(api, token, "GET", "/booking/user/data", null)).get("email").asString(),
                "what is missing stays");
        assertEquals(422, as(api, token, "PUT", "/booking/user", "{\"name\": \" \"}").status());
        assertEquals(422, as(api, token, "PUT", "/booking/user", "{\"email\": \"nonsense\"}").status());
    }

    @Test
    void thePhoneIsChangedWithACode() {
        var token = signIn();
        var other = "{\"name\": \"Vera\", \"phone\": \"" + NEW_PHONE + "\", \"confirmation_code\": \"%s\"}";
        assertEquals(432, ApiCalls.code(as(api, token, "PUT", "/booking/user", other.formatted(""))));
        for (var calls : both()) {
            app.clock.advance(Duration.ofMinutes(20));
            assertEquals(202, as(calls, token, "GET", "/booking/user/phone_confirmation?phone=%2B37062222222&company_id=1", null).status());
        }
        assertEquals(202, as(api, token, "PUT", "/booking/user", other.formatted(app.code(NEW_PHONE))).status());
        assertEquals(NEW_PHONE, api.data(as(api, token, "GET", "/booking/user/data", null)).get("phone").asString());
        assertTrue(app.get("/demo/messages").text().contains("was changed to +370…22"));
    }

    @Test
    void aNewPasswordGivesANewToken() {
        var token = signIn();
        var answer = as(api, token, "PUT", "/booking/user/password", "{\"old_password\": \"\", \"new_password\": \"" + PASSWORD + "\"}");
        assertEquals(200, answer.status());
        var next = api.data(answer).get("user_token").asString();
        assertNotEquals(token, next);
        assertEquals(401, as(api, token, "GET", "/booking/user/data", null).status());
        assertEquals(422,
                as(api, next, "PUT", "/booking/user/password", "{\"old_password\": \"wrong\", \"new_password\": \"another one here\"}")
                        .status());
        assertEquals(422, as(api.bare(), next, "PUT", "/booking/user/password",
                "{\"old_password\": \"" + PASSWORD + "\", \"new_password\": \"12345678\"}").status());
        assertEquals(200, as(api, next, "GET", "/booking/user/data", null).status());
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        for (var path : List.of("/booking/user/data", "/user/records", "/user/records/1",
                "/booking/user/phone_confirmation?phone=1&company_id=1")) {
            for (var calls : both()) {
                assertEquals(401, calls.get(path).status(), path);
                assertEquals(401, as(calls, "nonsense", "GET", path, null).status(), path);
            }
        }
    }

    // Their appointments

    @Test
    void ownRecordsNeedNoHash() {
        api.booked("2026-11-24T16:00:00");
        var record = api.booked("2026-11-25T16:00:00");
        var id = record.replaceFirst("/.*", "");
        var token = signIn();
        for (var calls : both()) {
            var all = as(calls, token, "GET", "/user/records", null);
            assertEquals(200, all.status());
            assertEquals(2, calls.data(all).size());
            assertEquals(id, calls.data(all).get(0).get("id").asString());
            assertEquals(calls.data(calls.get("/user/records/" + record)),
                    calls.data(as(calls, token, "GET", "/user/records/" + id + "/", null)));
        }
        var moved = as(api, token, "PUT", "/book_record/1/" + id, "{\"datetime\": \"2026-11-25T17:00:00\"}");
        assertEquals("2026-11-25 17:00:00", api.data(moved).get("date").asString());
        assertEquals(200, as(api, token, "DELETE", "/user/records/" + id, null).status());
        assertTrue(api.data(as(api, token, "GET", "/user/records/" + id, null)).get(0).get("deleted").asBoolean());
    }

    @Test
    void othersRecordsAreNotThere() {
        var id = api.booked("2026-11-24T16:00:00").replaceFirst("/.*", "");
        api.post("/book_code/1", "{\"phone\": \"" + NEW_PHONE + "\"}");
        var thief = api.data(api.post("/user/auth", "{\"phone\": \"" + NEW_PHONE + "\", \"code\": \"" + app.code(NEW_PHONE) + "\"}"))
                .get("user_token").asString();
        for (var calls : both()) {
            var foreign = as(calls, thief, "GET", "/user/records/" + id, null);
            assertEquals(404, foreign.status());
            assertEquals(as(calls, thief, "GET", "/user/records/999999", null).body(), foreign.body());
            assertEquals(404, as(calls, thief, "DELETE", "/user/records/" + id, null).status());
            assertEquals(404, as(calls, thief, "PUT", "/book_record/1/" + id, "{\"datetime\": \"2026-11-25T17:00:00\"}").status());
        }
    }

    // Reviews

    @Test
    void aVisitIsReviewedByItsToken() {
        api.booked("2026-11-24T16:00:00");
        var token = reviewToken();
        for (var calls : both()) {
            var form = calls.get("/master_record_review/" + token);
            assertEquals(200, form.status());
            assertEquals(
                    Set.of("favicon_url", "is_review_submitted", "page_title", "master", "company", "tips", "record", "currency",
                            "agreement_links", "language"),
                    fields(calls, form));
        }
        assertEquals(422, api.post("/master_record_review/" + token, "{\"rating\": 6}").status());
        var answer = api.post("/master_record_review/" + token, "{\"rating\": \"5\", \"text\": \"Lovely\", \"tips_amount\": 2.5}");
        assertEquals("{\"success\":true,\"data\":{\"charge\":{\"url\":\"\"}},\"meta\":[]}", answer.body());
        assertEquals(422, api.bare().post("/master_record_review/" + token, "{\"rating\": 5}").status());
        assertTrue(api.data(api.get("/master_record_review/" + token)).get("is_review_submitted").asBoolean());
        for (var calls : both()) {
            assertEquals(404, calls.get("/master_record_review/abcde").status());
            var comments = calls.data(calls.get("/comments/1?rating=5&staff_id=1&start_date=2026-11-01&end_date=2026-12-31"));
            assertEquals(List.of("Lovely", "Vera"),
                    List.of(comments.get(0).get("text").asString(), comments.get(0).get("user_name").asString()));
            assertEquals(0, calls.data(calls.get("/comments/1?rating=1")).size());
        }
    }

    @Test
    void aTeamMemberIsReviewedByWhoWasThere() {
        api.booked("2026-11-24T16:00:00");
        var token = signIn();
        assertEquals(403, as(api, token, "POST", "/comments/1/1", "{\"mark\": 4, \"text\": \"Soon\", \"name\": \"Vera\"}").status());
        app.clock.advance(Duration.ofDays(2));
        var answer = as(api, token, "POST", "/comments/1/1", "{\"mark\": 4, \"text\": \"Nice\", \"name\": \"Vera\"}");
        assertEquals(201, answer.status());
        assertEquals(4, api.data(answer).get(0).get("rating").asInt());
        assertEquals(401, api.post("/comments/1/1", "{\"mark\": 4, \"text\": \"Nice\", \"name\": \"Vera\"}").status());
        assertEquals(403, as(api.bare(), token, "POST", "/comments/1/2", "{\"mark\": 4, \"text\": \"Nice\", \"name\": \"Vera\"}").status());
    }

    /** G12: what was typed and sent is nowhere in the database, nor in the log. */
    @Test
    void secretsAreNotKept() {
        var log = new ByteArrayOutputStream();
        var journal = new StreamHandler(log, new SimpleFormatter());
        journal.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(journal);
        var token = withPassword();
        api.post("/book_code/1", "{\"phone\": \"" + NEW_PHONE + "\"}");
        var code = app.code(NEW_PHONE);
        api.post("/booking/auth", "{\"login\": \"" + VERA + "\", \"password\": \"planted wrong password\"}");
        var dump = dump();
        assertTrue(dump.contains(VERA), "the control: what is kept is found");
        LoggerFactory.getLogger("bookform.test").warn("the control of the log");
        Logger.getLogger("").removeHandler(journal);
        journal.flush();
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("the control of the log"));
        for (var secret : List.of(token, code, PASSWORD, "planted wrong password")) {
            assertFalse(dump.contains(secret), secret);
            assertFalse(log.toString(StandardCharsets.UTF_8).contains(secret), secret);
        }
    }

    private List<ApiCalls> both() {
        return List.of(api, api.bare());
    }

    @Test
    void nobodyHasMembershipsCardsOrPoints() {
        var token = signIn();
        for (var path : List.of("/user/loyalty/abonements?company_id=1", "/user/loyalty/certificates/?company_id=1",
                "/user/loyalty_cards/0")) {
            assertEquals("{\"success\":true,\"data\":[],\"meta\":{\"count\":0}}", as(api, token, "GET", path, null).body());
            assertEquals("200 []",
                    as(api.bare(), token, "GET", path, null).status() + " " + as(api.bare(), token, "GET", path, null).body());
            assertEquals(401, api.get(path).status());
            assertEquals(401, as(api, "nobody's", "GET", path, null).status());
        }
    }

    private String signIn() {
        app.clock.advance(Duration.ofMinutes(20));
        api.post("/book_code/1", "{\"phone\": \"" + VERA + "\"}");
        return api.data(api.post("/user/auth", "{\"phone\": \"" + VERA + "\", \"code\": \"" + app.code(VERA) + "\"}")).get("user_token")
                .asString();
    }

    private String withPassword() {
        var changed =
                as(api, signIn(), "PUT", "/booking/user/password", "{\"old_password\": \"\", \"new_password\": \"" + PASSWORD + "\"}");
        return api.data(changed).get("user_token").asString();
    }

    private String reviewToken() {
        var token = signIn();
        app.clock.advance(Duration.ofDays(2));
        return api.data(as(api, token, "GET", "/user/records", null)).get(0).get("token").asString();
    }

    private Answer as(ApiCalls calls, String user, String method, String path, String body) {
        return calls.as(calls.token() + ", User  " + user).send(method, path, body);
    }

    private static void assertSame(ApiCalls calls, String path, String body, String... people) {
        var answers = new ArrayList<String>();
        for (var person : people) {
            var answer = calls.post(path, body.formatted(person));
            answers.add(answer.status() + " " + answer.body() + " " + new TreeSet<>(answer.response().headers().map().keySet()));
        }
        assertEquals(1, Set.copyOf(answers).size(), answers::toString);
    }

    private static Set<String> fields(ApiCalls calls, Answer answer) {
        return new TreeSet<>(calls.data(answer).propertyNames());
    }

    /** Every text of every table. */
    private String dump() {
        var dump = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + app.database());
                var tables = connection.createStatement().executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (tables.next()) {
                try (var rows = connection.createStatement().executeQuery("SELECT * FROM " + tables.getString(1))) {
                    while (rows.next()) {
                        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++)
                            dump.append(rows.getString(column)).append('\n');
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return dump.toString();
    }
}
