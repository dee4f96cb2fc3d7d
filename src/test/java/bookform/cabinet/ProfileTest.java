package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/profile}. */
class ProfileTest extends CabinetTest {
    private static final String PASSWORD = "seven linden trees";

    @Test
    void savesNameAndAddress() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/profile");
        assertEquals("Your details", page.heading());
        var saved = visit.follow(visit.submit(page, "details", Map.of("name", " Vera\u202E  Kārkliņa ", "email", " vera@example.com ")));
        assertEquals("Your details are saved.", saved.html().select(".info[role=status]").text());
        assertEquals("Vera Kārkliņa", saved.field("name"));
        assertEquals(backend == Backend.ALTEGIO ? "vera@example.com" : "", saved.field("email"), "ours has to be confirmed first");
        assertEquals("", visit.get("/cabinet/profile").html().select(".info[role=status]").text(), "said once");
        advance(Duration.ofMinutes(20));
        assertEquals("Vera Kārkliņa", signedIn(phone).get("/cabinet/profile").field("name"), "on every device");
    }

    @Test
    void theAddressCanBeTakenAway() {
        assumeTrue(backend == Backend.ALTEGIO); // ours has a form of its own: OwnDataTest
        var visit = signedIn(newPhone());
        visit.post("/cabinet/profile", Map.of("name", "Vera", "email", "vera@example.com"));
        assertEquals("vera@example.com", visit.get("/cabinet/profile").field("email"));
        visit.post("/cabinet/profile", Map.of("name", "Vera", "email", ""));
        assertEquals("", visit.get("/cabinet/profile").field("email"));
    }

    @Test
    void whatIsWrongComesBackAsTyped() {
        var visit = signedIn(newPhone());
        var page = visit.get("/cabinet/profile");
        var wrong = visit.submit(page, "details", Map.of("name", " ", "email", "vera@"));
        assertEquals(422, wrong.status());
        assertEquals("Please tell us your name.", wrong.html().select("#name-error").text());
        assertEquals("This e-mail address is not complete.", wrong.html().select("#email-error").text());
        assertEquals("vera@", wrong.field("email"));
        assertEquals("name", wrong.html().select("[autofocus]").attr("name"));
        var tooLong = visit.submit(page, "details", Map.of("name", "V".repeat(101), "email", ""));
        assertEquals("Please shorten your name.", tooLong.html().select("#name-error").text());
        assertEquals("V".repeat(101), tooLong.field("name"));
        assertEquals("", visit.get("/cabinet/profile").field("email"), "nothing was saved");
    }

    @Test
    void whoWasSignedOutFindsWhatTheyTyped() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/profile");
        signOutElsewhere(phone);
        var asked = visit.submit(page, "details", Map.of("name", "Vera", "email", "vera@example.com"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile", asked.header("Location"));
        var back = signInAgain(visit, asked.header("Location"), phone);
        assertEquals("Vera", back.field("name"));
        assertEquals("vera@example.com", back.field("email"));
        assertTrue(back.notice().contains("press the button again"), back.text());
        assertEquals("", visit.get("/cabinet/profile").field("name"), "it was not saved");
    }

    @Test
    void setsTheFirstPasswordAndSignsEveryOtherDeviceOut() {
        var phone = newPhone();
        var other = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        var before = visit.cookie("__Host-session");
        var page = visit.get("/cabinet/profile");
        if (backend == Backend.EMBEDDED) assertTrue(page.text().contains("You have no password yet"), page.text());
        else assertTrue(page.html().select("#current_password-hint").text().contains("Leave this empty"), "Altegio does not say");
        assertEquals("new-password", page.html().select("#new_password").attr("autocomplete"));
        var saved = visit.follow(visit.submit(page, "password", Map.of("new_password", PASSWORD)));
        assertEquals("Your password is saved. All your other devices are signed out.",
                saved.html().select(".info[role=status]").text());
        assertEquals(200, visit.get("/cabinet/appointments").status(), "this one stays");
        assertEquals(303, other.get("/cabinet/appointments").status());
        var thief = new CabinetClient(app);
        thief.set("__Host-session", before);
        assertEquals(303, thief.get("/cabinet/appointments").status(), "the token before is dead");
        assertEquals("My appointments", signInByPassword(phone, PASSWORD).heading());
    }

    @Test
    void changesThePassword() {
        var phone = newPhone();
        givePassword(phone, PASSWORD);
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/profile");
        assertEquals("current-password", page.html().select("#current_password").attr("autocomplete"));
        var next = "nine maple trees";
        assertEquals("/cabinet/profile?done=password",
                visit.submit(page, "password", Map.of("current_password", PASSWORD, "new_password", next)).header("Location"));
        assertEquals(422, signInByPassword(phone, PASSWORD).status());
        assertEquals("My appointments", signInByPassword(phone, next).heading());
    }

    @Test
    void aPasswordThatIsNotTakenIsToldByItsField() {
        var phone = newPhone();
        givePassword(phone, PASSWORD);
        var visit = signedIn(phone);
        var refused = Map.of("short", "Please choose a password of 8 to 128 characters.", "x".repeat(129),
                "Please choose a password of 8 to 128 characters.", "password1",
                "This password is too easy to guess. Please choose another one.", phone,
                "This password is too easy to guess. Please choose another one.");
        refused.forEach((next, message) -> {
            var answer = visit.post("/cabinet/profile/password", Map.of("current_password", PASSWORD, "new_password", next));
            assertEquals(422, answer.status(), next);
            assertEquals(message, answer.html().select("#new_password-error").text(), next);
            assertFalse(answer.html().select("[type=password]").stream().anyMatch(field -> !field.val().isEmpty()), "typed anew");
        });
        var wrong = visit.post("/cabinet/profile/password", Map.of("current_password", "not this one", "new_password", "nine maple trees"));
        assertEquals(422, wrong.status());
        assertEquals("Your present password is not right.", wrong.html().select("#current_password-error").text());
        assertEquals("current_password", wrong.html().select("[autofocus]").attr("name"));
        assertEquals("My appointments", signInByPassword(phone, PASSWORD).heading(), "it is still the same");
    }

    @Test
    void whoTriesPasswordsTooOftenIsToldToWait() {
        var phone = newPhone();
        givePassword(phone, PASSWORD);
        var visit = signedIn(phone);
        var last = tryPassword(visit, 0);
        for (var i = 1; i < 12 && last.status() == 422; i++) last = tryPassword(visit, i);
        assertEquals(429, last.status());
        assertEquals("That was tried too often. Please wait a while.", last.html().select("#current_password-error").text());
        assertEquals(200, visit.get("/cabinet/appointments").status(), "and stays signed in");
    }

    /** What is secret does not travel in a cookie: the page comes back with nothing typed. */
    @Test
    void whoWasSignedOutTypesPasswordsAnew() {
        var phone = newPhone();
        var visit = signedIn(phone);
        signOutElsewhere(phone);
        var asked = visit.post("/cabinet/profile/password", Map.of("new_password", PASSWORD));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile", asked.header("Location"));
        assertNull(visit.cookie("__Host-typed"));
        assertEquals("Your details", signInAgain(visit, asked.header("Location"), phone).heading());
    }

    @Test
    void changesThePhoneAndTellsTheOldOne() {
        var phone = newPhone();
        var other = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        var next = newPhone();
        var code = visit.follow(visit.submit(visit.get("/cabinet/profile"), "phone-form", Map.of("phone", next.replace("+370", "0"))));
        assertEquals(200, code.status(), code.text());
        assertEquals(next, code.html().select(".lead bdi").text().replace(" ", ""), "shown back as it was read");
        assertEquals(phone, visit.get("/cabinet/profile").html().select("h2 bdi").text().replace(" ", ""), "not yet");
        var changed = visit.follow(visit.submit(code, "code-form", Map.of("code", engine.code(next))));
        assertEquals("Your phone number is changed. All your other devices are signed out.",
                changed.html().select(".info[role=status]").text());
        assertEquals(next, changed.html().select("h2 bdi").text().replace(" ", ""));
        assertEquals(303, other.get("/cabinet/appointments").status());
        var told = engine.get("/demo/messages").html().select(".card").stream()
                .filter(card -> card.select("bdi").text().equals(phone)).findFirst().orElseThrow().text();
        assertTrue(told.contains(next.substring(next.length() - 2)) && !told.contains(next), told);
        advance(Duration.ofMinutes(20));
        assertEquals(next, signedIn(next).get("/cabinet/profile").html().select("h2 bdi").text().replace(" ", ""));
    }

    @Test
    void aWrongCodeChangesNothing() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var next = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/profile"), "phone-form", Map.of("phone", next)));
        var code = engine.code(next);
        var wrong = visit.submit(page, "code-form", Map.of("code", code.equals("000000") ? "000001" : "000000"));
        assertEquals(422, wrong.status());
        assertTrue(wrong.html().select("#code-error").text().startsWith("This code is not right"), wrong.text());
        assertEquals("Please enter the code.",
                visit.submit(wrong, "code-form", Map.of("code", " ")).html().select("#code-error").text());
        assertEquals(phone, visit.get("/cabinet/profile").html().select("h2 bdi").text().replace(" ", ""));
        assertEquals(303, visit.submit(wrong, "code-form", Map.of("code", code)).status(), "the control");
    }

    /** Else whoever can read one message of a phone could make it theirs. */
    @Test
    void aCodeOfSomebodyElseOrForSomethingElseIsNoGood() {
        var next = newPhone();
        var gleb = signedIn(newPhone());
        var visit = signedIn(newPhone());
        gleb.post("/cabinet/profile/phone-confirmations", Map.of("phone", next));
        var code = Map.of("phone", next, "code", engine.code(next));
        assertEquals(422, visit.post("/cabinet/profile/phone", code).status());
        assertEquals(422, new CabinetClient(app).post("/cabinet/session", code).status());
        assertEquals(303, gleb.post("/cabinet/profile/phone", code).status(), "the control");
    }

    @Test
    void aPhoneThatIsNoneComesBackAsTyped() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/profile");
        for (var typed : Map.of("", "Please tell us", "12", "Please check this phone number", "+1 202 555 0143", "We cannot send", phone,
                "This is your number already").entrySet()) {
            var answer = visit.submit(page, "phone-form", Map.of("phone", typed.getKey()));
            assertEquals(422, answer.status(), typed.getKey());
            assertEquals(typed.getKey(), answer.field("phone"));
            assertTrue(answer.html().select("#phone-error").text().startsWith(typed.getValue()), answer.text());
        }
    }

    @Test
    void aSecondCodeHasToWait() {
        var visit = signedIn(newPhone());
        var next = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/profile"), "phone-form", Map.of("phone", next)));
        var code = engine.code(next);
        var again = visit.choose(page, "Send the code again");
        assertEquals(429, again.status());
        assertTrue(again.notice().contains("We have just sent you a code"), again.text());
        assertEquals(303, visit.submit(again, "code-form", Map.of("code", code)).status(), "the first is still good");
    }

    /** Telephones forget a page while their owner reads the message. */
    @Test
    void thePageThatTakesTheCodeCanBeLoadedAnew() {
        var visit = signedIn(newPhone());
        var next = newPhone();
        var address = visit.submit(visit.get("/cabinet/profile"), "phone-form", Map.of("phone", next)).header("Location");
        assertFalse(address.contains(next.substring(4)), address);
        var code = engine.code(next);
        advance(Duration.ofSeconds(10));
        var page = visit.get(address);
        assertEquals("You can ask for another code in 20 seconds.", page.html().select("#again").text());
        assertEquals(code, engine.code(next), "no other was sent");
        assertEquals("Code eingeben", visit.get(page.html().expectFirst("a[hreflang=de]").attr("href")).heading(), "in any language");
        visit.get(page.html().expectFirst("a[hreflang=en]").attr("href"));

        var other = signedIn(newPhone());
        assertEquals("/cabinet/profile", other.get(address).header("Location"), "nobody else's");
        assertEquals("/cabinet/profile", other.get(address.replace("/phone-", "/email-")).header("Location"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile", app.get(address).header("Location"));

        assertEquals(303, visit.submit(page, "code-form", Map.of("code", code)).status());
        assertEquals("/cabinet/profile", visit.get(address).header("Location"), "back, once it is theirs");
        advance(Duration.ofMinutes(20));
    }

    @Test
    void whoWasSignedOutWithACodeInHandFindsThePhoneTyped() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var next = newPhone();
        var page = visit.follow(visit.submit(visit.get("/cabinet/profile"), "phone-form", Map.of("phone", next)));
        var code = engine.code(next);
        signOutElsewhere(phone);
        var asked = visit.submit(page, "code-form", Map.of("code", code));
        assertEquals(next, signInAgain(visit, asked.header("Location"), phone).field("phone"));
    }

    @Test
    void aReloadOfWhatOnlyTakesFormsLeadsBack() {
        for (var path : List.of("/password", "/phone"))
            assertEquals("/cabinet/profile", app.get("/cabinet/profile" + path).header("Location"));
    }

    @Test
    void takesFormsOfItsOwnPagesAlone() {
        var visit = signedIn(newPhone());
        var fields = Map.of("name", "Gleb", "email", "");
        assertEquals(403, visit.post("/cabinet/profile", fields, "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403,
                visit.post("/cabinet/profile/password", Map.of("new_password", PASSWORD), "Sec-Fetch-Site", "cross-site").status());
        for (var path : List.of("/phone", "/phone-confirmations"))
            assertEquals(403,
                    visit.post("/cabinet/profile" + path, Map.of("phone", newPhone(), "code", "1"), "Sec-Fetch-Site", "cross-site")
                            .status());
        assertEquals(403, visit.post("/cabinet/profile", fields, "Origin", "https://e.example").status());
        assertEquals(405, app.send(app.request("/cabinet/profile", "Origin", app.url()).DELETE()).status());
        assertEquals("", visit.get("/cabinet/profile").field("name"));
    }

    @Test
    void asksAStrangerToSignIn() {
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile", app.get("/cabinet/profile").header("Location"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile",
                app.post("/cabinet/profile", Map.of("name", "Gleb")).header("Location"));
    }

    @Test
    void nothingOfItIsKeptByCaches() {
        assertEquals("no-store", signedIn(newPhone()).get("/cabinet/profile").header("Cache-Control"));
    }

    private static Answer tryPassword(CabinetClient visit, int n) {
        return visit.post("/cabinet/profile/password", Map.of("current_password", "wrong " + n, "new_password", "nine maple trees"));
    }

    private static Answer signInByPassword(String phone, String password) {
        var visit = new CabinetClient(app);
        var page = visit.get("/cabinet/session?form=1&with=password");
        return visit.follow(visit.submit(page, "sign-in", Map.of("login", phone, "password", password)));
    }

    /** The client signs out everywhere, on another device. */
    private static void signOutElsewhere(String phone) {
        advance(Duration.ofMinutes(20));
        signedIn(phone).post("/cabinet/sessions/ending", Map.of());
        advance(Duration.ofMinutes(20));
    }

    private static Answer signInAgain(CabinetClient visit, String address, String phone) {
        var code = visit.follow(visit.submit(visit.get(address), "sign-in", Map.of("phone", phone)));
        return visit.follow(visit.submit(code, "code-form", Map.of("code", engine.code(phone))));
    }
}
