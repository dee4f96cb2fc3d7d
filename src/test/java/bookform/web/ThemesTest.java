package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Color;
import bookform.booking.Style;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /forms/{form}/theme/{file}}, and the pages that ask for it. */
class ThemesTest {
    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        look(new Style(Optional.of(new Color(0x8a1538)), Optional.of(new Color(0xfff8f0)), Optional.of(3),
                Optional.of("https://a.example/l.png"),
                Optional.of("https://a.example/h.jpg"), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aFormWithColoursHasAStylesheetThatIsKeptForAYear() {
        var url = theme("/forms/1");
        assertTrue(url.matches("/forms/1/theme/[0-9a-f]{12}\\.css"), url);
        var answer = app.get(url);
        assertEquals(200, answer.status());
        assertEquals("text/css; charset=utf-8", answer.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        assertTrue(answer.body().startsWith(":root{--radius:3px;"), answer.body());
        assertTrue(answer.body().contains("--accent:#8a1538"), answer.body());
        assertEquals(url, theme("/forms/1/team-member?service=1"), "on every step");
    }

    @Test
    void anOlderOneIsTheNewOneForMinutes() {
        var answer = app.get("/forms/1/theme/000000000000.css");
        assertEquals(app.get(theme("/forms/1")).body(), answer.body());
        assertEquals("public, max-age=300", answer.header("Cache-Control"));
    }

    @Test
    void aFormWithoutColoursHasNone() {
        assertEquals(1, app.get("/forms/2").html().select("link[rel=stylesheet]").size());
        assertEquals(404, app.get("/forms/2/theme/000000000000.css").status());
        assertEquals(404, app.get("/forms/99/theme/000000000000.css").status());
    }

    @Test
    void theLogoStandsOnEveryStepAndTheHeaderOnTheFirst() {
        assertEquals("https://a.example/l.png", app.get("/forms/1").html().expectFirst(".logo img").attr("src"));
        assertEquals("https://a.example/h.jpg", app.get("/forms/1").html().expectFirst("img.header").attr("src"));
        var second = app.get("/forms/1/team-member?service=1").html();
        assertEquals(1, second.select(".logo img").size());
        assertEquals(0, second.select("img.header").size());
    }

    @Test
    void theAddressAndTheFormSayWhetherItIsDark() {
        assertEquals("", classes("/forms/2"));
        assertEquals("dark", classes("/forms/2?theme=dark"));
        assertEquals("light", classes("/forms/2?theme=light"));
        assertEquals("", classes("/forms/2?theme=%22onload"));
        assertEquals("framed light", classes("/forms/2", "Sec-Fetch-Dest", "iframe"));
        assertEquals("framed dark", classes("/forms/2?theme=dark", "Sec-Fetch-Dest", "iframe"));
        assertEquals("framed auto", classes("/forms/2?theme=auto", "Sec-Fetch-Dest", "iframe"));
    }

    @Test
    void theThemeGoesAlong() {
        var page = app.get("/forms/2/team-member?service=1&theme=dark").html();
        for (var link : page.select("a[href^=/forms/]")) assertTrue(link.attr("href").contains("theme=dark"), link.outerHtml());
        assertFalse(page.select("a.choice").isEmpty());
    }

    private static String theme(String page) {
        return app.get(page).html().select("link[rel=stylesheet]").last().attr("href");
    }

    private static String classes(String page, String... headers) {
        return app.get(page, headers).html().expectFirst("html").className();
    }

    private static void look(Style style) {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var forms = setup.forms().stream().map(form -> form.id() == 1 ? form.withStyle(style) : form).toList();
        app.app().store().locations().replace(setup.withForms(forms));
    }
}
