package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /forms/{form}/visits}. */
class VisitsTest {
    private static final RunningApp app = RunningApp.start();
    private static final Map<String, String> VERA =
            Map.of("name", "Vera Žukaitė", "phone", "8 612 34567", "email", "vera@example.com", "comment", "Two\nlines <b>");

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void books() {
        var before = app.booked();
        var answer = app.submit(page(), "details", with(VERA, "name", "  Vera\u202E  Žukaitė-Nr1 "));
        assertEquals(303, answer.status());
        assertTrue(answer.header("Location").matches("/forms/1/visits/[0-9]+/[A-Za-z0-9_-]{22,}"), answer.header("Location"));
        assertEquals("You are booked", app.follow(answer).heading());
        assertEquals(before + 1, app.booked());
        var booked =
                app.app().store().export(1).stream().filter(appointment -> appointment.clientName().equals("Vera Žukaitė-Nr1")).toList();
        assertEquals("+37061234567", booked.getFirst().clientPhone());
    }

    @Test
    void keepsTheLanguage() {
        var answer = app.submit(app.get(app.details(1, "service=1&teamMember=1&lang=lv")), "details", VERA);
        assertTrue(answer.header("Location").endsWith("?lang=lv"), answer.header("Location"));
    }

    @Test
    void booksAnyoneWhoIsFree() {
        var answer = app.submit(app.get(app.details(1, "service=9&teamMember=any")), "details", VERA);
        assertTrue(List.of("Clara", "Emma").contains(app.follow(answer).html().select("dd.who").text()));
    }

    @Test
    void booksAllChosenServicesInOneGo() {
        var page = app.follow(app.submit(app.get(app.details(1, "service=1&service=5&teamMember=1")), "details", VERA));
        assertTrue(page.text().contains("Haircut") && page.text().contains("Fringe trim") && page.text().contains("€53")
                && page.text().contains("1 h"), page.text());
    }

    @Test
    void asksForTheCodeUntilItIsRight() {
        var before = app.booked();
        var ask = app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details", with(VERA, "agreed", RunningApp.AGREED));
        assertEquals("Confirm your phone", ask.heading());
        var code = app.code("+37061234567");
        for (var wrong : List.of("", "12", code.equals("123456") ? "123457" : "123456")) {
            var again = app.submit(ask, "code-form", Map.of("code", wrong));
            assertEquals(422, again.status());
            assertEquals("This code is not right, or no longer valid.", again.html().expectFirst("#code-error").text());
            VERA.forEach((name, value) -> assertEquals(value, again.field(name), name));
            assertEquals(ask.field("token"), again.field("token"));
            ask = again;
        }
        assertEquals(before, app.booked());
        assertEquals("You are booked", app.follow(app.submit(ask, "code-form", Map.of("code", code))).heading());
        assertEquals(before + 1, app.booked());
    }

    @Test
    void withoutACodeTheSmsFormBooksNothing() {
        var before = app.booked();
        var page = app.get(app.details(2, "service=1&teamMember=1"));
        var action = page.html().expectForm("#details").attr("action").replace("phone-confirmations", "visits");
        var answer = app.post(action, with(with(VERA, "agreed", RunningApp.AGREED), "token", page.field("token")));
        assertEquals(422, answer.status());
        assertEquals("Confirm your phone", answer.heading());
        assertEquals(before, app.booked());
    }

    @Test
    void theSamePageTwiceIsTheSameBooking() {
        var page = page();
        var first = app.submit(page, "details", VERA);
        var before = app.booked();
        assertEquals(first.header("Location"), app.submit(page, "details", VERA).header("Location"));
        assertEquals(before, app.booked());
    }

    @Test
    void fiftyClicksAtOnceAreOneBooking() {
        var page = page();
        var before = app.booked();
        var answers = atOnce(50, i -> app.submit(page, "details", VERA));
        assertEquals(1, answers.stream().map(answer -> answer.header("Location")).distinct().count());
        assertEquals(List.of(303), answers.stream().map(Answer::status).distinct().toList());
        assertEquals(before + 1, app.booked());
    }

