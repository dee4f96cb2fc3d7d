package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern KEY = Pattern.compile("\"([a-z_]+\\.[a-z_]+(?:\\.[a-z_]+)?)\"");

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest @MethodSource("languages")
    void everyLanguageHasEveryMessage(Locale language) {
        var texts = Texts.in(language);
        var expected = new TreeSet<String>();
        for (var key : Texts.in(Locale.ENGLISH).keys()) {
            if (isCounted(key))
                PluralRule.of(language.getLanguage()).categories().forEach(category -> expected.add(stem(key) + "." + category));
            else expected.add(key);
        }
        assertEquals(expected, new TreeSet<>(texts.keys()));
    }

    @ParameterizedTest @MethodSource("languages")
    void everyMessageHasThePlacesOfTheEnglishOne(Locale language) {
        var english = Texts.in(Locale.ENGLISH);
        for (var key : Texts.in(language).keys()) {
            if (!english.keys().contains(key) || isCounted(key)) continue;
            assertEquals(places(english.text(key)), places(Texts.in(language).text(key)), language + " " + key);
        }
    }

    /** What the code asks for is there, and nothing is there that nobody asks for. */
    @Test
    void keysAndCodeAgree() throws IOException {
        var said = Texts.in(Locale.ENGLISH).keys().stream().map(key -> isCounted(key) ? stem(key) : key)
                .collect(Collectors.toCollection(TreeSet::new));
        var source = new StringBuilder();
        for (var folder : Set.of("src/main/java", "templates")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) source.append(Files.readString(file)).append('\n');
            }
        }
        var literal = KEY.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toSet());
        // Put together from parts: "error." + kind + ".text", Flow.page(step) + ".heading", "gone." + step
        var composed = Pattern.compile("error\\..*|(services|team_member|time|details)\\.heading|(gone|open)\\..*");
        assertEquals(Set.of(),
                said.stream().filter(key -> !literal.contains(key) && !composed.matcher(key).matches()).collect(Collectors.toSet()),
                "said by nobody");
    }

    @Test
    void anUnknownMessageIsABug() {
        assertThrows(IllegalArgumentException.class, () -> Texts.in(Locale.ENGLISH).text("no.such_key"));
    }

    @Test
    void anUnknownLanguageIsEnglish() {
        assertEquals("en", Texts.in(Locale.forLanguageTag("xx")).language());
        assertEquals("de-AT", Texts.in(Locale.forLanguageTag("de-AT")).language());
        assertEquals(Texts.in(Locale.GERMAN).text("step.back"), Texts.in(Locale.forLanguageTag("de-AT")).text("step.back"));
    }

    @ParameterizedTest
    @CsvSource({"lt,1,one", "lt,2,few", "lt,10,other", "lt,11,other", "lt,21,one", "lt,0,other", "lv,0,zero", "lv,1,one", "lv,11,zero",
            "lv,21,one", "lv,2,other",
            "uk,1,one", "uk,3,few", "uk,5,many", "uk,12,many", "uk,21,one", "uk,22,few", "ar,0,zero", "ar,1,one", "ar,2,two", "ar,3,few",
            "ar,11,many", "ar,100,other",
            "ar,103,few", "de,0,other", "et,1,one"})
    void countsAsTheLanguageDoes(String language, long n, String category) {
        assertEquals(category, PluralRule.of(language).category(n));
    }

    @Test
    void writesMoneyWithoutNeedlessDecimals() {
        var english = Texts.in(Locale.ENGLISH);
        assertEquals("€25", english.money(euro("25")));
        assertEquals("€12.50", english.money(euro("12.5")));
        assertEquals("12,50 €", Texts.in(Locale.GERMAN).money(euro("12.5")).replace('\u00a0', ' '));
    }

    @Test
    void usesOneKindOfDigitsInEveryLanguage() {
        for (var language : Texts.LANGUAGES) {
            var t = Texts.in(language);
            var all = t.money(euro("1234567.89")) + t.fullDate(LocalDate.of(2026, 11, 25)) + t.time(LocalTime.of(9, 30))
                    + t.month(YearMonth.of(2026, 11)) + t.duration(Duration.ofMinutes(95));
            assertTrue(all.codePoints().filter(Character::isDigit).allMatch(digit -> digit < 128), language + ": " + all);
        }
    }

    @Test
    void saysLengthsInHoursAndMinutes() {
        var english = Texts.in(Locale.ENGLISH);
        assertEquals("45 min", english.duration(Duration.ofMinutes(45)));
        assertEquals("2 h", english.duration(Duration.ofHours(2)));
        assertEquals("1 h 35 min", english.duration(Duration.ofMinutes(95)));
    }

    @Test
    void arabicReadsFromTheRight() {
        assertEquals("rtl", Texts.in(Locale.of("ar")).direction());
        assertEquals("ltr", Texts.in(Locale.of("uk")).direction());
    }

    private static boolean isCounted(String key) {
        return key.matches(".*\\.(zero|one|two|few|many|other)");
    }

    private static String stem(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static Money euro(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
