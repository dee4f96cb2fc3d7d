package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Reliability.md G12, J6: during whole bookings with a code, nothing personal and no secret is in an address or in the log. */
class NothingPersonalTest {
    private static final Map<String, String> VERA =
            Map.of("name", "Veraxy Planted", "phone", "+370 612 98765", "email", "planted@example.com",
                    "comment", "Planted comment", "agreed", RunningApp.AGREED);

    private final List<Answer> answers = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(List.of("Veraxy", "Planted", "planted", "61298765", "612 98765"));
    private final List<String> hashes = new ArrayList<>();

    @Test
    void isInAnAddressOrInTheLog() {
        var log = new Log();
        var root = Logger.getLogger("");
        var ours = Logger.getLogger("bookform");
        try (var app = RunningApp.start()) {
            root.addHandler(log);
            ours.setLevel(Level.ALL);
            ours.warning("the control: this is heard");
            book(app);
            book(app, "HX-Request", "true");
            var last = app.get(app.details(1, "service=1&teamMember=1"));
            app.app().store().close();
            assertEquals(503, seen(app.submit(last, "details", VERA)).status());
        } finally {
            root.removeHandler(log);
            ours.setLevel(Level.INFO);
        }
        assertTrue(log.text.toString().contains("the control: this is heard"));
        assertTrue(log.text.toString().contains("unavailable"), log.text.toString());
        for (var secret : secrets) assertFalse(log.text.toString().contains(secret), secret + " in the log: " + log.text);
        for (var hash : hashes) assertFalse(log.text.toString().contains(hash), hash + " in the log: " + log.text);
        for (var url : answers.stream().flatMap(answer -> addresses(answer).stream()).distinct().toList())
            for (var secret : secrets) assertFalse(url.contains(secret), secret + " in " + url);
    }

    /** With every detour there is. */
    private void book(RunningApp app, String... headers) {
        var details = seen(app.get(app.details(2, "service=1&teamMember=1"), headers));
        seen(app.submit(details, "details", with("phone", "12"), headers));
        seen(app.submit(details, "details", with("token", "x"), headers));
        var ask = seen(app.submit(details, "details", VERA, headers));
        var code = app.code("+37061298765");
        secrets.addAll(List.of(code, ask.field("token")));
        seen(app.submit(ask, "code-form", Map.of("code", code.equals("111111") ? "222222" : "111111"), headers));
        seen(app.choose(ask, "Send the code again", headers));
        var services = seen(app.choose(seen(app.choose(ask, "Change the number", headers)), "Change Services", headers));
        seen(app.submit(services, "services", Map.of(), headers));
        seen(app.post("/forms/2/visits", VERA, headers));
        seen(app.post("/forms/2/visits?service=1&teamMember=1&start=2026-11-25T14:00:00Z", with("token", ask.field("token")), headers));
        seen(app.post("/forms/2/visits", VERA, "Origin", "https://evil.example"));
        seen(app.post("/forms/2/nothing", VERA, headers));
        seen(app.post("/forms/2/visits", "name=Planted&x=%zz", headers));
        var booked = seen(app.submit(ask, "code-form", Map.of("code", code), headers));
        assertEquals(303, booked.status());
        hashes.add(booked.header("Location").split("/")[5]);
        seen(app.follow(booked, headers));
        seen(app.post(booked.header("Location") + "/cancellation", Map.of(), headers));
        app.clock.advance(Duration.ofMinutes(1));
    }

    private Answer seen(Answer answer) {
        answers.add(answer);
        return answer;
    }

    private static List<String> addresses(Answer answer) {
        var urls = new ArrayList<>(List.of(answer.response().uri().toString()));
        for (var name : List.of("Location", "HX-Push-Url", "HX-Replace-Url", "HX-Redirect", "HX-Location", "Refresh", "Link"))
            urls.add(answer.header(name));
        for (var name : List.of("href", "src", "action", "formaction", "hx-get", "hx-post", "data-again"))
            urls.addAll(answer.html().select("[" + name + "]").eachAttr(name));
        return urls.stream().map(url -> url + " " + URLDecoder.decode(url, StandardCharsets.UTF_8)).toList();
    }

    private static Map<String, String> with(String name, String value) {
        var all = new HashMap<>(VERA);
        all.put(name, value);
        return all;
    }

    private static final class Log extends Handler {
        private final StringBuffer text = new StringBuffer();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            text.append(formatter.format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
