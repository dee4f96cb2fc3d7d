package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Altegio does not answer: the page says so, with what is known and ways on, and nobody is signed out by it. */
class UnavailableTest {
    @Test
    void saysSoAndLetsNobodyOut() {
        var engine = RunningApp.start();
        try (var app = RunningApp.onAltegio(engine.url())) {
            var visit = new CabinetClient(app);
            visit.signIn("+37061234567", engine::code);
            engine.close();
            var page = visit.get("/cabinet/appointments");
            assertEquals(503, page.status());
            assertEquals("10", page.header("Retry-After"));
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals("We cannot show this right now", page.heading());
            assertTrue(page.text().contains("Linden Studio") && page.text().contains("Your appointments are safe"), page.text());
            assertEquals("+370 5 200 0112", page.html().select("a[href^=tel]").text(), "what is known is shown");
            assertEquals("/cabinet/appointments", page.linkTo("Try again"));
            for (var path : List.of("/cabinet/appointments/1/1", "/cabinet/appointments/1/1/time", "/cabinet/appointments/1/1/cancellation",
                    "/cabinet/profile", "/cabinet/profile/data", "/cabinet/profile/erasure", "/cabinet/sessions")) {
                var other = visit.get(path);
                assertEquals(503, other.status(), path);
                assertEquals(page.heading(), other.heading(), path);
                assertEquals(path, other.linkTo("Try again"));
            }
            for (var path : List.of("/cabinet/appointments/1/1/cancellation", "/cabinet/profile"))
                assertEquals("/cabinet/appointments", visit.post(path, Map.of("name", "Vera")).linkTo("Try again"),
                        "nothing is sent twice");
            var cards = visit.get("/cabinet/loyalty");
            assertEquals(200, cards.status());
            assertTrue(cards.notice().startsWith("We cannot ask for all of your cards"), cards.text());
            assertNotNull(visit.cookie("__Host-session"));
            assertEquals(503, visit.post("/cabinet/session/ending", Map.of()).status());
            assertNotNull(visit.cookie("__Host-session"), "who is not signed out over there is not told so");
            assertEquals(200, app.get("/cabinet/session?with=password").status(), "a page that asks nothing is there");
        }
    }
}
