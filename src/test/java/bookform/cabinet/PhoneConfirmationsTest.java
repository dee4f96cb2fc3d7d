package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /cabinet/phone-confirmations}. */
class PhoneConfirmationsTest extends CabinetTest {
    @Test
    void sendsACodeToThePhoneAsTheLocationReadsItAndShowsItBack() {
        var phone = newPhone();
        var page = send(phone.replace("+370", "0"));
        assertEquals(200, page.status());
        assertTrue(engine.code(phone).matches("[0-9]{6}"));
        assertEquals(phone, page.html().select(".lead bdi").text().replace(" ", ""));
        assertEquals("one-time-code", page.html().select("#code").attr("autocomplete"));
    }

    @Test
    void aNumberThatIsNoneIsAskedForAgain() {
        for (var typed : List.of("", "12", "call me", "+370 900 12345")) {
            var page = send(typed);
            assertEquals(422, page.status(), typed);
            assertEquals(typed, page.field("phone"));
            assertFalse(page.html().select("#phone-error").isEmpty(), typed);
        }
    }

    @Test
    void aCountryThatNobodySendsToIsToldSo() {
        var page = send("+1 202 555 0143");
        assertEquals(422, page.status());
        assertTrue(page.html().select("#phone-error").text().startsWith("We cannot send"), page.text());
    }

    @Test
    void aSecondClickFindsThePageThatTakesTheCode() {
        var phone = newPhone();
        var page = send(phone);
        var code = engine.code(phone);
        var again = app.choose(page, "Send the code again");
        assertEquals(429, again.status());
        assertTrue(again.notice().contains("We have just sent you a code"), again.text());
        assertEquals("You can ask for another code in 30 seconds.", again.html().select("#again").text());
        assertEquals(code, engine.code(phone), "none was sent");
        advance(Duration.ofSeconds(31));
        assertEquals(200, shown(app.choose(page, "Send the code again")).status(), "later it is fine");
    }

    /** Reliability.md G7. */
    @Test
    void readsTheSameForKnownAndUnknownPeople() {
        var known = newPhone();
        book(known, 0);
        signedIn(known);
        advance(Duration.ofDays(1)); // the wait for the next code tells of those before, whoever's the phone is
        var unknown = newPhone();
        var toKnown = send(known);
        var toUnknown = send(unknown);
        var sealed = "sent=[^&\"]+";
        assertEquals(toKnown.body().replace(known, "").replaceAll(sealed, ""),
                toUnknown.body().replace(spaced(unknown), spaced(known)).replace(unknown, "").replaceAll(sealed, ""));
        assertEquals(toKnown.response().headers().map().keySet(), toUnknown.response().headers().map().keySet());
    }

    @Test
    void whoComesFromNowhereCanStillSignIn() {
        var page = app.get("/cabinet/session");
        if (backend == Backend.EMBEDDED) {
            assertEquals("+370 612 34567", page.html().select("#phone").attr("placeholder"), "there is one location");
        } else {
            assertTrue(page.text().contains("come here by the link"), page.text());
            assertEquals(409, app.post("/cabinet/phone-confirmations", Map.of("phone", newPhone())).status());
        }
        assertEquals("/cabinet/session?with=password", page.linkTo("Sign in with a password"));
    }

    @Test
    void theLastFormIsRemembered() {
        var visit = new CabinetClient(app);
        visit.get("/cabinet/session?form=1");
        assertEquals("1.", visit.cookie("__Host-visit"));
        assertEquals(1, visit.get("/cabinet/session").html().select("#phone").size());
        visit.get("/cabinet/session?lang=de");
        assertEquals("1.de", visit.cookie("__Host-visit"));
        assertEquals("de", visit.get("/cabinet/session").html().select("html").attr("lang"));
        visit.get("/cabinet/session?form=99&lang=xx");
        assertEquals("1.de", visit.cookie("__Host-visit"), "what is not there is not remembered");
    }

    /** Telephones forget a page while their owner reads the message. */
    @Test
    void thePageThatTakesTheCodeCanBeLoadedAnew() {
        var phone = newPhone();
        var address = app.post("/cabinet/phone-confirmations", Map.of("phone", phone, "form", "1", "next", "/cabinet/profile"))
                .header("Location");
        assertFalse(address.contains(phone.substring(4)), address);
        var code = engine.code(phone);
        advance(Duration.ofSeconds(10));
        var page = app.get(address);
        assertEquals(app.get(address).text(), page.text());
        assertEquals("You can ask for another code in 20 seconds.", page.html().select("#again").text());
        assertEquals(code, engine.code(phone), "no other was sent");
        assertEquals("Code eingeben", app.get(page.html().expectFirst("a[hreflang=de]").attr("href")).heading(),
                "in any language");

        var visit = new CabinetClient(app);
        var signedIn = visit.follow(visit.submit(page, "code-form", Map.of("code", code)));
        assertEquals("Your details", signedIn.heading());
        assertEquals("Your details", visit.follow(visit.get(address)).heading(), "back, once they are in");
    }

    @Test
    void whatIsNotOursOrTooOldLeadsBack() {
        assertEquals("/cabinet/session", app.get("/cabinet/phone-confirmations").header("Location"));
        var address = app.post("/cabinet/phone-confirmations", Map.of("phone", newPhone(), "form", "1")).header("Location");
        for (var other : List.of(address.replace("sent=", "sent=x"), "/cabinet/phone-confirmations?sent=",
                "/cabinet/phone-confirmations?sent=%00"))
            assertEquals("/cabinet/session", app.get(other).header("Location"), other);
        advance(Duration.ofMinutes(5).minusSeconds(1));
        assertEquals(200, app.get(address).status());
        advance(Duration.ofSeconds(1));
        assertEquals("/cabinet/session", app.get(address).header("Location"));
    }

    private static bookform.support.RunningApp.Answer send(String phone) {
        return shown(app.post("/cabinet/phone-confirmations", Map.of("phone", phone, "form", "1")));
    }

    private static bookform.support.RunningApp.Answer shown(bookform.support.RunningApp.Answer answer) {
        return answer.status() == 303 ? app.follow(answer) : answer;
    }

    private static String spaced(String phone) {
        return phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7);
    }
}
