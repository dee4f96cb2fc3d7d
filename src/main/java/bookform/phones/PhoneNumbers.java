package bookform.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as people type them, made E.164; a number without a country code is the location's country's (design.md §6.12). */
public final class PhoneNumbers {
    private static final int LONGEST = 40;
    private static final String NO_COUNTRY = "001"; // satellites and the like, which cost as much as premium numbers

    private PhoneNumbers() {}

    /** Empty for what is no number, and for numbers that ring nobody's own phone: premium, shared cost, pagers, voice mail, satellites. */
    public static Optional<String> parse(String typed, String country) {
        // The library reads letters as on a dial: "call me" would become a number.
        if (typed.length() > LONGEST || typed.codePoints().anyMatch(Character::isLetter)) return Optional.empty();
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(typed, country);
            if (!numbers.isValidNumber(number) || number.hasExtension() || NO_COUNTRY.equals(numbers.getRegionCodeForNumber(number)))
                return Optional.empty();
            return switch (numbers.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE, FIXED_LINE, PERSONAL_NUMBER, VOIP, UNKNOWN ->
                        Optional.of(numbers.format(number, PhoneNumberFormat.E164));
                default -> Optional.empty();
            };
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** For people to read and check: {@code +370 612 34567}. */
    public static String pretty(String e164) {
        return pretty(e164, "");
    }

    /** Any number there is, with its country code or as in a country. What is no number stays as it is. */
    public static String pretty(String number, String country) {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var parsed = numbers.parse(number, country);
            return numbers.isValidNumber(parsed) ? numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL) : number;
        } catch (NumberParseException notANumber) {
            return number;
        }
    }

    /** A number as they look in a country, to show what is expected; empty where unknown. */
    public static String example(String country) {
        var numbers = PhoneNumberUtil.getInstance();
        var example = numbers.getExampleNumberForType(country, PhoneNumberUtil.PhoneNumberType.MOBILE);
        return example == null ? "" : numbers.format(example, PhoneNumberFormat.INTERNATIONAL);
    }
}
