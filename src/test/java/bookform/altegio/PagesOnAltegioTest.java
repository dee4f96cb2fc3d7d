package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.support.OtherServer;
import bookform.support.RunningApp;
import bookform.support.Wait;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The very same pages on somebody else's engine: one app is the business's Altegio account, the other one shows the pages. */
class PagesOnAltegioTest {
    private static RunningApp upstream;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        upstream = RunningApp.start();
        app = RunningApp.onAltegio(upstream.url());
    }

    @AfterAll
    static void stop() {
        app.close();
        upstream.close();
    }

    @Test
    void everyStepSaysTheSame() {
        var start = DemoLocation.HAIRCUT;
        for (var page : new String[] {"/forms/1", "/forms/1/services?service=" + start, "/forms/1/team-member?service=" + start,
                "/forms/1/time?service=" + start + "&teamMember=2", "/forms/1/time?service=" + start + "&teamMember=any&lang=de"}) {
            assertEquals(upstream.get(page).text(), app.get(page).text(), page);
        }
    }

    @Test
    void aVisitIsBookedAndCancelled() {
        var details = app.get(app.details(1, "service=1&teamMember=1"));
        var confirmation = app.follow(app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")));
        assertEquals("You are booked", confirmation.heading());
        assertTrue(confirmation.text().contains("Anna"), confirmation.text());
        assertTrue(confirmation.text().contains("+370 5 200 0112"), "not in the bare digits of the wire");
        assertEquals(200, upstream.get(confirmation.response().uri().getPath()).status(), "it is there");
        var cancelled = app.follow(app.choose(app.choose(confirmation, "Cancel"), "Cancel the appointment"));
        assertEquals("Your appointment is cancelled", cancelled.heading());
    }

    /** The original says how long a service takes for a certain person alone (altegio-api.md §3.1); the time chosen says it, too. */
    @Test
    void howLongItTakesTheTimeSays() {
        try (var server = new OtherServer(upstream.url()).says("\"seance_length\":null,\"abonement", "\"seance_length\":2700,\"abonement");
                var pages = RunningApp.onAltegio(server.url())) {
            var choices = "service=" + DemoLocation.HAIRCUT + "&teamMember=any";
            assertFalse(pages.get("/forms/1/team-member?" + choices).text().contains(" min"), "nobody knows yet");
            var total = pages.get(pages.details(1, choices)).html().select(".bar .total").text();
            assertTrue(total.matches(".*\\d min.*"), total);
        }
    }

    /** Nobody waits for the words: the first page has ours. */
    @Test
    void itsOwnWordsWin() {
        try (var server = new OtherServer(upstream.url()).says("When would you like to come?", "Choose a time");
                var pages = RunningApp.onAltegio(server.url())) {
            var time = "/forms/1/time?service=" + DemoLocation.HAIRCUT + "&teamMember=2";
            assertEquals("Choose a time", pages.get(time).heading());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                Wait.until(() -> pages.get(time).heading().equals("When would you like to come?"));
            });
            assertEquals("Termin wählen", pages.get(time + "&lang=de").heading());
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(404, app.get("/forms/99").status());
    }
}
