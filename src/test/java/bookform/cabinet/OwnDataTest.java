package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.CabinetClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients decide about what is kept of them: {@code /cabinet/profile/…}, as far as the booking system keeps it. */
class OwnDataTest extends CabinetTest {
    // E-mail

    @Test
    void anAddressCountsOnceItsCodeCameBack() {
        assumeTrue(backend == Backend.EMBEDDED);
        var visit = signedIn(newPhone());
        var address = "vera" + newPhone().substring(1) + "@example.com";
        var code = visit.follow(visit.submit(visit.get("/cabinet/profile"), "email-form", Map.of("email", address)));
        assertFalse(code.response().uri().toString().contains("vera"));
        assertEquals(address, visit.get(code.response().uri().toString()).html().select(".lead bdi").text(), "loaded anew");
        assertEquals(address, code.html().select(".lead bdi").text());
        assertEquals(0, visit.get("/cabinet/profile").html().select("h2 bdi").eachText().indexOf(address) + 1, "not yet");
        var wrong = visit.submit(code, "code-form", Map.of("code", "12"));
        assertEquals(422, wrong.status());
        assertEquals(address, wrong.field("email"), "the form knows still");
        assertEquals(429, visit.choose(wrong, "Send the code again").status());
        var saved = visit.follow(visit.submit(wrong, "code-form", Map.of("code", engine.code(address))));
        assertEquals("Your e-mail address is confirmed.", saved.html().select(".info[role=status]").text());
        assertTrue(saved.html().select("#email-form").text().contains("Confirmed"), saved.text());
        visit.submit(saved, "details", Map.of("name", "Vera"));
        assertTrue(visit.get("/cabinet/profile").html().select("#email-form").text().contains("Confirmed"), "another name changes nothing");
        var gone = visit.follow(visit.submit(saved, "email-form", Map.of("email", "")));
        assertFalse(gone.text().contains(address), gone.text());
    }

    @Test
    void anAddressFromABookingIsOfferedToBeConfirmed() {
        assumeTrue(backend == Backend.EMBEDDED);
        var phone = newPhone();
        var address = "booked" + phone.substring(1) + "@example.com";
        engine.submit(engine.get(engine.details(1, "service=1&teamMember=1")), "details",
                Map.of("name", "Vera", "phone", phone, "email", address));
        var page = signedIn(phone).get("/cabinet/profile");
        assertTrue(page.html().select("#email-form").text().contains("Not confirmed yet"), page.text());
        assertEquals(address, page.field("email"));
    }

    // Preferences

    @Test
    void theLanguageComesAlongToOtherDevices() {
        assumeTrue(backend == Backend.EMBEDDED);
        var phone = newPhone();
        var visit = signedIn(phone);
        var saved = visit.follow(visit.submit(visit.get("/cabinet/profile"), "preferences", Map.of("language", "lt", "reminder", "24")));
        assertEquals("lt", saved.html().expectFirst("html").attr("lang"), "at once");
        assertEquals("24", saved.html().select("#reminder [selected]").val());
        advance(Duration.ofMinutes(20));
        var other = signedIn(phone);
        assertEquals("lt", other.get("/cabinet/appointments").html().expectFirst("html").attr("lang"));
        assertEquals("de", other.get("/cabinet/appointments?lang=de").html().expectFirst("html").attr("lang"), "an address says otherwise");
        assertEquals("de", other.get("/cabinet/appointments").html().expectFirst("html").attr("lang"), "on this device");
        var odd = visit.submit(saved, "preferences", Map.of("language", "xx", "reminder", "3"));
        assertEquals(303, odd.status());
        assertEquals("", visit.get("/cabinet/profile").html().select("#language [selected]").val(), "what is not offered is no preference");
    }

    // All of it

    @Test
    void theDataIsDownloadedAsAFile() {
        var phone = newPhone();
        book(phone, 0);
        var stranger = newPhone();
        book(stranger, 0);
        var visit = signedIn(phone);
        var file = visit.choose(visit.get("/cabinet/profile"), "Download my data");
        assertEquals(200, file.status());
        assertEquals("application/json", file.header("Content-Type"));
        assertEquals("attachment; filename=\"my-data.json\"", file.header("Content-Disposition"));
        assertEquals("no-store", file.header("Cache-Control"));
        for (var told : List.of(phone, "Vera", "Haircut", "Anna", "Linden Studio", "45.00", "EUR", "WAITING", "exported_at"))
            assertTrue(file.body().contains(told), told + " in " + file.body());
        assertFalse(file.body().contains(stranger));
    }

