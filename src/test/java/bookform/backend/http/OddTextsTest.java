package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import bookform.support.TestDatabase;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a database, an index or a page may choke on, wherever a stranger can leave one. Databases differ in what they take. */
@TestInstance(Lifecycle.PER_CLASS)
class OddTextsTest {
    private static final String PHONE = "+37061930001";

    private TestDatabase database;
    private RunningApp app;
    private ApiCalls api;
    private int calls;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = newDatabase(folder);
        app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"));
        api = ApiCalls.of(app);
    }

    TestDatabase newDatabase(Path folder) {
        return TestDatabase.sqlite(folder);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "\\ud83d\\ude00", "\\u202eabc", "\\ufffe\\uffff", "' OR ''='",
            "%00%27",
            "\\b\\t\\u001b[31m", "\\\\u0000", "\\u00a0\\u200b\\ufeff"})
    void nobodyChokesOnACall(String odd) {
        var refused = new ArrayList<String>();
        var before = app.booked();
        var booking = "{\"fullname\": \"Vera\", \"phone\": \"" + PHONE + "\", \"email\": \"vera@example.com\", \"comment\": \"c\", "
                + "\"api_id\": \"id %d\", \"type\": \"t\", \"appointments\": [{\"id\": 1, \"services\": [5], \"staff_id\": 4, \"datetime\": \"%s\"}]}";
        for (var field : List.of("\"Vera\"", "\"" + PHONE + "\"", "\"vera@example.com\"", "\"c\"", "\"id %d\"".formatted(calls + 1),
                "\"t\"")) {
            var body = booking.formatted(++calls, free()).replace(field, "\"" + odd + "\"");
            see(refused, "check " + field, api.post("/book_check/1", body));
            see(refused, "book " + field, api.post("/book_record/1", body));
        }
        see(refused, "code", api.post("/book_code/1", "{\"phone\": \"" + odd + "\", \"fullname\": \"" + odd + "\"}"));
        see(refused, "sign in", api.post("/booking/auth", "{\"login\": \"" + odd + "\", \"password\": \"" + odd + "\"}"));
        see(refused, "sign in", api.post("/user/auth", "{\"phone\": \"" + odd + "\", \"code\": \"" + odd + "\"}"));
        see(refused, "comment", api.post("/comments/1/1",
                "{\"mark\": 5, \"text\": \"" + odd + "\", \"name\": \"" + odd + "\"}"));
        see(refused, "seat", api.post("/activity/1/1/book", "{\"fullname\": \"" + odd + "\", \"phone\": \"" + PHONE
                + "\", \"comment\": \"" + odd + "\", \"email\": \"\", \"clients_count\": 1}"));
        assertEquals(List.of(), refused);
        assertTrue(app.booked() > before + 1, "what is read as text was kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ED%A0%80", "%FF", "%F0%9F%98%80", "%27%20OR%20%27%27%3D%27", "%E2%80%AE", "%EF%BF%BE"})
    void nobodyChokesOnAnAddressOrAForm(String odd) {
        var refused = new ArrayList<String>();
        for (var path : List.of("/activity/1/services?term=", "/companies?title=", "/cities?country_id=",
                "/book_dates/1?service_ids%5B%5D=",
                "/comments/1?start_date="))
            see(refused, path, api.get(path + odd));
        for (var path : List.of("/forms/1?lang=", "/forms/1/services?service=", "/forms/1/time?service=1&teamMember=",
                "/forms/1/details?start=",
                "/cabinet?form=", "/forms/1/embed?site="))
            see(refused, path, app.get(path + odd));
        var details = app.get(app.details(1, "service=5&teamMember=4"));
        for (var field : List.of("name", "phone", "email", "comment", "token")) {
            var typed = "name=Vera&phone=%2B37061930001&email=&comment=c&token="
                    + URLEncoder.encode(details.field("token"), StandardCharsets.UTF_8);
            see(refused, "book " + field, app.post(details.html().expectFirst("#details").attr("action"),
                    typed.replaceFirst(field + "=[^&]*", field + "=" + odd)));
        }
        see(refused, "sign in", app.post("/cabinet/session", "with=password&login=" + odd + "&password=" + odd));
        see(refused, "code", app.post("/cabinet/session", "with=code&phone=" + odd));
        assertEquals(List.of(), refused);
    }

    /** What cannot be shown is left out, and the rest is kept to the letter. */
    @Test
    void whatIsKeptIsWhatWasSaid() {
        var details = app.get(app.details(1, "service=5&teamMember=4"));
        var said = "Zoë 😀 O'Neil <b>\\\"";
        var visit = app.submit(details, "details", Map.of("name", said + "\u0000", "phone", PHONE, "comment", "a\u0000\u202eb\n“c”"))
                .header("Location");
        assertFalse(visit.isEmpty());
        assertEquals(said, database.answer("SELECT client_name FROM visit ORDER BY id DESC LIMIT 1"));
        assertTrue(database.answer("SELECT comment FROM visit ORDER BY id DESC LIMIT 1").matches("a\u202e?b\n“c”"),
                database.answer("SELECT comment FROM visit ORDER BY id DESC LIMIT 1"));
    }

    /** A time that can be booked, as the API takes it. */
    private String free() {
        return URLDecoder.decode(app.details(1, "service=5&teamMember=4").replaceFirst(".*start=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    private static void see(List<String> refused, String what, Answer answer) {
        if (answer.status() >= 500) refused.add(what + ": " + answer.status() + " " + answer.body());
    }
}
