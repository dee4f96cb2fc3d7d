package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingForm;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Style;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What search engines, messengers and telephones read of a form. */
class SharedPageTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void theFirstPageSaysWhoAndWhat() {
        var page = app.get("/forms/1").html();
        assertEquals(app.url() + "/forms/1", page.expectFirst("link[rel=canonical]").attr("href"));
        assertEquals("Choose services · Linden Studio", meta("/forms/1", "og:title"));
        assertTrue(meta("/forms/1", "og:description").startsWith("Hair, nails and brows"), meta("/forms/1", "og:description"));
        assertTrue(meta("/forms/1", "og:image").matches(app.url() + "/assets/icon-512\\.[0-9a-f]{12}\\.png"));
        assertEquals(app.url() + "/forms/1?lang=de", page.expectFirst("link[hreflang=de]").attr("href"));
        assertEquals("", app.get("/forms/1").header("X-Robots-Tag"));
    }

    @Test
    void otherLanguagesAreTheirOwnPages() {
        assertEquals(app.url() + "/forms/1?lang=de",
                app.get("/forms/1?lang=de&theme=dark").html().expectFirst("link[rel=canonical]").attr("href"));
        assertEquals(app.url() + "/forms/1",
                app.get("/forms/1/services").html().expectFirst("link[rel=canonical]").attr("href"));
    }

    @Test
    void machinesReadBusinessServicesAndWhereToBook() {
        var business = described("/forms/1");
        assertEquals("LocalBusiness", business.path("@type").stringValue());
        assertEquals("Linden Studio", business.path("name").stringValue());
        assertEquals(54.6872, business.path("geo").path("latitude").doubleValue());
        assertEquals(app.url() + "/forms/1", business.path("potentialAction").path("target").stringValue());
        var haircut = business.path("makesOffer").get(0);
        assertEquals("Haircut", haircut.path("itemOffered").path("name").stringValue());
        assertEquals(32, haircut.path("priceSpecification").path("minPrice").doubleValue());
        assertEquals("EUR", business.path("makesOffer").get(1).path("priceCurrency").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/1/services?service=1", "/forms/1/team-member?service=1", "/forms/1/time?service=1&teamMember=1",
            "/forms/99", "/forms/1/visits/1/nothing", "/demo/messages", "/forms/1/embed"})
    void everyOtherPageIsPassedOver(String path) {
        var answer = app.get(path);
        assertEquals("noindex", answer.header("X-Robots-Tag"));
        assertTrue(answer.html().select("link[rel=canonical], meta[property], script[type]").isEmpty(), path);
    }

    @Test
    void aPersonalPageIsPassedOver() {
        var details = app.get(app.details(1, "service=1&teamMember=1"));
        var visit = app.submit(details, "details", Map.of("name", "Vera", "phone", "+37061234567"))
                .header("Location");
        assertEquals("noindex", app.get(visit).header("X-Robots-Tag"));
    }

    @Test
    void framesAndHtmxAreSparedIt() {
        assertTrue(app.get("/forms/1", "Sec-Fetch-Dest", "iframe").html().select("script[type], link[rel=manifest]").isEmpty());
        assertFalse(app.get("/forms/1", "HX-Request", "true").body().contains("ld+json"));
    }

    @Test
    void aFormThatTicksAServiceBeforehandIsShared() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var plain = setup.forms().getFirst();
        var ticks = new BookingForm(plain.id(), plain.location(),
                List.of(new FormStep(Kind.SERVICE, "", false, Optional.of(1L), TimePreset.NONE)),
                plain.language(), plain.languages(), false, false, false, "", "", false, plain.caption());
        app.app().store().locations().replace(setup.withForms(List.of(ticks, setup.forms().getLast())));
        try {
            assertTrue(app.get("/forms/1").html().select("#service-1").hasAttr("checked"));
            assertEquals("Linden Studio", described("/forms/1").path("name").stringValue());
            assertEquals("noindex", app.get("/forms/1?service=2").header("X-Robots-Tag"));
        } finally {
            app.app().store().locations().replace(setup);
        }
    }

    @Test
    void aTelephoneKeepsItUnderItsName() throws Exception {
        var answer = app.get(app.get("/forms/1").html().expectFirst("link[rel=manifest]").attr("href"));
        assertEquals("application/manifest+json", answer.header("Content-Type"));
        var manifest = JsonMapper.shared().readTree(answer.body());
        assertEquals("Linden Studio", manifest.path("name").stringValue());
        for (var icon : manifest.path("icons")) assertEquals(200, app.get(icon.path("src").stringValue()).status());
        assertEquals(404, app.get("/forms/99/manifest.json").status());
    }

    @Test
    void nothingABusinessWritesLeavesItsPlace() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var old = setup.location();
        var title = "</script><script>alert(1)</script><!-- \" \\ \u2028 'Ąžuolas'";
        app.app().store().locations()
                .replace(setup.withLocation(new Location(old.id(), title, old.address(), old.city(), old.phone(), old.zone(),
                        old.country(), old.currency(), old.coordinates(), new Html("<b>\"><script>alert(2)</script>Text</b>"),
                        Optional.of("/assets/demo.svg#cut"),
                        old.cancellation(), old.moving(), old.email(), old.anyTeamMember(), old.smsReminderHours(), old.chain()))
                        .withForms(setup.forms().stream().map(form -> form.withStyle(Style.PLAIN)).toList()));
        try {
            assertEquals(title, described("/forms/1").path("name").stringValue());
            assertEquals(2, app.get("/forms/1").html().select("script").size());
            assertEquals("\">Text", meta("/forms/1", "og:description"));
            assertTrue(meta("/forms/1", "og:image").startsWith(app.url() + "/assets/demo"), meta("/forms/1", "og:image"));
        } finally {
            app.app().store().locations().replace(setup);
        }
    }

    private static String meta(String page, String property) {
        return app.get(page).html().expectFirst("meta[property=" + property + "]").attr("content");
    }

    private static JsonNode described(String page) {
        return JsonMapper.shared().readTree(app.get(page).html().expectFirst("script[type=application/ld+json]").data());
    }
}
