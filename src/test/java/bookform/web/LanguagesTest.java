package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.booking.BookingForm;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Form 1 is in every language and English first, form 3 in German and Lithuanian and German first. */
class LanguagesTest {
    private static final RunningApp app = RunningApp.start();

    @BeforeAll
    static void addAForm() {
        var setup = DemoLocation.setup(LocalDate.of(2026, 11, 23));
        var plain = setup.forms().getFirst();
        var german = new BookingForm(3, 1, plain.steps(), Locale.GERMAN, List.of(Locale.GERMAN, Locale.of("lt")), false, false, false, "",
                "", false, plain.caption());
        app.app().store().locations()
                .replace(setup.withForms(List.of(plain, setup.forms().getLast(), german)));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"de|de", "de-AT|de", "de-AT,en;q=0.5|de", "fr,lt;q=0.8,en;q=0.9|en", "fr,uk;q=0.3,lv;q=0.7|lv", "fr|en", "*|en",
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

    @Test
    void theFormsListWins() {
        assertEquals("de", language("/forms/3/services", "en"));
        assertEquals("lt", language("/forms/3/services", "en,lt;q=0.1"));
        assertEquals("de", language("/forms/3/services?lang=uk", "uk"));
        assertEquals(List.of("Deutsch", "Lietuvių"), app.get("/forms/3/services").html().select(".languages a").eachText());
    }

    @Test
    void readsFromTheRightWhereTheLanguageDoes() {
        assertEquals("rtl", app.get("/forms/1/services?lang=ar").html().expectFirst("html").attr("dir"));
        assertEquals("ltr", app.get("/forms/1/services?lang=lt").html().expectFirst("html").attr("dir"));
    }

    private static String language(String path, String header) {
        return app.get(path, "Accept-Language", header).html().expectFirst("html").attr("lang");
    }
}
