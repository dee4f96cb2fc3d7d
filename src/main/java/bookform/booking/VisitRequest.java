package bookform.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A visit to be booked: all of its appointments, or none.
 *
 * @param form the booking form it came through; decides whether a code is needed
 * @param code the SMS code as typed
 * @param smsReminderHours hours before the visit; 0 for no reminder
 * @param emailReminderHours the same by e-mail, as far as partners ask for it
 * @param partnerReference what a partner calls it; empty for nothing
 * @param key the same key never books twice: a repeated request gets the first one's answer
 * @param language of messages to the client, and of the form
 * @param consent what the client said to the boxes of the form
 */
public record VisitRequest(long form, List<AppointmentRequest> appointments, ClientDetails client, Optional<String> code, String comment,
        int smsReminderHours, int emailReminderHours, String partnerReference, String key, Locale language, Consent consent) {
    public VisitRequest {
        appointments = List.copyOf(appointments);
    }

    /** Booked by the client, without a partner between. */
    public VisitRequest(long form, List<AppointmentRequest> appointments, ClientDetails client, Optional<String> code, String comment,
            int smsReminderHours, String key, Locale language) {
        this(form, appointments, client, code, comment, smsReminderHours, 0, "", key, language, Consent.NONE);
    }

    public VisitRequest with(Consent consent) {
        return new VisitRequest(form, appointments, client, code, comment, smsReminderHours, emailReminderHours, partnerReference, key,
                language, consent);
    }
}