    // None of it

    @Test
    void whoEntersTheCodeIsForgotten() {
        assumeTrue(backend == Backend.EMBEDDED);
        var phone = newPhone();
        var booked = book(phone, 0, "&date=2026-12-01");
        var visit = signedIn(phone);
        advance(Duration.ofMinutes(20));
        var page = visit.choose(visit.get("/cabinet/profile"), "Delete my data");
        assertEquals("Delete my data", page.heading());
        assertTrue(page.html().select(".lines").text().contains("Haircut"), "what is cancelled is named");
        var code = visit.follow(visit.choose(page, "Send me a code"));
        assertEquals(200, code.status(), code.text());
        assertTrue(engine.get("/demo/messages").text().contains("is the code to delete all your data"));
        assertEquals(422, visit.submit(code, "code-form", Map.of("code", " ")).status());
        assertEquals(422, visit.submit(code, "code-form", Map.of("code", "12")).status());
        assertEquals(200, visit.get(booked.cabinetPage()).status(), "nothing has happened yet");
        assertEquals(code.text(), visit.get(code.response().uri().toString()).text(), "loaded anew");
        var gone = visit.follow(visit.submit(code, "code-form", Map.of("code", engine.code(phone))));
        assertEquals("Sign in", gone.heading());
        assertEquals("Your data is deleted.", gone.notice());
        assertEquals(404, engine.get(booked.page()).status());
        assertEquals(303, visit.get("/cabinet/appointments").status());
    }

    @Test
    void whatCanNoLongerBeCancelledStandsInTheWay() {
        assumeTrue(backend == Backend.EMBEDDED);
        var phone = newPhone();
        book(phone, 0, "&date=2026-12-15");
        var now = app.clock.instant();
        advance(Duration.between(now, Instant.parse("2026-12-15T09:00:00Z"))); // half an hour before
        var page = signedIn(phone).get("/cabinet/profile/erasure");
        app.clock.set(now.toString());
        assertTrue(page.text().contains("You can do this after these appointments"), page.text());
        assertEquals(1, page.html().select(".contacts a[href^=tel]").size(), "whom to call");
        assertEquals(0, page.html().select("form[action*=erasure]").size());
    }

    @Test
    void whereTheBookingSystemIsSomebodyElsesItSaysWhomToAsk() {
        assumeTrue(backend == Backend.ALTEGIO);
        var visit = signedIn(newPhone());
        var profile = visit.get("/cabinet/profile");
        assertEquals(0, profile.html().select("#email-form, #preferences").size(), "what is not kept is not asked for");
        assertTrue(profile.text().contains("For the rest, please ask the business."), profile.text());
        var page = visit.choose(profile, "Delete my data");
        assertTrue(page.html().select(".contacts").text().contains("Linden Studio"), page.text());
        assertEquals(1, page.html().select(".contacts a[href^=tel]").size());
        for (var path : List.of("/erasure", "/erasure-confirmations", "/email", "/email-confirmations", "/preferences"))
            assertEquals(404, visit.post("/cabinet/profile" + path, Map.of("email", "vera@example.com", "code", "1")).status(), path);
    }

    // Cards

    @Test
    void cardsHaveAPlaceOnlyWhereThereAreSome() {
        var visit = signedIn(newPhone());
        var cards = backend == Backend.ALTEGIO;
        assertEquals(cards ? 1 : 0, visit.get("/cabinet/appointments").html().select(".sections [href='/cabinet/loyalty']").size());
        assertEquals(cards ? 200 : 404, visit.get("/cabinet/loyalty").status());
    }

    @Test
    void takesFormsOfItsOwnPagesAlone() {
        var visit = signedIn(newPhone());
        for (var path : List.of("/erasure", "/erasure-confirmations", "/email", "/email-confirmations", "/preferences")) {
            assertEquals(403, visit.post("/cabinet/profile" + path, Map.of("email", "e@example.com", "code", "1"), "Sec-Fetch-Site",
                    "cross-site").status(), path);
        }
        assertEquals(405, visit.post("/cabinet/profile/data", Map.of()).status());
        assertEquals("/cabinet/session?next=%2Fcabinet%2Fprofile",
                new CabinetClient(app).get("/cabinet/profile/data").header("Location"));
    }
}
