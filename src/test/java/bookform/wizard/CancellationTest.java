package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/visits/{appointment}/{hash}/cancellation}. The studio lets clients cancel until two hours before. */
class CancellationTest {
    private static final RunningApp app = RunningApp.start();

    private String visit;
    private Instant start;

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void book() {
        app.clock.set(RunningApp.MONDAY);
        var url = app.details(1, "service=1&teamMember=1");
        start = Instant.parse(url.replaceFirst(".*start=", "").replace("%3A", ":"));
        visit = app.submit(app.get(url), "details", Map.of("name", "Vera", "phone", "+37061234567")).header("Location");
    }

    @Test
    void asksBeforehand() {
        var before = app.booked();
        var page = app.choose(app.get(visit), "Cancel the appointment");
        assertEquals("Cancel this appointment?", page.heading());
        assertTrue(page.text().contains("Haircut"));
        assertEquals(before, app.booked(), "a GET changes nothing");
        assertEquals("You are booked", app.choose(page, "Keep it").heading());
    }

    @Test
    void cancelsTheAppointment() {
        var before = app.booked();
        var answer = app.choose(app.get(visit + "/cancellation"), "Cancel the appointment");
        assertEquals(303, answer.status());
        assertEquals(visit, answer.header("Location"));
        var page = app.follow(answer);
        assertEquals("Your appointment is cancelled", page.heading());
        assertEquals(visit + "/again", page.linkTo("Book again"));
        assertFalse(page.text().contains("Add to calendar"));
        assertEquals(before - 1, app.booked());
        assertTrue(app.get(visit + "/calendar.ics").body().contains("STATUS:CANCELLED"));
    }

    @Test
    void givesTheTimeBack() {
        var day = "/forms/1/time?service=1&teamMember=1&date=" + start.atZone(java.time.ZoneId.of("Europe/Vilnius")).toLocalDate();
        var url = "start=" + start.toString().replace(":", "%3A");
        assertTrue(app.get(day).times().eachAttr("href").stream().noneMatch(time -> time.contains(url)));
        app.post(visit + "/cancellation", Map.of());
        assertTrue(app.get(day).times().eachAttr("href").stream().anyMatch(time -> time.contains(url)));
    }

    @Test
    void ignoresASecondClick() {
        var before = app.booked();
        assertEquals(303, app.post(visit + "/cancellation", Map.of()).status());
        assertEquals(303, app.post(visit + "/cancellation", Map.of()).status());
        assertEquals(before - 1, app.booked());
        assertEquals(visit, app.get(visit + "/cancellation").header("Location"), "there is nothing to ask any more");
    }

    @Test
    void refusesWhenItIsTooLate() {
        app.clock.set(start.minusSeconds(2 * 3600 - 1).toString());
        var before = app.booked();
        var answer = app.post(visit + "/cancellation", Map.of());
        assertEquals(409, answer.status());
        assertEquals("It is too late to cancel online. Please call us: +370 5 200 0112", answer.notice());
        assertEquals(before, app.booked());
        var page = app.get(visit);
        assertTrue(page.text().contains("To change or cancel, please call us. +370 5 200 0112"), page.text());
        assertFalse(page.html().select("a").eachAttr("href").stream().anyMatch(url -> url.contains("cancellation")));
        assertEquals(visit, app.get(visit + "/cancellation").header("Location"));
    }

    @Test
    void stillCancelsInTheLastSecond() {
        app.clock.set(start.minusSeconds(2 * 3600).toString());
        assertEquals(303, app.post(visit + "/cancellation", Map.of()).status());
        assertEquals("Your appointment is cancelled", app.get(visit).heading());
    }

    /** What the page offers is what the button does, in the last second too. */
    @Test
    void offersCancellingAsLongAsItWorks() {
        app.clock.set(start.minusSeconds(2 * 3600).toString());
        assertTrue(app.get(visit).text().contains("Cancel the appointment"), app.get(visit).text());
    }

    @Test
    void hidesOtherPeoplesAppointments() {
        var before = app.booked();
        assertEquals(404, app.post(visit.substring(0, visit.length() - 1) + "/cancellation", Map.of()).status());
        assertEquals(404, app.get("/forms/1/visits/1/x/cancellation").status());
        assertEquals(before, app.booked());
    }

    @Test
    void anotherSiteCancelsNothing() {
        var before = app.booked();
        assertEquals(403, app.post(visit + "/cancellation", Map.of(), "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403, app.post(visit + "/cancellation", Map.of(), "Origin", "null").status());
        assertEquals(before, app.booked());
    }
}
