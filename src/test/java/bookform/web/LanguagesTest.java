package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingForm;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Form 1 is in every language and English first, form 3 in German and Lithuanian and German first, form 4 in Mongolian, which we do not
 * speak, and Lithuanian.
 */
class LanguagesTest {
    private static final RunningApp app = RunningApp.start();

    @BeforeAll
    static void addAForm() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var plain = setup.forms().getFirst();
        var german = form(3, plain, Locale.GERMAN, Locale.of("lt"));
        var mongolian = form(4, plain, Locale.of("mn"), Locale.of("lt"));
        app.app().store().locations()
                .replace(setup.withForms(List.of(plain, setup.forms().getLast(), german, mongolian)));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"de|de", "de-AT|de", "de-AT,en;q=0.5|de", "sv,lt;q=0.8,en;q=0.9|en", "sv,uk;q=0.3,lv;q=0.7|lv", "sv|en",
                    "fr-CA|fr", "iw-IL|he", "kk-Cyrl-KZ|kk", "am|en", "sv,ro-MD;q=0.5|ro", "*|en",
                    "en;q=0,de|de", "de;q=0|en", "UK|uk", "''|en",
                    "de;q=2|en", "de;q=x|en", ";;;,,,|en", "../../etc/passwd|en", "<script>|en", "zh-Hant-TW,ar-EG;q=0.1|ar"})
    void readsWhatTheBrowserAsksFor(String header, String language) {
        assertEquals(language, language("/forms/1/services", header));
    }

    @Test
    void aHeaderWithoutEndIsLeftAlone() {
        assertEquals("en", language("/forms/1/services", "de,".repeat(1_000)));
    }

    @Test
    void theAddressWinsOverTheBrowser() {
        assertEquals("lt", language("/forms/1/services?lang=lt", "de"));
        assertEquals("de", language("/forms/1/services?lang=de-CH", "lt"));
        assertEquals("de", language("/forms/1/services?lang=xx", "de"), "what we do not speak is not asked for");
        assertEquals("de", language("/forms/1/services?lang=", "de"));
    }

    @ParameterizedTest @CsvSource({"pl_PL,pl", "CZ,cs", "ua,uk", "ge,ka", "iw,he", "am-AM,hy"})
    void theAddressIsReadLeniently(String lang, String language) {
        assertEquals(language, language("/forms/1/services?lang=" + lang, "de"));
        var next = app.get("/forms/1/services?lang=" + lang).html().select("form[action]").select("input[name=lang]").val();
        assertEquals(language, language("/forms/1/services?lang=" + next, "de"), "carried along");
    }

    @Test
    void theFormsListWins() {
        assertEquals("de", language("/forms/3/services", "en"));
        assertEquals("lt", language("/forms/3/services", "en,lt;q=0.1"));
        assertEquals("de", language("/forms/3/services?lang=uk", "uk"));
        assertEquals(List.of("Deutsch", "Lietuvių"), app.get("/forms/3/services").html().select(".languages a").eachText());
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsNotOffered() {
        assertEquals("lt", language("/forms/4/services", "mn,lt;q=0.1"));
        assertEquals("en", language("/forms/4/services", "mn"), "the fallback");
        assertEquals("en", language("/forms/4/services?lang=mn", "de"));
        assertEquals(List.of(), app.get("/forms/4/services").html().select(".languages a").eachText(), "one is no choice");
    }

    static Stream<Locale> languages() {
        return OurLanguages.ALL.stream();
    }

    /** Every step, the page of embed codes and an error page in every language: what is said there, dates and money need no English. */
    @ParameterizedTest @MethodSource("languages")
    void pagesAreInEveryLanguage(Locale language) {
        var t = Texts.in(language);
        var query = "?service=1&teamMember=any&lang=" + language;
        var pages = Map.of("/forms/1/services", "services.heading", "/forms/1/team-member", "team_member.heading",
                "/forms/1/time", "time.heading", "/forms/1/embed", "embed.heading", "/nothing/here", "error.not_found.heading");
        pages.forEach((path, heading) -> {
            var html = app.get(path + query).html();
            assertEquals(language.toLanguageTag(), html.expectFirst("html").attr("lang"), path);
            assertEquals(t.direction(), html.expectFirst("html").attr("dir"), path);
            assertEquals(t.text(heading), html.expectFirst("h1").wholeText(), path);
            assertFalse(html.body().text().matches(".*\\{[a-z]+}.*"), () -> path + ": a place that nobody filled: " + html.body().text());
        });
        assertEquals(t.month(YearMonth.of(2026, 11)), app.get("/forms/1/time" + query).html().expectFirst("#month").wholeText());
    }

    @Test
    void readsFromTheRightWhereTheLanguageDoes() {
        assertEquals("rtl", app.get("/forms/1/services?lang=ar").html().expectFirst("html").attr("dir"));
        assertEquals("ltr", app.get("/forms/1/services?lang=lt").html().expectFirst("html").attr("dir"));
    }

    private static BookingForm form(long id, BookingForm like, Locale language, Locale other) {
        return new BookingForm(id, 1, like.steps(), language, List.of(language, other), false, false, false, "", "", false, like.caption());
    }

    private static String language(String path, String header) {
        return app.get(path, "Accept-Language", header).html().expectFirst("html").attr("lang");
    }
}
