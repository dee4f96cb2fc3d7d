package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/session}. */
class SessionPageTest extends CabinetTest {
    private static final String PASSWORD = "seven linden trees";

    @Test
    void signsInWithACode() {
        var visit = new CabinetClient(app);
        assertEquals("My appointments", visit.signIn(newPhone(), engine::code).heading());
        assertEquals(200, visit.get("/cabinet/appointments").status());
    }

    @Test
    void signsInWithAPasswordHoweverThePhoneIsTyped() {
        var phone = newPhone();
        givePassword(phone, PASSWORD);
        for (var login : List.of(phone, phone.replace("+370", "0"), phone.substring(1))) {
            var visit = new CabinetClient(app);
            var page = visit.get("/cabinet/session?form=1&with=password");
            assertEquals("My appointments",
                    visit.follow(visit.submit(page, "sign-in", Map.of("login", login, "password", PASSWORD))).heading(), login);
        }
    }

    @Test
    void theCookieIsForThisHostAloneAndOutOfReachOfScripts() {
        var visit = new CabinetClient(app);
        var phone = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        var answer = visit.submit(page, "code-form", Map.of("code", engine.code(phone)));
        var cookies = answer.response().headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size());
        assertTrue(cookies.getFirst()
                .matches("__Host-session=[A-Za-z0-9_-]{60,600}; Max-Age=15552000; Path=/; Secure; HttpOnly; SameSite=Lax"),
                cookies.getFirst());
    }

    @Test
    void everySignInGetsANewValueAndEndsTheSessionBefore() {
        var visit = signedIn(newPhone());
        var first = visit.cookie("__Host-session");
        advance(Duration.ofMinutes(1));
        // Somebody else signs in at the same browser: the pages are not shown to who is signed in, so the forms are sent as another tab has them.
        var second = newPhone();
        visit.post("/cabinet/phone-confirmations", Map.of("phone", second, "form", "1"));
        visit.follow(visit.post("/cabinet/session", Map.of("phone", second, "form", "1", "code", engine.code(second))));
        assertNotEquals(first, visit.cookie("__Host-session"));
        var thief = new CabinetClient(app);
        thief.set("__Host-session", first);
        assertEquals(303, thief.get("/cabinet/appointments").status(), "the session before has ended");
    }

    @Test
    void aCookieThatIsNotOursIsNoSession() {
        var real = signedIn(newPhone()).cookie("__Host-session");
        var changed = (real.charAt(20) == 'A' ? 'B' : 'A');
        for (var value : List.of("", "x", "!!!", real.substring(1), real + "A", real.substring(0, 20) + changed + real.substring(21))) {
            var visit = new CabinetClient(app);
            visit.set("__Host-session", value);
            assertEquals(303, visit.get("/cabinet/appointments").status(), value);
        }
    }

    @Test
    void aWrongCodeIsAskedForAgain() {
        var visit = new CabinetClient(app);
        var phone = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        var code = engine.code(phone);
        var wrong = visit.submit(page, "code-form", Map.of("code", code.equals("000000") ? "000001" : "000000"));
        assertEquals(422, wrong.status());
        assertTrue(wrong.text().contains("This code is not right"), wrong.text());
        assertEquals(422, visit.submit(wrong, "code-form", Map.of("code", " ")).status());
        assertEquals("My appointments", visit.follow(visit.submit(wrong, "code-form", Map.of("code", code))).heading());
    }

    @Test
    void saysHowManyTriesAreLeft() {
        var visit = new CabinetClient(app);
        var phone = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        var code = engine.code(phone);
        var wrong = Map.of("code", code.equals("000000") ? "000001" : "000000");
        var told = backend == Backend.EMBEDDED ? List.of("4 tries are left.", "3 tries are left.", "2 tries are left.", "1 try is left.",
                "Please have a new code sent.", "Please have a new code sent.") : List.of("", "", "", "", "", "");
        for (var left : told)
            assertEquals("This code is not right, or no longer valid. " + left,
                    visit.submit(page, "code-form", wrong).html().select("#code-error").text() + (left.isEmpty() ? " " : ""));
        assertEquals(422, visit.submit(page, "code-form", Map.of("code", code)).status(), "the right one comes too late");
    }

    @Test
    void aCodeIsGoodOnce() {
        var phone = newPhone();
        var visit = new CabinetClient(app);
        var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        var code = Map.of("code", engine.code(phone));
        visit.submit(page, "code-form", code);
        var again = new CabinetClient(app).submit(page, "code-form", code);
        assertEquals(422, again.status());
        assertEquals("", again.header("Set-Cookie"));
    }

    /** Reliability.md G7: whoever tries learns nothing of who is known. */
    @Test
    void aWrongPasswordReadsAsAnUnknownLogin() {
        var known = newPhone();
        givePassword(known, PASSWORD);
        var unknown = newPhone();
        var withKnown = tryPassword(known, "not this one");
        var withUnknown = tryPassword(unknown, "not this one");
        assertEquals(422, withKnown.status());
        assertEquals(422, withUnknown.status());
        assertEquals(withKnown.body(), withUnknown.body().replace(unknown, known));
        assertFalse(withKnown.body().contains("not this one"), "a password is never shown again");
        assertEquals(withKnown.response().headers().map().keySet(), withUnknown.response().headers().map().keySet());
    }

    @Test
    void whoTriesTooOftenIsToldToWait() {
        var phone = newPhone();
        var last = tryPassword(phone, "wrong 0");
        for (var i = 1; i < 12 && last.status() == 422; i++) last = tryPassword(phone, "wrong " + i);
        assertEquals(429, last.status());
        assertTrue(last.text().contains("tried too often"), last.text());
    }

    @Test
    void whatIsMissingIsAskedFor() {
        var visit = new CabinetClient(app);
        var page = visit.get("/cabinet/session?with=password");
        var empty = visit.submit(page, "sign-in", Map.of("login", "", "password", ""));
        assertEquals(422, empty.status());
        assertEquals(2, empty.html().select(".error").size());
        var kept = visit.submit(page, "sign-in", Map.of("login", "vera@example.com", "password", ""));
        assertEquals("vera@example.com", kept.field("login"));
    }

    @Test
    void leadsToWhereSomebodyWasGoing() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var visit = new CabinetClient(app);
        visit.get("/cabinet/session?form=1");
        var asked = visit.get(booked.cabinetPage() + "?lang=de");
        var page = visit.follow(visit.submit(visit.follow(asked), "sign-in", Map.of("phone", phone)));
        var arrived = visit.follow(visit.submit(page, "code-form", Map.of("code", engine.code(phone))));
        assertEquals(booked.cabinetPage(), arrived.response().uri().getPath());
        assertEquals("de", arrived.html().select("html").attr("lang"), "the language stays");
    }

    /** Reliability.md H10. */
    @Test
    void leadsNowhereElse() {
        var visit = signedIn(newPhone());
        for (var next : List.of("//e.example", "/\\e.example", "/%09/e.example", "https:e.example", "https://e.example",
                "javascript:alert(1)",
                "/cabinet/appointments@e.example", "/cabinet/appointments/../../forms/1", "/cabinet/appointments//e.example",
                "\uFF0F\uFF0Fe.example", "/cabinet/appointments\n/x", "/cabinet/appointments?x=\r\nSet-Cookie: a",
                "/cabinet/appointments#x",
                "/cabinet/appointments/1/2/x", "/cabinet/session", "/forms/1", "", " ", "/", ".", "..", "cabinet/sessions",
                "/cabinet/sessions ", "/CABINET/sessions", "data:text/html,x", "/cabinet/sessions/ending", "\t/cabinet/sessions",
                "/cabinet/sessions;x",
                "?next=/cabinet/sessions", "/cabinet/appointments?next=//e"))
            assertEquals("/cabinet/appointments",
                    visit.get("/cabinet/session?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)).header("Location"), next);
        assertEquals("/cabinet/sessions", visit.get("/cabinet/session?next=/cabinet/sessions").header("Location"), "the control");
    }

    @Test
    void saysWhenABrowserKeepsNoCookies() {
        var phone = newPhone();
        var visit = new CabinetClient(app);
        var page = visit.follow(visit.submit(visit.get("/cabinet/session?form=1"), "sign-in", Map.of("phone", phone)));
        var answer = visit.submit(page, "code-form", Map.of("code", engine.code(phone)));
        var arrived = new CabinetClient(app).get(answer.header("Location"));
        assertTrue(arrived.notice().contains("did not keep it"), arrived.text());
    }

    /** Reliability.md H9: nothing to type into is drawn in a frame. */
    @Test
    void isNotDrawnInAFrame() {
        for (var place : List.of("iframe", "frame", "embed", "object", "fencedframe")) {
            var answer = app.get("/cabinet/session?with=password", "Sec-Fetch-Dest", place);
            assertEquals(403, answer.status());
            assertEquals(0, answer.html().select("input, form").size());
            assertTrue(answer.header("Content-Security-Policy").endsWith("frame-ancestors 'none'"));
        }
        assertEquals(1, app.get("/cabinet/session?with=password", "Sec-Fetch-Dest", "document").html().select("#password").size(),
                "the control");
    }

    @Test
    void takesFormsOfItsOwnPagesAlone() {
        var fields = Map.of("with", "password", "login", "vera@example.com", "password", PASSWORD);
        assertEquals(403, app.post("/cabinet/session", fields, "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403, app.post("/cabinet/session", fields, "Origin", "https://e.example").status());
        assertEquals(405, app.send(app.request("/cabinet/session", "Origin", app.url()).DELETE()).status());
    }

    @Test
    void nothingOfItIsKeptByCaches() {
        for (var path : List.of("/cabinet", "/cabinet/session", "/cabinet/session?with=password"))
            assertEquals("no-store", app.get(path).header("Cache-Control"), path);
    }

    @Test
    void theFirstAddressLeadsOn() {
        assertEquals("/cabinet/session?form=1", app.get("/cabinet?form=1").header("Location"));
        assertEquals("/cabinet/appointments", signedIn(newPhone()).get("/cabinet").header("Location"));
    }

    private static Answer tryPassword(String login, String password) {
        var visit = new CabinetClient(app);
        return visit.submit(visit.get("/cabinet/session?with=password"), "sign-in", Map.of("login", login, "password", password));
    }
}
