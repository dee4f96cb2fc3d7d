package bookform.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CapturedLog;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import bookform.telemetry.LogFormat;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the log says of requests, and of nobody (reliability.md J5, G12). */
class LogTest {
    private static final RunningApp app = RunningApp.start();
    private static final String PHONE = "+37061234567";
    private static final Map<String, String> WERA =
            Map.of("name", "Wera Kalnina", "phone", PHONE, "email", "wera@example.com", "comment", "allergic to lilies");

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aLineTellsOfARequestByItsRoute() {
        try (var log = CapturedLog.start()) {
            var answer = app.get("/forms/1/services?lang=de&service=1");
            var line = log.await(text -> text.contains(answer.header("X-Request-Id")));
            assertTrue(line.matches("\\S+Z INFO  \\[[0-9a-f]{16}] GET /forms/\\{form}/services 200 [0-9]+\\.[0-9] ms [0-9]{4,6} B\n"),
                    line);
            var nowhere = app.get("/nothing/61234567");
            assertTrue(log.await(text -> text.contains(nowhere.header("X-Request-Id"))).contains(" GET (no route) 404 "));
            var wrong = app.send(app.request("/forms/1", "Origin", app.url()).DELETE());
            assertTrue(log.await(text -> text.contains(wrong.header("X-Request-Id"))).contains(" DELETE (no route) 405 "));
        }
    }

    @Test
    void everyLineOfARequestHasItsId() {
        try (var log = CapturedLog.start()) {
            var answer = app.post("/forms/1/visits", "name=" + "x".repeat(70_000)); // Javalin has something to say of that
            assertEquals(413, answer.status());
            log.await(text -> text.contains(answer.header("X-Request-Id")) && text.contains(" 413 "));
            assertEquals(2, log.lines().stream().filter(line -> line.contains(answer.header("X-Request-Id"))).count(), "" + log.lines());
        }
    }

    @Test
    void aProxysIdIsTakenWhenItLooksLikeOne() {
        for (var id : List.of("0123456789abcdef", "9f8b7c1e-6a0d-4d58-9d5c-0b7f3f1f2a11"))
            assertEquals(id, app.get("/health/live", "X-Request-Id", id).header("X-Request-Id"));
        for (var id : List.of("37061234567", "wera@example.com", "short", "x".repeat(65), "0123456789abcdef {}", "")) {
            var given = app.get("/health/live", "X-Request-Id", id).header("X-Request-Id");
            assertTrue(given.matches("[0-9a-f]{16}"), id + " became " + given);
        }
        assertNotEquals(app.get("/health/live").header("X-Request-Id"), app.get("/health/live").header("X-Request-Id"));
    }

    @Test
    void nothingInTheLogNamesAnybody() {
        try (var log = CapturedLog.start()) {
            var secrets = new ArrayList<>(List.of("61234567", "612 34567", "Wera", "Kalnina", "wera@", "lilies"));
            secrets.addAll(booksAndCancels());
            secrets.addAll(booksWithCode());
            secrets.addAll(callsTheApi());
            app.get("/health/live");
            var last = app.get("/nothing").header("X-Request-Id");
            log.await(line -> line.contains(last));

            assertTrue(log.lines().stream().anyMatch(line -> line.contains("/forms/{form}/visits/{appointment}/{hash} 200")),
                    "the control");
            assertTrue(log.lines().stream().anyMatch(line -> line.contains("/validation/validate_phone/{phone} 200")), "the control");
            for (var secret : secrets) {
                assertEquals(List.of(), log.said().stream().filter(line -> line.contains(secret)).toList(), secret);
                assertEquals(List.of(), log.lines().stream().filter(line -> line.contains(secret)).toList(), secret);
            }
        }
    }

    /** The control: what is said is captured, and would be found; the net strikes it out before it is written. */
    @Test
    void whatALibrarySaysOfSomebodyIsStruckOut() {
        try (var log = CapturedLog.start()) {
            Logger.getLogger("org.example").log(Level.WARNING, "No answer to {0}", PHONE);
            Logger.getLogger("org.example").log(Level.WARNING, "Failed", new IllegalStateException("wera@example.com is a key already"));
            assertTrue(log.said().stream().anyMatch(line -> line.contains("61234567")));
            assertTrue(log.said().stream().anyMatch(line -> line.contains("wera@")));
            assertTrue(log.lines().stream().anyMatch(line -> line.contains("No answer to …")), "" + log.lines());
            assertTrue(log.lines().stream().anyMatch(line -> line.contains("IllegalStateException: … is a key already")), "" + log.lines());
            assertFalse(log.lines().stream().anyMatch(line -> line.contains("61234567") || line.contains("wera@")));
        }
    }

