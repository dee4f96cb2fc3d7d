package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /cabinet/appointments} and {@code /cabinet/appointments/{location}/{appointment}}. */
class AppointmentsTest extends CabinetTest {
    @Test
    void tellsOfEachWhatThereIsToKnow() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var visit = signedIn(phone);
        var list = visit.get("/cabinet/appointments");
        var own = list.html().select(".visit");
        assertEquals(1, own.size());
        for (var told : new String[] {"2026", "Haircut", "Anna", "Linden Studio", "Liepų g. 12", "€45", "Booked", "Eastern European"})
            assertTrue(own.text().contains(told), told + " in " + own.text());
        assertEquals("Europe/Vilnius", own.select(".zone").attr("data-zone"));
        assertTrue(own.select(".map").attr("href").startsWith("https://www.openstreetmap.org/?mlat="), own.select(".map").attr("href"));
        assertEquals(booked.cabinetPage(), own.select("h3 a").attr("href"));
        assertTrue(list.linkTo("Book an appointment").startsWith("/forms/1"), "and the way to one more");

        var page = visit.get(booked.cabinetPage());
        assertEquals("Haircut", page.heading());
        for (var told : new String[] {"2026", "Haircut", "Anna", "Liepų g. 12", "€45", "Booked", "45 min"})
            assertTrue(page.text().contains(told), told + " in " + page.text());
    }

    @Test
    void whereItLeadsIsInTheSameLanguageAlsoWhereNothingIs() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var visit = signedIn(phone);
        visit.get("/cabinet/appointments?lang=ar");
        assertEquals("ar", visit.get("/cabinet/appointments/1/99999").html().select("html").attr("lang"));
        advance(Duration.ofDays(3));
        var later = signedIn(phone);
        var page = later.get(booked.cabinetPage() + "?lang=ar").html();
        assertTrue(page.select(".info a").attr("href").endsWith("?lang=ar"), page.select(".info a").attr("href"));
    }

    @Test
    void saysHowManySeatsOfAnEventItIs() {
        var phone = newPhone();
        var event = engine.get("/forms/1/events").html().select("a.choice").last().attr("href").replaceFirst(".*/", "");
        engine.submit(engine.get("/forms/1/details?event=" + event + "&seats=2"), "details", Map.of("name", "Vera", "phone", phone));
        var visit = signedIn(phone);
        var list = visit.get("/cabinet/appointments");
        assertEquals("Styling workshop × 2", list.html().select(".visit .services").text());
        var page = visit.get(list.html().select(".visit h3 a").attr("href"));
        assertEquals("Styling workshop × 2", page.heading());
        assertEquals("Styling workshop × 2 €70", page.html().select(".facts dd:has(.price)").first().text());
    }

    @Test
    void whatIsAheadComesFirstAndWhatWasLast() {
        var phone = newPhone();
        var past = book(phone, 0);
        var next = book(phone, 0, "&date=2026-12-01");
        var cancelled = book(phone, 0, "&date=2026-12-01");
        var later = book(phone, 0, "&date=2026-12-02");
        advance(Duration.ofDays(3));
        engine.post(cancelled.page() + "/cancellation", Map.of());
        var sections = signedIn(phone).get("/cabinet/appointments").html().select("section");
        assertEquals(java.util.List.of(next.cabinetPage(), later.cabinetPage()), sections.get(0).select("h3 a").eachAttr("href"));
        assertEquals(java.util.List.of(cancelled.cabinetPage(), past.cabinetPage()), sections.get(1).select("h3 a").eachAttr("href"));
        assertEquals("Cancelled", sections.get(1).select(".visit").first().select(".status").text());
        assertEquals("", sections.get(1).select(".visit").last().select(".status").text(), "nobody has said how it went");
    }

    @Test
    void aLongPastIsShownBitByBit() {
        var phone = newPhone();
        for (var i = 0; i < 12; i++) engine.post(book(phone, 0).page() + "/cancellation", Map.of());
        var visit = signedIn(phone);
        var first = visit.get("/cabinet/appointments");
        assertEquals(10, first.html().select(".visit").size());
        var all = visit.choose(first, "Show earlier");
        assertEquals(12, all.html().select(".visit").size());
        assertFalse(all.text().contains("Show earlier"));
        for (var odd : new String[] {"x", "-1", "99999999999"})
            assertEquals(10, visit.get("/cabinet/appointments?earlier=" + odd).html().select(".visit").size(), odd);
    }

    @Test
    void whoHasNoneIsLedToBook() {
        var page = signedIn(newPhone()).get("/cabinet/appointments");
        assertTrue(page.text().contains("no appointments ahead"));
        assertEquals(0, page.html().select(".visit").size());
    }

    @Test
    void theCalendarFileIsThatOfTheAppointment() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var visit = signedIn(phone);
        var file = visit.choose(visit.get(booked.cabinetPage()), "Add to calendar");
        assertEquals("text/calendar; charset=utf-8", file.header("Content-Type"));
        assertEquals("no-store", file.header("Cache-Control"));
        assertTrue(file.body().contains("UID:appointment-1-" + booked.id() + "@bookform"), file.body());
    }

    /** Foreign, unknown and impossible ones: the very same answer. */
    @Test
    void hidesOtherPeoplesAppointments() {
        var booked = book(newPhone(), 0);
        var stranger = signedIn(newPhone());
        var foreign = stranger.get(booked.cabinetPage());
        assertEquals(404, foreign.status());
        for (var path : new String[] {"/cabinet/appointments/1/99999999", "/cabinet/appointments/99/" + booked.id(),
                "/cabinet/appointments/1/x", "/cabinet/appointments/1/" + "9".repeat(30), "/cabinet/appointments/1/-1"}) {
            var answer = stranger.get(path);
            assertEquals(404, answer.status(), path);
            assertEquals(foreign.body(), answer.body(), path);
            assertEquals(404, stranger.get(path + "/calendar.ics").status(), path);
        }
        assertEquals(404, stranger.get(booked.cabinetPage() + "/calendar.ics").status());
        assertFalse(stranger.get("/cabinet/appointments").text().contains("Haircut"));
    }

    @Test
    void asksAStrangerToSignIn() {
        var booked = book(newPhone(), 0);
        assertEquals("/cabinet/session", app.get("/cabinet/appointments").header("Location"));
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fappointments%2F1%2F" + booked.id(),
                app.get(booked.cabinetPage()).header("Location"));
        assertEquals(app.get(booked.cabinetPage()).body(), app.get("/cabinet/appointments/1/99999999").body(),
                "says nothing of what there is");
    }

    @Test
    void nothingOfItIsKeptByCaches() {
        var phone = newPhone();
        var booked = book(phone, 0);
        var visit = signedIn(phone);
        for (var path : new String[] {"/cabinet/appointments", booked.cabinetPage(), "/cabinet/sessions"})
            assertEquals("no-store", visit.get(path).header("Cache-Control"), path);
    }

    @Test
    void takesNoForms() {
        var phone = newPhone();
        var booked = book(phone, 0);
        assertEquals(405, signedIn(phone).post("/cabinet/appointments", Map.of()).status());
        assertEquals(405, signedIn(newPhone()).post(booked.cabinetPage(), Map.of()).status());
    }
}
