package bookform.booking;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What a booking system does that keeps its clients itself: it proves their addresses, keeps what they prefer, hands out all that it
 * knows of them, and forgets them. Tokens and refusals are as in {@link ClientApi}.
 */
public interface PersonalDataApi {
    // E-mail

    /** Whether e-mails are sent at all. Where not, no address can be proved. */
    boolean sendsEmail();

    /**
     * Sends a code to the address that is to become the client's.
     *
     * @return as {@link BookingApi#sendPhoneCode}
     * @throws BookingRefused SENT_TOO_OFTEN
     */
    Duration sendEmailCode(String token, String email, Locale language, Sender sender);

    /**
     * Makes the address that the code was sent to the client's: from now on it signs in, and in nobody else. The one before is told.
     *
     * @throws BookingRefused CODE_WRONG
     */
    void changeEmail(String token, String email, String code, Locale language);

    // What they prefer

    ClientPreferences preferences(String token);

    /** Whether any of the business's forms offers reminders by text message. */
    boolean offersReminders();

    /**
     * Keeps what a client prefers. Their visits that are ahead are told of in the language; and, where the form that they were booked
     * through offers reminders, reminded of as preferred.
     */
    void changePreferences(String token, ClientPreferences preferences);

    // What is known of them

    /**
     * All that is kept about the client, for them to read and to take elsewhere: names to texts, numbers, truths, lists, and maps like
     * this one. Not in it: secrets, of which only hashes are kept, and counts that limit guessing, which nobody can read.
     */
    Map<String, Object> export(String token);

    /**
     * Sends a code to the client's phone that {@link #erase} takes.
     *
     * @param location one that the message comes from
     * @return as {@link BookingApi#sendPhoneCode}
     * @throws BookingRefused PHONE_INVALID, SENT_TOO_OFTEN
     */
    Duration sendErasureCode(String token, long location, Locale language, Sender sender);

    /**
     * Cancels what is ahead and forgets the client: visits stay, as nobody's.
     *
     * @throws BookingRefused CODE_WRONG; TOO_LATE_TO_CANCEL while something is ahead that the client may not cancel
     */
    void erase(String token, String code);
}
