package bookform.backend;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Set;

/**
 * Which phones codes are sent to: those that take messages, in the countries that a location serves. Premium and shared-cost numbers,
 * satellites and the far side of the world are where the money goes that message fraud makes.
 */
final class SmsPhones {
    private static final Set<PhoneNumberType> TAKE_MESSAGES = Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private SmsPhones() {}

    /**
     * @param phone E.164
     * @param countries ISO 3166-1 alpha-2
     */
    static boolean takes(String phone, Set<String> countries) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(phone, null);
            return numbers.isValidNumber(number) && TAKE_MESSAGES.contains(numbers.getNumberType(number))
                    && countries.contains(numbers.getRegionCodeForNumber(number));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
