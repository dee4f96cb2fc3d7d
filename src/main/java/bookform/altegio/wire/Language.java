package bookform.altegio.wire;

import bookform.booking.LanguageCodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A language that a form can be shown in (§2.1). The original numbers them and writes some codes in its own way: Estonian texts are
 * asked for as {@code ee-EE} though forms say {@code et-EE}, Chinese is {@code cn-CN}.
 */
public record Language(int id, String code, String title) {
    private static final Map<String, String> OWN_CODES = Map.of("cn", "zh", "Lt-sr", "sr");
    private static final List<Language> ALL = List.of(of(1, "ru-RU"), of(2, "en-US"), of(3, "de-DE"), of(4, "lv-LV"), of(5, "et-EE"),
            of(6, "lt-LT"), of(7, "uk-UK"), of(8, "fr-FR"), of(9, "it-IT"), of(10, "es-ES"), of(13, "ka-KA"), of(14, "hy-AM"),
            of(15, "kk-KK"),
            of(16, "hr-HR"), of(17, "cs-CS"), of(18, "ro-RO"), of(19, "cn-CN"), of(20, "ar-AR"), of(21, "bg-BG"), of(22, "he-IL"),
            of(23, "hu-HU"), of(24, "Lt-sr-SP"), of(25, "sk-SK"), of(26, "mn-MN"), of(27, "az-AZ"), of(28, "pl-PL"), of(30, "sl-SL"));

    private static Language of(int id, String code) {
        var locale = locale(code);
        var name = locale.getDisplayLanguage(locale);
        return new Language(id, code, Character.toTitleCase(name.charAt(0)) + name.substring(1));
    }

    /** Empty when the original does not speak it. */
    public static Optional<Language> of(Locale locale) {
        return ALL.stream().filter(language -> locale(language.code).getLanguage().equals(locale.getLanguage())).findFirst();
    }

    /** The code under which its texts are asked for. */
    public String codeOfTexts() {
        return code.equals("et-EE") ? "ee-EE" : code;
    }

    /** The language of a code, as written there or usually; no country, as those are partly made up. */
    public static Locale locale(String code) {
        var language = code.contains("-") ? code.substring(0, code.lastIndexOf('-')) : code;
        return Locale.of(LanguageCodes.locale(OWN_CODES.getOrDefault(language, language)).getLanguage());
    }
}
