package bookform.backend.http;

import bookform.altegio.wire.Country;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every country of ISO 3166, under its number there; what else is known of them comes from the JDK and libphonenumber. */
final class Countries {
    private static final String FILE = "/rest/countries.txt";
    private static final Pattern LINE = Pattern.compile("([A-Z]{2}) (\\d{3})");
    private static final Set<String> EU = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
            "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Map<String, Integer> NUMBERS = load();
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Countries() {}

    /** In the order of their codes, named in a language. */
    static List<Country> all(Locale language) {
        return NUMBERS.keySet().stream().map(code -> country(code, language)).toList();
    }

    /** @param code ISO 3166-1 alpha-2; 0 for others */
    static long id(String code) {
        return NUMBERS.getOrDefault(code, 0);
    }

    /** In the caller's language. */
    static String title(String code, Call call) {
        return title(code, call.language().orElse(Locale.ENGLISH));
    }

    private static String title(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    private static Country country(String code, Locale language) {
        var title = title(code, language);
        var example = hasPhones(code) ? example(code) : "";
        return new Country(id(code), title, title, code, hasPhones(code) ? String.valueOf(PHONES.getCountryCodeForRegion(code)) : "",
                template(example), example, currency(code), 1, 0, 0, EU.contains(code));
    }

    /** Not in the Antarctic. */
    private static boolean hasPhones(String code) {
        return PHONES.getSupportedRegions().contains(code);
    }

    private static String example(String code) {
        return Optional.ofNullable(PHONES.getExampleNumberForType(code, PhoneNumberType.MOBILE))
                .or(() -> Optional.ofNullable(PHONES.getExampleNumber(code)))
                .map(number -> PHONES.format(number, PhoneNumberFormat.INTERNATIONAL)).orElse("");
    }

    /** {@code +370 xxx xxxxx}: the digits after the country code. */
    private static String template(String example) {
        var afterCode = example.indexOf(' ') + 1;
        return afterCode == 0 ? "" : example.substring(0, afterCode) + example.substring(afterCode).replaceAll("\\d", "x");
    }

    /** Empty where there is none. */
    private static String currency(String code) {
        return Optional.ofNullable(Currency.getInstance(Locale.of("", code))).map(Currency::getCurrencyCode).orElse("");
    }

    private static Map<String, Integer> load() {
        try (var in = new BufferedReader(new InputStreamReader(Countries.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            var numbers = new TreeMap<String, Integer>();
            in.lines().filter(line -> !line.startsWith("#")).flatMap(line -> LINE.matcher(line).results())
                    .forEach(country -> numbers.put(country.group(1), Integer.valueOf(country.group(2))));
            return numbers;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