    @Test
    void asJsonEveryEventIsOneObject() {
        LogFormat.useJson(true);
        try (var log = CapturedLog.start()) {
            var answer = app.get("/forms/1");
            Logger.getLogger("org.example").log(Level.SEVERE, "two\nlines \"quoted\"", new IllegalStateException("inner\u0001"));
            var line = log.await(text -> text.contains(answer.header("X-Request-Id")));
            assertTrue(
                    Pattern.matches("\\{\"time\":\"[^\"]+\",\"level\":\"INFO\",\"logger\":\"bookform.access\",\"request\":\"[0-9a-f]{16}\","
                            + "\"method\":\"GET\",\"route\":\"/forms/\\{form}\",\"status\":200,\"ms\":[0-9.]+,\"bytes\":[0-9]+}\n", line),
                    line);
            var mapper = new JsonMapper();
            for (var event : log.lines()) {
                assertEquals(1, event.lines().count(), event);
                assertTrue(mapper.readTree(event).path("level").isString(), event);
            }
            var failure = mapper.readTree(log.lines().stream().filter(event -> event.contains("org.example")).findFirst().orElseThrow());
            assertEquals("two\nlines \"quoted\"", failure.path("message").asString());
            assertTrue(failure.path("exception").asString().startsWith("java.lang.IllegalStateException: inner"));
        } finally {
            LogFormat.useJson(false);
        }
    }

    @Test
    void nobodyForgesALine() {
        try (var log = CapturedLog.start()) {
            Logger.getLogger("org.example").warning("one\r\n2026-11-23T05:00:00.000Z ERROR two");
            assertEquals(1, log.await(line -> line.contains("org.example")).lines().count());
        }
    }

    /** @return what may not be logged */
    private static List<String> booksAndCancels() {
        var details = app.details(1, "service=1&teamMember=1");
        app.submit(app.get(details), "details", Map.of("name", "Wera Kalnina", "phone", "+370612345", "email", "wera@"));
        var visit = app.submit(app.get(details), "details", WERA).header("Location");
        var hash = visit.substring(visit.lastIndexOf('/') + 1);
        app.get(visit);
        app.get(visit + "/calendar.ics");
        app.get(visit.replace(hash, hash.replace(hash.charAt(0), 'z')));
        app.post(visit + "/cancellation", Map.of());
        return List.of(hash);
    }

    private static List<String> booksWithCode() {
        var filled = new HashMap<>(WERA);
        filled.put("agreed", RunningApp.AGREED);
        var page = app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details", filled);
        var code = app.code(PHONE);
        app.submit(page, "code-form", Map.of("code", "000000"));
        var booked = app.submit(page, "code-form", Map.of("code", code));
        assertEquals(303, booked.status());
        return List.of(code, page.field("token"));
    }

    private static List<String> callsTheApi() {
        api("POST", "/book_code/1", "{\"phone\": \"" + PHONE + "\", \"fullname\": \"Wera Kalnina\"}");
        api("POST", "/user/auth", "{\"phone\": \"" + PHONE + "\", \"code\": \"1\"}");
        api("POST", "/user/auth", "{\"phone\": \"" + PHONE + "\", broken");
        api("POST", "/booking/auth", "{\"login\": \"wera@example.com\", \"password\": \"planted wrong password\"}");
        api("GET", "/validation/validate_phone/37061234567", null);
        api("GET", "/booking/user/phone_confirmation?phone=%2B37061234567&company_id=1", null);
        app.get("/api/v1/user/records", "Authorization", "Bearer demo, User planted-user-token");
        app.get("/api/v1/companies", "Authorization", "Bearer planted-partner-token");
        return List.of("planted");
    }

    private static Answer api(String method, String path, String body) {
        return app.send(app.request("/api/v1" + path, "Authorization", "Bearer demo", "Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
