package bookform.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /forms/{form}/embed}. */
class SnippetsPageTest {
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void showsEveryWay() {
        var page = app.get("/forms/2/embed").html();
        assertEquals(List.of("dialog", "inline", "floating", "frame", "link"), page.select("textarea").eachAttr("id"));
        assertTrue(page.select("#inline").val().contains("<div data-bookform=\"2\" data-mode=\"inline\">"));
        assertTrue(page.select("#floating").val().contains(app.url() + "/embed.js"));
        assertEquals(app.url() + "/forms/2", page.select("#link").val());
    }

    @Test
    void mayShowOurPagesAndStandsInNobodysFrame() {
        var policy = app.get("/forms/1/embed").header("Content-Security-Policy");
        assertTrue(policy.contains("frame-src 'self'") && policy.endsWith("frame-ancestors 'none'"), policy);
    }

    @Test
    void aFormThatIsNotThereHasNone() {
        assertEquals(404, app.get("/forms/99/embed").status());
        assertEquals(404, app.get("/forms/x/embed").status());
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatItMeans() {
        var page = app.get("/forms/1/embed?site=salon.example");
        assertEquals("salon.example", page.field("site"));
        assertTrue(page.text().contains("It will work there."));
        assertEquals("This is not the address of a site. It looks like https://salon.example.",
                app.get("/forms/1/embed?site=%22%3E%3Cb%3E").html().select("[role=alert]").text());
    }

    @ParameterizedTest
    @CsvSource({"salon.example, '', https, FINE", "http://salon.example/contact?x=1, '', https, FINE",
            "https://salon.example, '', http, MIXED",
            "http://salon.example, '', http, FINE", "https://salon.example, https://salon.example, https, FINE",
            "https://www.salon.example, https://salon.example, https, REFUSED",
            "https://a.b.salon.example, https://*.salon.example, https, FINE",
            "https://salon.example, https://*.salon.example, https, REFUSED",
            "https://evilsalon.example, https://*.salon.example, https, REFUSED",
            "http://salon.example, https://salon.example, https, REFUSED", "https://salon.example, http://salon.example, https, FINE",
            "https://salon.example:8443, https://salon.example, https, REFUSED", "ftp://salon.example, '', https, NO_ADDRESS",
            "javascript:alert(1), '', https, NO_ADDRESS", "my salon, '', https, NO_ADDRESS"})
    void namesWhatIsWrong(String site, String allowed, String scheme, SiteCheck expected) {
        var list = Arrays.stream(allowed.split(" ")).filter(entry -> !entry.isEmpty()).toList();
        assertEquals(expected, SiteCheck.of(site, list, URI.create(scheme + "://booking.example.com")));
    }
}
