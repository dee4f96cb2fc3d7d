package bookform.booking;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A code to be sent to a phone.
 *
 * @param phone E.164
 * @param purposes what the code will be good for, once, and for nothing else
 * @param form the booking form that it is good for; empty for any of the location's
 * @param language of the message
 */
public record PhoneCodeRequest(String phone, Set<Purpose> purposes, Optional<Long> form, Locale language, Sender sender) {
    /** What a code proves the phone for. */
    public enum Purpose {
        BOOKING, SIGN_IN, PHONE_CHANGE,
        /** Sent to an e-mail address that is to become the client's. */
        EMAIL_CHANGE,
        /** To be forgotten. */
        ERASURE;

        /** Whether only who is signed in may ask for it. */
        public boolean needsSignIn() {
            return this == PHONE_CHANGE || this == EMAIL_CHANGE || this == ERASURE;
        }
    }

    public PhoneCodeRequest {
        purposes = Set.copyOf(purposes);
    }

    /** To book through a form. */
    public static PhoneCodeRequest toBook(String phone, long form, Locale language, Sender sender) {
        return new PhoneCodeRequest(phone, Set.of(Purpose.BOOKING), Optional.of(form), language, sender);
    }

    /** To sign in. */
    public static PhoneCodeRequest toSignIn(String phone, Locale language, Sender sender) {
        return new PhoneCodeRequest(phone, Set.of(Purpose.SIGN_IN), Optional.empty(), language, sender);
    }

    /** To book through any form, or to sign in, whichever comes first: for those who cannot say which (wire: {@code book_code}). */
    public static PhoneCodeRequest toBookOrSignIn(String phone, Locale language, Sender sender) {
        return new PhoneCodeRequest(phone, Set.of(Purpose.BOOKING, Purpose.SIGN_IN), Optional.empty(), language, sender);
    }

    /** Names no one: requests end up in logs by accident. */
    @Override
    public String toString() {
        return "PhoneCodeRequest" + purposes;
    }
}
