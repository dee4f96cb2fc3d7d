package bookform.booking;

import java.util.Locale;
import java.util.Optional;

/**
 * Seats of an event to be booked.
 *
 * @param form the booking form it came through; decides whether a code is needed
 * @param seats at least 1
 * @param code the SMS code as typed
 * @param smsReminderHours hours before the event; 0 for no reminder
 * @param emailReminderHours the same by e-mail, as far as partners ask for it
 * @param partnerReference what a partner calls it; empty for nothing
 * @param key the same key never books twice: a repeated request gets the first one's answer
 * @param language of messages to the client, and of the form
 * @param consent what the client said to the boxes of the form
 */
public record SeatRequest(long form, long event, int seats, ClientDetails client, Optional<String> code, String comment,
        int smsReminderHours, int emailReminderHours, String partnerReference, String key, Locale language, Consent consent) {
    public SeatRequest {
        if (seats < 1) throw new IllegalArgumentException("At least one seat is booked");
    }

    /** Booked by the client, without a partner between. */
    public SeatRequest(long form, long event, int seats, ClientDetails client, Optional<String> code, String comment,
            int smsReminderHours, String key, Locale language) {
        this(form, event, seats, client, code, comment, smsReminderHours, 0, "", key, language, Consent.NONE);
    }

    public SeatRequest with(Consent consent) {
        return new SeatRequest(form, event, seats, client, code, comment, smsReminderHours, emailReminderHours, partnerReference, key,
                language, consent);
    }
}