    @Test
    void ofFiftyClientsWhoWantOneTimeOneGetsIt() {
        var url = app.details(1, "service=1&teamMember=1");
        var pages = IntStream.range(0, 50).mapToObj(i -> app.get(url)).toList();
        assertEquals(50, pages.stream().map(page -> page.field("token")).distinct().count());
        var before = app.booked();
        var answers = atOnce(50, i -> app.submit(pages.get(i), "details", client(i)));
        assertEquals(before + 1, app.booked());
        assertEquals(Map.of(303, 1L, 409, 49L), answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())));
        for (var i = 0; i < 50; i++) {
            var answer = answers.get(i);
            if (answer.status() == 409) {
                assertEquals("Choose a time", answer.heading());
                assertEquals("This time has just been taken. Here is what is free now.", answer.notice());
                assertFalse(answer.times().isEmpty());
                client(i).forEach((name, value) -> assertEquals(value, answer.field(name), name));
                assertFalse(answer.body().contains("client" + (i + 1) % 50 + "@"), "somebody else's");
            }
        }
        var loser = answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
        var details = app.choose(loser, loser.times().getFirst().text());
        assertEquals(303, app.submit(details, "details", Map.of()).status(), "what was typed is still there: one press books");
    }

    @Test
    void fiftyClientsWithOneCodeAreOneBooking() {
        var pages = IntStream.range(0, 5).mapToObj(i -> app.get(app.details(2, "service=1&teamMember=1", i == 0 ? 0 : 3))).toList();
        var typed = with(with(VERA, "agreed", RunningApp.AGREED), "phone", "+37061299999");
        app.submit(pages.getFirst(), "details", typed);
        var code = app.code("+37061299999");
        var before = app.booked();
        var answers = atOnce(50, i -> {
            var page = pages.get(i % 5);
            return app.post(page.html().expectForm("#details").attr("action").replace("phone-confirmations", "visits"),
                    with(with(typed, "code", code), "token", page.field("token")));
        });
        assertEquals(before + 1, app.booked(), "a code is good for one booking");
        assertEquals(1,
                answers.stream().filter(answer -> answer.status() == 303).map(answer -> answer.header("Location")).distinct().count());
    }

    @Test
    void whatIsWrongIsSaidByTheFieldAndKept() {
        var before = app.booked();
        var page = page();
        var answer = app.submit(page, "details", Map.of("name", " ", "phone", "12 34", "email", "nobody", "comment", "x".repeat(1001)));
        assertEquals(422, answer.status());
        assertEquals(List.of("name-error", "phone-error", "email-error", "comment-error"), answer.html().select(".error").eachAttr("id"));
        assertEquals("Please look at 4 things again", answer.html().expectFirst(".errors b").text());
        assertEquals(List.of(" ", "12 34", "nobody"), List.of(answer.field("name"), answer.field("phone"), answer.field("email")));
        assertEquals(page.field("token"), answer.field("token"));
        assertEquals(List.of("#name", "#phone", "#email", "#comment"), answer.html().select(".errors a").eachAttr("href"));
        assertTrue(answer.html().expectFirst("#phone").attr("aria-describedby").equals("phone-error"));
        assertEquals(303, app.submit(answer, "details", VERA).status(), "corrected, it books");
        assertEquals(before + 1, app.booked());
    }

    @Test
    void thePolicyMustBeAgreedTo() {
        var answer = app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details", VERA);
        assertEquals(422, answer.status());
        assertEquals("Without your agreement we cannot book.", answer.html().expectFirst("#agreed-error").text());
    }

    /** Between the page and the click the business published another text: nobody has read that. */
    @Test
    void whoAgreedToTheTextBeforeIsAskedAgain() {
        var page = app.get(app.details(2, "service=1&teamMember=1"));
        var answer = app.submit(page, "details", with(VERA, "agreed", "0123456789abcdef0123456789abcdef"));
        assertEquals(422, answer.status());
        assertEquals("The privacy policy has changed. Please read it and agree once more.",
                answer.html().expectFirst("#agreed-error").text());
        assertFalse(answer.html().expectFirst("#agreed").hasAttr("checked"));
        assertEquals(RunningApp.AGREED, answer.html().expectFirst("#agreed").val());
    }

    static List<String> badTokens() {
        var real = app.get(app.details(1, "service=1&teamMember=1")).field("token");
        var other = app.get(app.details(2, "service=1&teamMember=1")).field("token");
        return List.of("", "x", "null", "v1.1.x.y", other, real.substring(0, real.length() - 1), real.substring(0, 20), real + "x",
                "v2" + real.substring(2),
                real.replaceFirst("\\.[0-9]+\\.", ".999999999999."), "x".repeat(10_000), real.replace('.', '\u0000'), "v1.....",
                "\ud83d\ude00" + real);
    }

    @ParameterizedTest @MethodSource("badTokens")
    void aTokenThatIsNotOursGetsThePageAgain(String token) {
        var before = app.booked();
        var page = page();
        var answer = app.submit(page, "details", with(VERA, "token", token));
        assertEquals(400, answer.status());
        assertEquals("Your details", answer.heading());
        assertEquals("This page was open for a long time. Please look it over and press the button again.", answer.notice());
        VERA.forEach((name, value) -> assertEquals(value, answer.field(name), name));
        assertEquals(before, app.booked());
        assertEquals(303, app.submit(answer, "details", Map.of()).status(), "one more press books");
    }

    @Test
    void anOldTokenGetsThePageAgain() {
        var page = app.get(app.details(1, "service=1&teamMember=1&date=2026-12-10"));
        app.clock.advance(Duration.ofHours(4));
        var answer = app.submit(page, "details", VERA);
        assertEquals(400, answer.status());
        assertNotEquals(page.field("token"), answer.field("token"));
        assertEquals("Vera Žukaitė", answer.field("name"));
        app.clock.set(RunningApp.MONDAY);
    }

    @Test
    void aTokenBooksOneThingOnly() {
        var page = page();
        app.submit(page, "details", VERA);
        var before = app.booked();
        var other = app.details(1, "service=1&teamMember=1").replace("/details", "/visits");
        var answer = app.post(other, with(VERA, "token", page.field("token")));
        assertEquals(409, answer.status());
        assertEquals("Your details", answer.heading());
        assertTrue(answer.notice().startsWith("An appointment was already booked from this page."), answer.notice());
        assertEquals(before, app.booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none",
            "Origin: https://evil.example", "Origin: null",
            "Origin: http://localhost", "Origin: ", "Origin: http://localhost.evil.example"})
    void anotherSitesFormBooksNothing(String header) {
        var page = page();
        var before = app.booked();
        var name = header.substring(0, header.indexOf(':'));
        var answer = app.submit(page, "details", VERA, name, header.substring(name.length() + 1).strip());
        assertEquals(403, answer.status());
        assertEquals("This did not come from our page", answer.heading());
        assertEquals(before, app.booked());
    }

    @Test
    void aFormThatDoesNotSayWhereItComesFromBooksNothing() {
        var page = page();
        var before = app.booked();
        var action = page.html().expectForm("#details").attr("action");
        var answer = app.send(app.request(action, "Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=Vera&phone=861234567&token=" + page.field("token"))));
        assertEquals(403, answer.status());
        assertEquals(before, app.booked());
    }

    @Test
    void aCrossSiteOriginDoesNotHideBehindSecFetchSite() {
        var before = app.booked();
        assertEquals(403, app.submit(page(), "details", VERA, "Sec-Fetch-Site", "cross-site", "Origin", app.url()).status());
        assertEquals(before, app.booked());
    }

    @ParameterizedTest @ValueSource(strings = {"text/plain", "application/json", "application/xml", "image/png", "x",
            "application/x-www-form-urlencoded; charset=nonsense",
            "multipart/form-data", "multipart/form-data; boundary=x"})
    void whatIsNoFormBooksNothing(String type) {
        var page = page();
        var before = app.booked();
        var action = page.html().expectForm("#details").attr("action");
        var answer = app.post(action, "name=Vera&phone=861234567&token=" + page.field("token"), "Content-Type", type);
        assertEquals(415, answer.status());
        assertEquals("We did not understand that", answer.heading());
        assertEquals(before, app.booked());
    }

    @Test
    void aGetIsAReloadOfTheDetails() {
        var before = app.booked();
        var answer = app.get(app.details(1, "service=1&teamMember=1").replace("/details", "/visits"));
        assertEquals(200, answer.status());
        assertEquals("Your details", answer.heading());
        assertEquals("/forms/1/services", app.get("/forms/1/visits").header("Location"));
        assertEquals(before, app.booked());
    }

    @Test
    void nothingChosenIsAnsweredAtTheOpenStep() {
        var answer = app.post("/forms/1/visits?service=1", with(VERA, "token", page().field("token")));
        assertEquals(409, answer.status());
        assertEquals("Please choose a team member first.", answer.notice());
        assertEquals("Vera Žukaitė", answer.field("name"));
    }

    @Test
    void aServiceThatIsGoneIsChosenAgainWithEverythingTyped() {
        var url = app.details(1, "service=1&teamMember=1").replace("service=1", "service=999").replace("/details", "/visits");
        var answer = app.post(url, with(VERA, "token", page().field("token")));
        assertEquals(409, answer.status());
        assertEquals("Choose services", answer.heading());
        assertEquals("Vera Žukaitė", answer.field("name"));
    }

    @Test
    void otherMethodsAreRefused() {
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            assertEquals(405, app.send(
                    app.request("/forms/1/visits", "Origin", app.url()).method(method, java.net.http.HttpRequest.BodyPublishers.noBody()))
                    .status());
        }
    }

    @Test
    void anUnknownFormIsNotThere() {
        assertEquals(404, app.post("/forms/99/visits?service=1&teamMember=1", VERA).status());
    }

    private static Answer page() {
        return app.get(app.details(1, "service=1&teamMember=1"));
    }

    private static Map<String, String> client(int i) {
        return Map.of("name", "Client " + i, "phone", "+370612%05d".formatted(i), "email", "client" + i + "@example.com", "comment",
                "Comment " + i);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private interface Call {
        Answer of(int i);
    }

    private static List<Answer> atOnce(int count, Call call) {
        var barrier = new CyclicBarrier(count);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var calls = new ArrayList<Callable<Answer>>();
            for (var i = 0; i < count; i++) {
                var number = i;
                calls.add(() -> {
                    barrier.await();
                    return call.of(number);
                });
            }
            var answers = new ArrayList<Answer>();
            for (var future : threads.invokeAll(calls)) answers.add(future.get());
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
