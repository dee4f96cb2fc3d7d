package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingRefused;
import bookform.booking.Color;
import bookform.booking.Style;
import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import bookform.templates.StaticTemplates;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest {
    private static final RunningApp app = RunningApp.start();
    private static DemoServer salon;

    @BeforeAll
    static void start(@TempDir Path folder) {
        salon = DemoServer.start(folder);
    }

    @AfterAll
    static void stop() {
        salon.close();
        app.close();
    }

    @ParameterizedTest @ValueSource(strings = {"en", "de", "lt", "lv", "et", "uk", "ar"})
    void speaksTheVisitorsLanguage(String language) {
        var page = app.get("/nothing", "Accept-Language", language);
        assertEquals(404, page.status());
        assertEquals(language, page.html().expectFirst("html").attr("lang"));
        assertEquals(Texts.in(Locale.of(language)).text("error.not_found.heading"), page.heading());
        assertEquals(page.heading(), app.get("/nothing?lang=" + language).heading());
    }

    @Test
    void isAsDarkAsTheSiteAroundIt() {
        assertEquals("framed dark", app.get("/forms/99?theme=dark", "Sec-Fetch-Dest", "iframe").html().expectFirst("html").className());
        assertEquals("", app.get("/forms/99?theme=neon").html().expectFirst("html").className());
    }

    @Test
    void everyRefusalHasAPage() {
        page(404, "This page is not here", app.get("/forms/99"));
        page(404, "This page is not here", app.get("/forms/1/visits/1/wrong"));
        page(405, "This page is not here", app.send(app.request("/forms/1", "Origin", app.url()).DELETE()));
        page(403, "This did not come from our page", app.post("/forms/1/visits", Map.of(), "Origin", "null"));
        page(413, "We did not understand that", app.post("/forms/1/visits", "name=" + "x".repeat(70_000)));
        page(415, "We did not understand that", app.post("/forms/1/visits", "{}", "Content-Type", "application/json"));
    }

    @Test
    void leadsToTheFormInTheAddress() {
        var page = app.get("/forms/2/visits/1/wrong?lang=de&theme=dark&service=1");
        assertEquals(List.of("/forms/2?lang=de&theme=dark"), ways(page));
        assertEquals("Termin buchen", page.html().select(".actions a").text());
        assertTrue(page.html().select("a[href^=tel:]").text().startsWith("+370"), page.text());
    }

    @Test
    void looksLikeTheForm() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var style =
                new Style(Color.find("8a1538"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(List.of(), themes(app.get("/forms/1/nothing")), "the control");
        app.app().store().locations().replace(setup.withForms(setup.forms().stream().map(form -> form.withStyle(style)).toList()));
        assertEquals(1, themes(app.get("/forms/1/nothing")).size());
        assertEquals(200, app.get(themes(app.get("/forms/1/nothing")).getFirst()).status());
        assertEquals(List.of(), themes(app.get("/cabinet/nothing")));
        app.app().store().locations().replace(setup);
    }

    @Test
    void leadsToTheOnlyLocationAndToTheClientsOwnPages() {
        assertEquals(List.of("/forms/1"), ways(app.get("/forms/99")));
        assertEquals(List.of("/forms/1"), ways(app.get("/nothing")));
        assertEquals(List.of("/cabinet/appointments"), ways(app.get("/cabinet/nothing")));
    }

    @Test
    void leadsBackToThePageBeforeButToNobodyElses() {
        assertEquals(List.of("/forms/1/details?service=1", "/forms/1"),
                ways(app.post("/forms/1/visits", "name=" + "x".repeat(70_000), "Referer", app.url() + "/forms/1/details?service=1")));
        for (var other : List.of("https://elsewhere.example/forms/1/details", app.url() + ".elsewhere.example/",
                app.url() + "//evil.example",
                "javascript:alert(1)", app.url() + "/forms/99"))
            assertEquals(List.of("/forms/1"), ways(app.get("/forms/99", "Referer", other)), other);
    }

    @Test
    void whereNothingIsKnownOfTheBusinessItsSiteIsTheWayOn() {
        try (var nowhere = RunningApp.onAltegio("http://127.0.0.1:1")) {
            assertEquals(List.of(), ways(nowhere.get("/forms/99/nothing", "Referer", "https://salon.example/")));
            var framed = nowhere.get("/forms/99/nothing", "Referer", "https://salon.example/", "Sec-Fetch-Dest", "iframe");
            assertEquals(List.of("https://salon.example/"), ways(framed));
            assertEquals("_top", framed.html().expectFirst(".actions a").attr("target"));
            assertEquals(List.of(), ways(nowhere.get("/forms/99/nothing", "Referer", "data://x/", "Sec-Fetch-Dest", "iframe")));
            assertEquals(List.of("/forms/99"), ways(nowhere.get("/forms/99")), "to try again");
        }
    }

    /** RFC 9110 §15.5.6: whoever is told that they may not is told what they may. */
    @Test
    void aWrongMethodIsToldTheRightOnes() {
        assertEquals("GET", app.send(app.request("/forms/1", "Origin", app.url()).DELETE()).header("Allow"));
        assertEquals("GET, POST", app.send(app.request("/forms/1/visits", "Origin", app.url()).DELETE()).header("Allow"));
        assertEquals("", app.get("/nothing").header("Allow"));
    }

    @ParameterizedTest @ValueSource(strings = {"name=%zz", "name=%", "%=%&%", "name=%e0%80", "=&=&=", "name", "&&&&", "name=a;phone=b",
            "\u0000=\u0000", "name=%00"})
    void aBodyThatIsHardToReadIsNotOurFault(String body) {
        for (var path : List.of("/forms/1/visits", "/forms/1/services", "/forms/1/phone-confirmations")) {
            var answer = app.post(path, body);
            assertTrue(answer.status() < 500, path + ": " + answer.status());
            assertFalse(answer.heading().isEmpty());
        }
    }

    @ParameterizedTest @ValueSource(strings = {"?%zz", "?lang=%zz", "?service=%", "?service=%e0%80", "?&&=&", "?lang=%00",
            "?lang=%ED%A0%80", "?;;;", "?service=1&service", "?" + "a=b&"})
    void aQueryThatIsHardToReadIsNotOurFault(String query) throws Exception {
        for (var path : List.of("/forms/1/services", "/nothing")) {
            var answer = raw(path + query);
            assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
            noInsides(answer, query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/1/../../etc/passwd", "/forms/%2e%2e/x", "/forms/1%2f2", "/forms/1;a=b/services", "/forms/1/%00",
            "//forms/1", "/forms/%ff", "/\\forms", "/forms/1/services/%zz", "/<script>"})
    void aPathThatIsHardToReadIsNotOurFault(String path) throws Exception {
        var answer = raw(path);
        assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
        noInsides(answer, path);
    }

    /** What the web server refuses before it is a request: nothing is known of who asks, but for a reader it is one of our pages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"GET /forms/1/%zz HTTP/1.1 | Host: localhost | 400", "GET /forms/%00 HTTP/1.1 | Host: localhost | 400",
                    "GET /forms/1?x={long} HTTP/1.1 | Host: localhost | 414", "GET /forms/1 HTTP/1.1 | X: {long} | 431",
                    "GET /forms/1 HTTP/1.1 | No-Host: 1 | 400", "POST /forms/1/visits HTTP/1.1 | Content-Length: abc | 400",
                    "\u0016\u0003 | X: 1 | 400"})
    void whatIsNoRequestReadsAPageToo(String line, String header, int status) throws Exception {
        var answer = said((line + "\r\n" + header).replace("{long}", "a".repeat(20_000)));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals("We did not understand that", Jsoup.parse(answer).select("h1").text());
        assertEquals(1, Jsoup.parse(answer).select("link[rel=stylesheet]").size());
        for (var every : List.of("X-Request-Id: ", "Content-Security-Policy: default-src 'none'; script-src 'self'",
                "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Content-Type: text/html; charset=utf-8"))
            assertTrue(answer.contains("\r\n" + every), every + " in " + answer);
        noInsides(answer, line);
    }

    @Test
    void whatIsNoRequestIsReadInTheReadersLanguageWhereThatArrived() throws Exception {
        var answer = said("GET /forms/%ff?theme=dark HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: ar");
        var page = Jsoup.parse(answer);
        assertEquals(Texts.in(Locale.of("ar")).text("error.bad_request.heading"), page.select("h1").text());
        assertEquals("rtl", page.expectFirst("html").attr("dir"));
        assertEquals("dark", page.expectFirst("html").className());
        assertTrue(said("GET /forms/%ff?lang=lt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nHX-Request: true")
                .contains("\r\n\r\n<title>"));
    }

    @Test
    void whatIsNoCallIsJson() throws Exception {
        var answer = said("GET /api/v1/bookform/1 HTTP/1.1\r\nX: " + "a".repeat(20_000));
        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/json; charset=utf-8\r\n"), answer);
        assertTrue(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"), answer);
        assertTrue(answer.endsWith(
                "{\"errors\":{\"code\":431,\"message\":\"The request cannot be read.\"},\"meta\":{\"message\":\"The request cannot be read.\"}}"),
                answer);
    }

    /** RFC 9110 §9.3.2: what a monitor, a messenger or a search engine asks before it asks for more. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/forms/1", "/forms/1/services", "/forms/2/team-member?service=1", "/forms/1/team-member", "/forms/99",
            "/nothing",
            "/forms/1/visits/1/wrong", "/forms/1/manifest.json", "/forms/1/embed", "/embed.js", "/assets/nothing.css", "/cabinet",
            "/cabinet/session",
            "/cabinet/appointments", "/reviews/nothing", "/health/live", "/health/ready", "/demo/messages", "/api/v1/openapi.json"})
    void theHeadIsThatOfTheWholePage(String path) {
        var whole = app.get(path);
        var head = app.send(app.request(path).HEAD());
        assertEquals(whole.status(), head.status());
        assertEquals("", head.body());
        for (var name : List.of("Content-Type", "Content-Length", "Cache-Control", "Location", "ETag", "Vary", "Content-Security-Policy"))
            assertEquals(whole.header(name), head.header(name), name);
    }

    @Test
    void aBugIsOursAndSaysNothingOfOurInsides() {
        var answer = thrown(new IllegalStateException("secret sauce"));
        assertEquals(500, answer.status());
        assertEquals("Hier ist etwas schiefgegangen", answer.heading());
        assertTrue(answer.html().select(".foot").text().matches(".*[0-9a-f]{8}.*"), "a number to find it by: " + answer.html().text());
        assertEquals("/bug/hash?a=1", answer.html().expectFirst("a.button").attr("href"));
        noInsides(answer.body(), "500");
    }

    /** Every reason there is: a page that has no sentence for it lets it through to here. */
    @ParameterizedTest @EnumSource
    void aRefusalThatNoPageExpectedIsNotOurFault(BookingRefused.Reason reason) {
        var answer = thrown(new BookingRefused(reason));
        var tooOften = Set.of(BookingRefused.Reason.SENT_TOO_OFTEN, BookingRefused.Reason.TRIED_TOO_OFTEN).contains(reason);
        assertEquals(tooOften ? 429 : 409, answer.status());
        assertEquals(Texts.in(Locale.GERMAN).text(tooOften ? "error.too_many.heading" : "error.refused.heading"), answer.heading());
        assertEquals(0, answer.html().select("a[href^=/bug], .foot").size(), "neither tried again nor reported");
        noInsides(answer.body(), reason.name());
    }

    @Test
    void withoutItsDatabaseItSaysToComeBack() {
        try (var broken = RunningApp.start()) {
            var details = broken.get(broken.details(1, "service=1&teamMember=1"));
            broken.app().store().close();
            var booking = broken.submit(details, "details", Map.of("name", "Vera", "phone", "+37061234567"), "Accept-Language", "lt");
            assertEquals(503, booking.status());
            assertEquals("10", booking.header("Retry-After"));
            assertEquals(Texts.in(Locale.of("lt")).text("error.unavailable.heading"), booking.heading());
            assertEquals(0, booking.html().select("a.button").size(), "only the person sends a form again");
            var again = booking.html().expectFirst("form[method=post]");
            assertEquals(details.html().expectFirst("#details").attr("action"), again.attr("action"));
            assertEquals("Vera", again.expectFirst("[name=name]").val(), "what was typed");
            assertEquals(details.field("token"), again.expectFirst("[name=token]").val(), "books once");
            noInsides(booking.body(), "503");
            assertEquals(503, broken.get("/health/ready").status());
            assertEquals(200, broken.get("/health/live").status());
        }
    }

    @Test
    void whoLooksAtTheirAppointmentDoesNotReadThatNothingWasBooked() {
        try (var broken = RunningApp.start()) {
            var details = broken.get(broken.details(1, "service=1&teamMember=1"));
            var visit = broken.submit(details, "details", Map.of("name", "Vera", "phone", "+37061234567")).header("Location");
            broken.app().store().close();
            for (var page : List.of("", "/cancellation", "/time")) {
                var answer = broken.get(visit + page, "Accept-Language", "en");
                assertEquals(503, answer.status());
                assertEquals("We cannot show this right now", answer.heading());
                assertFalse(answer.text().contains("Nothing was booked"), answer.text());
                assertTrue(answer.text().contains("Your appointments are safe."), answer.text());
            }
            var cancelling = broken.post(visit + "/cancellation", Map.of(), "Accept-Language", "en");
            assertEquals(503, cancelling.status());
            assertEquals("That is not possible right now", cancelling.heading());
            assertTrue(cancelling.text().contains("Nothing was changed."), cancelling.text());
            assertEquals(visit + "/cancellation", cancelling.html().expectFirst("form[method=post]").attr("action"), "to try again");
        }
    }

    @Test
    void aReviewIsNotTypedTwice() {
        try (var broken = RunningApp.start()) {
            var vera = CabinetClient.signIn(broken, broken, "+37061280001");
            var visit = broken.submit(broken.get(broken.details(1, "service=1&teamMember=1")), "details",
                    Map.of("name", "Vera", "phone", "+37061280001")).header("Location").split("/")[4];
            broken.clock.set("2026-11-23T17:00:00Z");
            var review = vera.get("/cabinet/appointments/1/" + visit).linkTo("How was your visit?");
            broken.app().store().close();
            var answer = broken.post(review, Map.of("stars", "5", "text", "Lovely"));
            assertEquals(503, answer.status());
            assertEquals("That is not possible right now", answer.heading());
            assertEquals(review, answer.html().expectFirst("form[method=post]").attr("action"));
            assertEquals("Lovely", answer.html().expectFirst("[name=text]").val());
        }
    }

    /** The German page of a handler that throws this. */
    private static Answer thrown(RuntimeException exception) {
        var pages = new Pages(new StaticTemplates(), new Assets(), Optional.empty());
        var server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            new ErrorPages(pages, new StaticTemplates(), new WaysOn(salon.api(), new Assets())).add(javalin.routes);
            javalin.routes.get("/bug/{secret}", ctx -> {
                throw exception;
            });
        }).start(0);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/bug/hash?a=1"));
            var answer = new Answer(http.send(request.header("Accept-Language", "de").build(), BodyHandlers.ofString()));
            http.shutdownNow();
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        } finally {
            server.stop();
        }
    }

    private static void page(int status, String heading, Answer answer) {
        assertEquals(status, answer.status());
        assertEquals(heading, answer.heading());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT));
        noInsides(answer.body(), heading);
    }

    private static List<String> themes(Answer page) {
        return page.html().select("link[href*=/theme/]").eachAttr("href");
    }

    private static List<String> ways(Answer page) {
        return page.html().select(".actions a").eachAttr("href");
    }

    private static void noInsides(String body, String what) {
        for (var inside : List.of("Exception", "\tat ", "java.", "bookform.web", "jetty", "Jetty", "Javalin", "secret sauce", "SQL"))
            assertFalse(body.contains(inside), inside + " in " + what + ": " + body);
    }

    private static String raw(String target) throws IOException {
        return said("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close");
    }

    /** All that comes back to such a head, until the server hangs up. */
    private static String said(String head) throws IOException {
        try (var socket = new java.net.Socket("localhost", URI.create(app.url()).getPort())) {
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
