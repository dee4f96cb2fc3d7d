package bookform.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The languages that our pages speak. */
public final class OurLanguages {
    // The JDK knows these names, but reads a file of every language for them.
    private static final Map<String, String> NAMES = Map.ofEntries(entry("en", "English"), entry("de", "Deutsch"), entry("pl", "Polski"),
            entry("fr", "Français"), entry("es", "Español"), entry("it", "Italiano"), entry("cs", "Čeština"), entry("ro", "Română"),
            entry("bg", "Български"), entry("hu", "Magyar"), entry("hr", "Hrvatski"), entry("lt", "Lietuvių"), entry("lv", "Latviešu"),
            entry("et", "Eesti"), entry("uk", "Українська"), entry("ka", "ქართული"), entry("hy", "Հայերեն"), entry("kk", "Қазақша"),
            entry("ar", "العربية"), entry("he", "עברית"));

    /** The languages we speak, the fallback first. */
    public static final List<Locale> ALL = Stream
            .of("en", "de", "pl", "fr", "es", "it", "cs", "ro", "bg", "hu", "hr", "lt", "lv", "et", "uk", "ka", "hy", "kk", "ar", "he")
            .map(Locale::of).toList();

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he");

    private OurLanguages() {}

    /** Whether there are texts in a language, whatever the country. */
    public static boolean include(Locale locale) {
        return NAMES.containsKey(locale.getLanguage());
    }

    /** The name of one of ours in its own words, {@code Deutsch}. */
    public static String nameOf(Locale language) {
        return NAMES.get(language.getLanguage());
    }

    /** For the {@code dir} attribute. */
    public static String directionOf(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
