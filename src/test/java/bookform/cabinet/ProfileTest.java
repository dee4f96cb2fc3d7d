package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/profile}. */
class ProfileTest extends CabinetTest {
    @Test
    void savesNameAndAddress() {
        var phone = newPhone();
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/profile");
        assertEquals("Your details", page.heading());
        var saved = visit.follow(visit.submit(page, "details", Map.of("name", " Vera\u202E  Kārkliņa ", "email", " vera@example.com ")));
        assertEquals("Your details are saved.", saved.html().select(".info[role=status]").text());
        assertEquals("Vera Kārkliņa", saved.field("name"));
        assertEquals("vera@example.com", saved.field("email"));
        assertEquals("", visit.get("/cabinet/profile").html().select(".info[role=status]").text(), "said once");
        advance(Duration.ofMinutes(20));
        assertEquals("Vera Kārkliņa", signedIn(phone).get("/cabinet/profile").field("name"), "on every device");
    }

    @Test
    void theAddressCanBeTakenAway() {
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
    void takesFormsOfItsOwnPagesAlone() {
        var visit = signedIn(newPhone());
        var fields = Map.of("name", "Gleb", "email", "");
        assertEquals(403, visit.post("/cabinet/profile", fields, "Sec-Fetch-Site", "cross-site").status());
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

    /** The client signs out everywhere, on another device. */
    private static void signOutElsewhere(String phone) {
        advance(Duration.ofMinutes(20));
        signedIn(phone).post("/cabinet/sessions/ending", Map.of());
        advance(Duration.ofMinutes(20));
    }

    private static Answer signInAgain(Visit visit, String address, String phone) {
        var code = visit.submit(visit.get(address), "sign-in", Map.of("phone", phone));
        return visit.follow(visit.submit(code, "code-form", Map.of("code", engine.code(phone))));
    }
}
