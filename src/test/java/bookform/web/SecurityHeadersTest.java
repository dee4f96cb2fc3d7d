package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every route, and every way of going wrong, answers with the same guards. */
class SecurityHeadersTest {
    private static final RunningApp app = RunningApp.start();
    private static final Map<String, Answer> ANSWERS = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void everyAnswerIsGuarded() {
        everyAnswer().forEach((what, answer) -> {
            var policy = answer.header("Content-Security-Policy");
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), what);
            var file = answer.header("Content-Type").matches("(text/javascript|text/css|image/).*");
            if (what.contains("/api/") || file) assertEquals("default-src 'none'; frame-ancestors 'none'", policy, what);
            else for (var part : List.of("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
                    "base-uri 'none'"))
                assertTrue(policy.contains(part), what + ": " + policy);
            assertTrue(!policy.contains("unsafe"), what);
            assertTrue(policy.endsWith("frame-ancestors " + (what.contains(" /forms/") && !what.contains("/embed") ? "*" : "'none'")),
                    what + ": " + policy);
            if (file) return;
            assertEquals(what.contains("/api/") ? "no-referrer" : "strict-origin-when-cross-origin", answer.header("Referrer-Policy"),
                    what);
            assertTrue(answer.header("Permissions-Policy").contains("camera=()"), what);
        });
    }

    @Test
    void noAnswerSetsACookieOrSaysWhatWeAre() {
        everyAnswer().forEach((what, answer) -> {
            for (var name : List.of("Set-Cookie", "Server", "X-Powered-By")) assertEquals("", answer.header(name), what);
        });
    }

    @Test
    void nothingPersonalIsKeptByCachesOfOthers() {
        everyAnswer().forEach((what, answer) -> {
            if (!what.contains("/assets/") && !what.contains("/embed.js") && !what.contains("/widgetJS"))
                assertTrue(answer.header("Cache-Control").matches("private, .*|no-store"),
                        what + ": " + answer.header("Cache-Control"));
        });
    }

    /** Nothing on a page is inline: the policy would stop it. */
    @Test
    void noPageNeedsMoreThanThePolicyAllows() {
        everyAnswer().forEach((what, answer) -> {
            if (!answer.header("Content-Type").startsWith("text/html")) return;
            var page = answer.html();
            assertEquals(0, page.select("style, [style], script:not([src]):not([type=application/ld+json]), base, iframe, object").size(),
                    what);
            for (var element : page.getAllElements()) {
                for (var attribute : element.attributes())
                    assertTrue(!attribute.getKey().startsWith("on") && !attribute.getKey().startsWith("hx-on"), what + ": " + attribute);
            }
            for (var source : page.select("script[src], link[href]").eachAttr("abs:src"))
                assertTrue(source.isEmpty() || source.startsWith(app.url()), source);
        });
    }

    /** What stands for the parts of a route that change; any other part is 1. */
    private static Map<String, String> samples(String visit) {
        var parts = visit.split("/");
        return Map.of("appointment", parts[parts.length - 2], "hash", parts[parts.length - 1], "file", "bookform.css");
    }

    private static String path(String route, Map<String, String> samples) {
        return Pattern.compile("\\{(\\w+)}").matcher(route).replaceAll(part -> samples.getOrDefault(part.group(1), "1"))
                .replaceAll("[*]|<\\w+>", "x");
    }

    /** Every route there is, in every method and from elsewhere, and what falls beside them. */
    private static Map<String, Answer> everyAnswer() {
        if (ANSWERS.isEmpty()) ask();
        return ANSWERS;
    }

    private static void ask() {
        var details = app.details(1, "service=1&teamMember=1");
        var visit = app.submit(app.get(details), "details", Map.of("name", "Vera", "phone", "+37061234567")).header("Location");
        var routes = app.app().routes();
        assertTrue(routes.containsAll(List.of("GET /forms/{form}", "POST /forms/{form}/visits", "GET /health/live")), "" + routes);
        var paths = new TreeSet<String>();
        for (var route : routes) paths.add(path(route.substring(route.indexOf(' ') + 1), samples(visit)));
        for (var path : paths) {
            get(path);
            ANSWERS.put("POST " + path, app.post(path, Map.of()));
            if (path.startsWith("/api/")) continue; // HostileCallsTest knows the other ways
            ANSWERS.put("cross-site POST " + path, app.post(path, Map.of(), "Sec-Fetch-Site", "cross-site"));
            for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"))
                ANSWERS.put(method + " " + path, app.send(app.request(path, "Origin", app.url()).method(method, BodyPublishers.noBody())));
        }
        for (var path : List.of("/", "/nothing", "/assets/nothing.css", "/forms/99", "/forms/x", "/forms/1/nothing", "/FORMS/1",
                "/forms/1/services?service=1", "/forms/1/services?service=%ff", "/forms/1/team-member?service=1",
                "/forms/1/time?service=1&teamMember=1", app.details(1, "service=1&teamMember=1"), "/forms/1/visits/1/x", visit,
                visit + "x/cancellation"))
            get(path);
        for (var path : List.of("/forms/1/services", "/forms/1/visits", "/nothing", "/forms/99/visits"))
            ANSWERS.put("large POST " + path, app.post(path, "name=" + "x".repeat(70_000)));
    }

    private static void get(String path) {
        ANSWERS.put("GET " + path, app.get(path));
        ANSWERS.put("htmx " + path, app.get(path, "HX-Request", "true"));
    }
}
