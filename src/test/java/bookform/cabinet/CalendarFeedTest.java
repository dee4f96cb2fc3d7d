package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/calendar} and the address that it makes. */
class CalendarFeedTest extends CabinetTest {
    @Test
    void showsAllAppointmentsToWhoeverHasTheAddress() {
        offered();
        var phone = newPhone();
        var kept = book(phone, 0);
        var cancelled = book(phone, 3);
        engine.post(cancelled.page() + "/cancellation", Map.of());
        book(newPhone(), 5);
        var visit = signedIn(phone);
        var address = make(visit);
        var feed = app.get(address);
        assertEquals(200, feed.status());
        assertEquals("text/calendar; charset=utf-8", feed.header("Content-Type"));
        assertEquals("no-store", feed.header("Cache-Control"));
        assertEquals(List.of("appointment-1-" + cancelled.id(), "appointment-1-" + kept.id()), feed.body().lines()
                .filter(line -> line.startsWith("UID:")).map(line -> line.replaceAll("UID:|@.*", ""))
                .sorted(java.util.Comparator.reverseOrder()).toList());
        assertTrue(feed.body().contains("STATUS:CANCELLED"));
        assertTrue(feed.body().contains("X-WR-CALNAME:My appointments"));
        var later = book(phone, 4);
        assertTrue(app.get(address).body().contains("appointment-1-" + later.id() + "@"), "it follows what is booked");
    }

    @Test
    void theAddressIsShownOnceAndNotKept() {
        offered();
        var visit = signedIn(newPhone());
        var address = make(visit);
        var secret = address.split("/")[5];
        assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), secret);
        assertFalse(visit.get("/cabinet/calendar").body().contains(secret));
        assertTrue(visit.get("/cabinet/calendar").text().contains("You have a calendar address"));
    }

    @Test
    void aNewAddressEndsTheOldOne() {
        offered();
        var visit = signedIn(newPhone());
        var old = make(visit);
        var fresh = make(visit);
        assertNotEquals(old, fresh);
        assertEquals(404, app.get(old).status());
        assertEquals(200, app.get(fresh).status());
    }

    @Test
    void canBeTurnedOff() {
        offered();
        var visit = signedIn(newPhone());
        var address = make(visit);
        assertEquals("/cabinet/calendar", visit.choose(visit.get("/cabinet/calendar"), "Turn it off").header("Location"));
        assertEquals(404, app.get(address).status());
        assertEquals(303, visit.post("/cabinet/calendar/ending", Map.of()).status(), "a second click");
    }

    /** Signing out is about browsers; the calendar goes on. */
    @Test
    void outlivesTheSession() {
        offered();
        var visit = signedIn(newPhone());
        var address = make(visit);
        visit.post("/cabinet/sessions/ending", Map.of());
        assertEquals(200, app.get(address).status());
    }

    @Test
    void aSecretThatIsNobodysLooksLikeNothing() {
        for (var secret : List.of("x", "A".repeat(43), "null", "'"))
            assertEquals(404, app.get("/cabinet/calendar/" + secret.replace("'", "%27") + "/appointments.ics").status(), secret);
    }

    @Test
    void isNotThereWhereNoClientsAreKept() {
        assumeTrue(backend == Backend.ALTEGIO);
        var visit = signedIn(newPhone());
        assertEquals(404, visit.get("/cabinet/calendar").status());
        assertEquals(404, visit.post("/cabinet/calendar", Map.of()).status());
        assertFalse(visit.get("/cabinet/appointments").text().contains("calendar"));
    }

    @Test
    void asksAStrangerToSignIn() {
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fcalendar", app.get("/cabinet/calendar").header("Location"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fcalendar", app.post("/cabinet/calendar", Map.of()).header("Location"));
    }

    private void offered() {
        assumeTrue(backend == Backend.EMBEDDED, "on Altegio we keep no clients");
    }

    private static String make(CabinetClient visit) {
        Answer page = visit.post("/cabinet/calendar", Map.of());
        assertEquals(200, page.status());
        var address = page.html().select("#address").val();
        assertEquals(address.replaceFirst("^http", "webcal"), page.linkTo("Open in the calendar"));
        return address;
    }
}
