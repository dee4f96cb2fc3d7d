package bookform.backend.http;

import bookform.booking.Location;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.function.Predicate;

/** Phone numbers as API clients send them, made E.164: with "+", as digits with the country code, or as written in the country. */
final class Phones {
    private static final int LONGEST = 40;
    private static final int SHORTEST_WITH_COUNTRY = 10;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** A number that could exist: what the API is about is its format. Empty for everything else. */
    static Optional<String> parse(String text, String country) {
        return ringing(text, country).or(() -> international(text).filter(NUMBERS::isPossibleNumber).map(Phones::e164));
    }

    /** A number that does exist and is somebody's own, not a premium service: one that messages can be sent to. */
    static Optional<String> ringing(String text, String country) {
        return number(text, country).filter(Phones::isSomebodys).or(() -> international(text).filter(Phones::isSomebodys))
                .map(Phones::e164);
    }

    /** A location's own number, as the wire writes numbers; as it is when it is something else. */
    static String shown(Location location) {
        return parse(location.phone(), location.country()).orElse(location.phone());
    }

    private static boolean isSomebodys(PhoneNumber number) {
        return !number.hasExtension() && switch (NUMBERS.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE, FIXED_LINE, PERSONAL_NUMBER, VOIP -> true;
            default -> false;
        };
    }

    /** With the country code in front, "+" or not. */
    private static Optional<PhoneNumber> international(String text) {
        var digits = text.strip();
        if (digits.startsWith("+")) return number(digits, null);
        Predicate<String> longEnough = candidate -> candidate.chars().filter(Character::isDigit).count() >= SHORTEST_WITH_COUNTRY;
        return Optional.of(digits).filter(longEnough).flatMap(candidate -> number("+" + candidate, null));
    }

    private static Optional<PhoneNumber> number(String text, String country) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            return Optional.of(NUMBERS.parse(text, country));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static String e164(PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }
}
