package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.CabinetClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/sessions}, and every way out. */
class DevicesTest extends CabinetTest {
    @Test
    void listsWhereTheClientIsSignedIn() {
        var phone = newPhone();
        signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        signedIn(newPhone());
        var page = visit.get("/cabinet/sessions");
        assertEquals("Where you are signed in", page.heading());
        if (backend == Backend.EMBEDDED) assertEquals(2, page.html().select(".devices li").size(), "nobody else's");
        else assertTrue(page.text().contains("does not tell"), page.text());
    }

    @Test
    void endsOneElsewhere() {
        assumeTrue(backend == Backend.EMBEDDED, "Altegio tells of none");
        var phone = newPhone();
        var other = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        var page = visit.get("/cabinet/sessions");
        var ending = page.html().select(".devices li:not(:contains(This device)) form").attr("action");
        assertEquals("/cabinet/sessions", visit.post(ending, Map.of()).header("Location"));
        assertEquals(303, other.get("/cabinet/appointments").status());
        assertEquals(200, visit.get("/cabinet/appointments").status());
        assertEquals("/cabinet/sessions", visit.post(ending, Map.of()).header("Location"), "a second click");
    }

    @Test
    void endsNobodyElses() {
        var stranger = signedIn(newPhone());
        var visit = signedIn(newPhone());
        for (var number : new String[] {"1", "2", "3", "999999"}) visit.post("/cabinet/sessions/" + number + "/ending", Map.of());
        assertEquals(200, stranger.get("/cabinet/appointments").status());
        assertEquals(404, signedIn(newPhone()).post("/cabinet/sessions/x/ending", Map.of()).status());
    }

    @Test
    void signsOutHere() {
        var phone = newPhone();
        var other = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        var stolen = visit.cookie("__Host-session");
        assertEquals("/cabinet/session", visit.choose(visit.get("/cabinet/appointments"), "Sign out").header("Location"));
        assertEquals(null, visit.cookie("__Host-session"));
        var thief = new CabinetClient(app);
        thief.set("__Host-session", stolen);
        assertEquals(303, thief.get("/cabinet/appointments").status(), "the token is dead, not only forgotten");
        assertEquals(200, other.get("/cabinet/appointments").status());
        assertEquals(303, visit.post("/cabinet/session/ending", Map.of()).status(), "a second click");
    }

    @Test
    void signsOutEverywhere() {
        var phone = newPhone();
        var other = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var visit = signedIn(phone);
        assertEquals("/cabinet/session", visit.choose(visit.get("/cabinet/sessions"), "Sign out everywhere").header("Location"));
        assertEquals(303, other.get("/cabinet/appointments").status());
        assertEquals(303, visit.get("/cabinet/appointments").status());
    }

    @Test
    void asksAStrangerToSignIn() {
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fsessions", app.get("/cabinet/sessions").header("Location"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fsessions", app.post("/cabinet/sessions/ending", Map.of()).header("Location"));
    }

    @Test
    void nothingEndsOnAGet() {
        var visit = signedIn(newPhone());
        for (var path : new String[] {"/cabinet/session/ending", "/cabinet/sessions/ending", "/cabinet/sessions/1/ending"})
            assertEquals(405, visit.get(path).status(), path);
        assertEquals(200, visit.get("/cabinet/appointments").status());
    }
}
