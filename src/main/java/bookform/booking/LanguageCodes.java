package bookform.booking;

import java.util.Locale;
import java.util.Map;

/** What people and systems write when they mean a language. */
public final class LanguageCodes {
    // Codes of countries whose language has another. Some are the codes of languages far away, which nobody books in here.
    private static final Map<String, String> OF_COUNTRIES =
            Map.of("am", "hy", "cz", "cs", "ee", "et", "ge", "ka", "il", "he", "kz", "kk", "ua", "uk");

    private LanguageCodes() {}

    /** Of {@code pl}, {@code pl-PL}, {@code pl_PL}, and of {@code cz} for Czech; of what is no code, the locale without a language. */
    public static Locale locale(String code) {
        var locale = Locale.forLanguageTag(code.replace('_', '-'));
        var meant = OF_COUNTRIES.get(locale.getLanguage());
        return meant == null ? locale : Locale.of(meant, locale.getCountry());
    }
}
