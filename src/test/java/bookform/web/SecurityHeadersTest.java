package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every route, and every way of going wrong, answers with the same guards. */
class SecurityHeadersTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void everyAnswerIsGuarded() {
        everyAnswer().forEach((what, answer) -> {
            var policy = answer.header("Content-Security-Policy");
            for (var part : List.of("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"))
                assertTrue(policy.contains(part), what + ": " + policy);
            assertTrue(!policy.contains("unsafe"), what);
            assertTrue(policy.endsWith("frame-ancestors " + (what.contains(" /forms/") ? "*" : "'none'")), what + ": " + policy);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), what);
            assertEquals("strict-origin-when-cross-origin", answer.header("Referrer-Policy"), what);
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
            if (!what.contains("/assets/")) assertTrue(answer.header("Cache-Control").matches("private, no-cache|no-store"),
                    what + ": " + answer.header("Cache-Control"));
        });
    }

    /** Nothing on a page is inline: the policy would stop it. */
    @Test
    void noPageNeedsMoreThanThePolicyAllows() {
        everyAnswer().forEach((what, answer) -> {
            if (!answer.header("Content-Type").startsWith("text/html")) return;
            var page = answer.html();
            assertEquals(0, page.select("style, [style], script:not([src]), base, iframe, object").size(), what);
            for (var element : page.getAllElements()) {
                for (var attribute : element.attributes())
                    assertTrue(!attribute.getKey().startsWith("on") && !attribute.getKey().startsWith("hx-on"), what + ": " + attribute);
            }
            for (var source : page.select("script[src], link[href]").eachAttr("abs:src"))
                assertTrue(source.isEmpty() || source.startsWith(app.url()), source);
        });
    }

    /** The route table, and what falls beside it; what is not here is not tested. */
    private static Map<String, Answer> everyAnswer() {
        var details = app.details(1, "service=1&teamMember=1");
        var visit = app.submit(app.get(details), "details", Map.of("name", "Vera", "phone", "+37061234567")).header("Location");
        var gets = new ArrayList<>(List.of("/", "/nothing", "/assets/bookform.css", "/assets/nothing.css", "/health/live", "/health/ready",
                "/demo/messages", "/forms/1", "/forms/99", "/forms/x",
                "/forms/1/services", "/forms/1/services?service=1", "/forms/1/team-member", "/forms/1/team-member?service=1",
                "/forms/1/time?service=1&teamMember=1", "/forms/1/nothing",
                app.details(1, "service=1&teamMember=1"), "/forms/1/details", "/forms/1/visits", "/forms/1/phone-confirmations",
                "/forms/1/visits/1/x", visit, visit + "/calendar.ics",
                visit + "/cancellation", visit + "x/cancellation", "/forms/1/services?service=%ff", "/FORMS/1"));
        var answers = new LinkedHashMap<String, Answer>();
        for (var path : gets) {
            answers.put("GET " + path, app.get(path));
            answers.put("htmx " + path, app.get(path, "HX-Request", "true"));
        }
        for (var path : List.of("/forms/1/services", "/forms/1/team-member?service=1", "/forms/1/visits", "/forms/1/phone-confirmations",
                "/nothing", visit + "/cancellation", "/forms/99/visits")) {
            answers.put("POST " + path, app.post(path, Map.of()));
            answers.put("cross-site POST " + path, app.post(path, Map.of(), "Sec-Fetch-Site", "cross-site"));
            answers.put("large POST " + path, app.post(path, "name=" + "x".repeat(70_000)));
            for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD")) {
                answers.put(method + " " + path, app.send(app.request(path, "Origin", app.url()).method(method, BodyPublishers.noBody())));
            }
        }
        return answers;
    }
}
