package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingForm;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/visits/{appointment}/{hash}} and its {@code calendar.ics}. */
class ConfirmationTest {
    private static final RunningApp app = RunningApp.start();
    private static final String VISIT = book("Vera");
    private static final String OTHER = book("Gleb");

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void saysWhatWasBooked() {
        var page = app.get(VISIT);
        assertEquals(200, page.status());
        assertEquals("You are booked", page.heading());
        var facts = page.html().select(".facts").text();
        for (var part : List.of("Haircut", "Anna", "€45", "45 min", "Linden Studio", "Liepų g. 12", "+370 5 200 0112",
                "Eastern European Time")) {
            assertTrue(facts.contains(part), part + " in " + facts);
        }
        assertEquals("tel:+37052000112", page.html().expectFirst("a[href^=tel:]").attr("href"));
    }

    @Test
    void leadsToTheCalendarTheCancellationAndTheNextBooking() {
        var page = app.get(VISIT + "?lang=en");
        assertEquals(VISIT + "/calendar.ics?lang=en", page.linkTo("Add to calendar"));
        assertEquals(VISIT + "/cancellation?lang=en", page.linkTo("Cancel the appointment"));
        assertEquals("/forms/1?lang=en", page.linkTo("Book another visit"));
    }

    @Test
    void isInTheClientsLanguage() {
        assertEquals("uk", app.get(VISIT + "?lang=uk").html().expectFirst("html").attr("lang"));
        assertEquals("de", app.get(VISIT, "Accept-Language", "de").html().expectFirst("html").attr("lang"));
    }

    @Test
    void isKeptByNobody() {
        for (var path : List.of(VISIT, VISIT + "/calendar.ics", VISIT + "/cancellation", VISIT + "x"))
            assertEquals("no-store", app.get(path).header("Cache-Control"), path);
    }

    @Test
    void saysNothingOfTheClient() {
        var page = app.get(VISIT);
        assertFalse(page.body().contains("Vera"));
        assertFalse(page.body().contains("61234567"));
    }

    @Test
    void whatIsNotTheHoldersIsNotThere() {
        var id = VISIT.split("/")[4];
        var hash = VISIT.split("/")[5];
        var otherHash = OTHER.split("/")[5];
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var location = setup.location();
        var second = new bookform.booking.Location(2, "Second", location.address(), location.city(), location.phone(), location.zone(),
                location.country(),
                location.currency(),
                location.coordinates(), location.description(), location.logo(), location.cancellation(), location.email(),
                location.anyTeamMember(), location.smsReminderHours());
        var form = setup.forms().getFirst();
        app.app().store().locations()
                .replace(setup.withLocation(second).withForms(List.of(new BookingForm(20, 2, form.steps(), form.language(),
                        form.languages(), false, false, false, "", "", false, form.caption()))));
        assertEquals(200, app.get("/forms/20").status(), "the second location is open");
        var nobodys = List.of("/" + id + "/" + otherHash, "/" + id + "/" + hash.substring(1), "/" + id + "/" + hash + "x", "/" + id + "/x",
                "/" + id + "/" + "x".repeat(2000), "/" + (Long.parseLong(id) + 1000) + "/" + hash, "/0/" + hash, "/x/" + hash,
                "/99999999999999999999/" + hash);
        assertEquals(1, pages("/forms/1/visits", nobodys).size(), "all the same page");
        for (var other : List.of(20, 99))
            assertEquals(1, pages("/forms/" + other + "/visits", List.of("/" + id + "/" + hash, "/0/x")).size(), "no other than nobody's");
        assertEquals("You are booked", app.get(VISIT).heading());
    }

    @Test
    void anotherFormOfTheSameLocationShowsIt() {
        assertEquals("You are booked", app.get(VISIT.replace("/forms/1/", "/forms/2/")).heading());
    }

    @Test
    void theCalendarFileIsOneEvent() {
        var answer = app.get(VISIT + "/calendar.ics");
        assertEquals(200, answer.status());
        assertEquals("text/calendar;charset=utf-8", answer.header("Content-Type").replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        assertEquals("attachment; filename=\"appointment.ics\"", answer.header("Content-Disposition"));
        var lines = answer.body().replace("\r\n ", "").split("\r\n");
        assertEquals("BEGIN:VCALENDAR", lines[0]);
        assertTrue(List.of(lines).contains("SUMMARY:Haircut · Linden Studio"), answer.body());
        assertTrue(List.of(lines).contains("LOCATION:Linden Studio\\, Liepų g. 12\\, 01129 Vilnius"), answer.body());
        assertFalse(answer.body().contains("Vera"));
    }

    /** Those of addresses that are nobody's, each once. */
    private static Set<String> pages(String visits, List<String> addresses) {
        return addresses.stream().map(visits::concat).map(path -> {
            for (var page : List.of("", "/calendar.ics", "/cancellation"))
                assertEquals(404, app.get(path + page).status(), path + page);
            assertEquals(404, app.post(path + "/cancellation", Map.of()).status(), path);
            return app.get(path).body();
        }).collect(Collectors.toSet());
    }

    private static String book(String name) {
        var page = app.get(app.details(1, "service=1&teamMember=1"));
        return app.submit(page, "details", Map.of("name", name, "phone", "+37061234567")).header("Location");
    }
}
