package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern KEY = Pattern.compile("\"([a-z_]+\\.[a-z_]+(?:\\.[a-z_]+)?)\"");

    /** The characters of which 160 make a text message; of all others 70 do. */
    private static final Pattern GSM = Pattern.compile("[\\w @£$¥èéùìòÇ\\nØø\\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,\\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*");

    static Stream<Locale> languages() {
        return OurLanguages.ALL.stream();
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
        var composed = Pattern.compile("error\\..*|(locations|services|team_member|time|details)\\.heading|(gone|open)\\..*");
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

    @Test
    void saysLengthsInHoursAndMinutes() {
        var english = Texts.in(Locale.ENGLISH);
        assertEquals("45~min", held(english.duration(Duration.ofMinutes(45))));
        assertEquals("2~h", held(english.duration(Duration.ofHours(2))));
        assertEquals("1~h~35~min", held(english.duration(Duration.ofMinutes(95))));
        assertEquals("1~godz.~35~min", held(Texts.in(Locale.of("pl")).duration(Duration.ofMinutes(95))));
    }

    @Test
    void someLanguagesReadFromTheRight() {
        assertEquals(List.of("ar", "he"), OurLanguages.ALL.stream().filter(language -> OurLanguages.directionOf(language).equals("rtl"))
                .map(Locale::getLanguage).toList());
        assertEquals("rtl", Texts.in(Locale.of("iw", "IL")).direction(), "Hebrew under its old code");
    }

    /** Else the groups of a phone number change places. */
    @Test
    void phonesKeepTheirDirectionWhereOthersReadFromTheRight() {
        for (var language : OurLanguages.ALL) {
            if (OurLanguages.directionOf(language).equals("ltr")) continue;
            Texts.in(language).messages().forEach((key, message) -> {
                for (var place : List.of("{phone}", "{example}", "{number}"))
                    assertEquals(message, message.replaceAll("\u2066?" + Pattern.quote(place) + "\u2069?", "\u2066" + place + "\u2069"),
                            language + " " + key);
            });
        }
    }

    /** What anybody would call it who reads it: {@code Deutsch}. */
    @ParameterizedTest @MethodSource("languages")
    void everyLanguageHasItsOwnName(Locale language) {
        var name = OurLanguages.nameOf(language).toLowerCase(language);
        var usual = language.getDisplayLanguage(language).toLowerCase(language);
        assertTrue(usual.startsWith(name.substring(0, name.length() - 2)), name + " for " + usual);
    }

    @Test
    void titlesBeginWithACapitalWhereThereIsOne() {
        assertEquals("Ноември", Texts.in(Locale.of("bg")).capital("ноември"));
        assertEquals("Ápr.", Texts.in(Locale.of("hu")).capital("ápr."));
        assertEquals("ნოემბერი", Texts.in(Locale.of("ka")).capital("ნოემბერი"));
        assertEquals("25", Texts.in(Locale.of("de")).capital("25"));
        assertEquals("", Texts.in(Locale.of("de")).capital(""));
    }

    /** A code that takes two messages costs twice, and its end arrives last. */
    @ParameterizedTest @MethodSource("languages")
    void theCodeFitsOneTextMessage(Locale language) {
        var message = Texts.in(language).text("phone_code.sms", "code", "123456");
        assertTrue(message.length() <= (GSM.matcher(message).matches() ? 160 : 70), message);
    }

    @ParameterizedTest @MethodSource("languages")
    void sentencesAreTranslated(Locale language) {
        if (language.equals(Locale.ENGLISH)) return;
        var english = Texts.in(Locale.ENGLISH).messages();
        assertEquals(Map.of(), Texts.in(language).messages().entrySet().stream()
                .filter(message -> message.getValue().equals(english.get(message.getKey())) && message.getValue().split("\\s").length > 2
                        && !message.getKey().startsWith("duration."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** With the spaces made visible at which no line ends. */
    private static String held(String text) {
        return text.replace('\u00a0', '~');
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
}
