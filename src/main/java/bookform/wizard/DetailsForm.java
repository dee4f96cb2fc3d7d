package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.ClientDetails;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.PrivacyPolicy;
import bookform.phones.PhoneNumbers;
import bookform.web.EmailAddresses;
import bookform.web.Incoming;
import bookform.web.PlainText;
import bookform.web.ReminderHours;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the client typed about themselves, kept exactly as typed so that a rejected form comes back filled in. Travels in request
 * bodies only.
 *
 * @param reminder hours before the visit, as text; {@code 0} for none
 * @param agreed the version of the privacy policy that was agreed to; empty for none
 */
public record DetailsForm(String name, String phone, String email, String comment, String reminder, String agreed) {
    static final DetailsForm EMPTY = new DetailsForm("", "", "", "", "", "");

    private static final int LONGEST_COMMENT = 1_000;

    static DetailsForm from(Context ctx) {
        if (!ctx.method().name().equals("POST")) return EMPTY;
        return new DetailsForm(Incoming.typed(ctx, "name"), Incoming.typed(ctx, "phone"), Incoming.typed(ctx, "email"),
                Incoming.typed(ctx, "comment"), Incoming.typed(ctx, "reminder"),
                Incoming.typed(ctx, "agreed"));
    }

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /** Field name to message key, in the order of the fields; empty when the form is fine. */
    Map<String, String> errors(BookingForm form, Location location, Optional<PrivacyPolicy> policy) {
        var errors = new LinkedHashMap<String, String>();
        if (cleanName().isEmpty()) errors.put("name", "details.name_required");
        else if (cleanName().codePointCount(0, cleanName().length()) > ClientDetails.LONGEST_NAME)
            errors.put("name", "details.name_too_long");
        if (phone.isBlank()) errors.put("phone", "details.phone_required");
        else if (phoneNumber(location).isEmpty()) errors.put("phone", "details.phone_invalid");
        if (email.isBlank() && location.email() == Asked.REQUIRED) errors.put("email", "details.email_required");
        else if (!email.isBlank() && !EmailAddresses.isWhole(email.strip()))
            errors.put("email", "details.email_invalid");
        if (comment.isBlank() && form.commentRequired()) errors.put("comment", "details.comment_required");
        else if (PlainText.lines(comment).length() > LONGEST_COMMENT) errors.put("comment", "details.comment_too_long");
        policy.filter(shown -> !agreesTo(shown)).ifPresent(shown -> errors.put("agreed",
                agreed.isEmpty() ? "details.agreement_required" : "details.agreement_outdated"));
        return errors;
    }

    /** @throws java.util.NoSuchElementException while there are {@link #errors} */
    ClientDetails client(Location location) {
        return new ClientDetails(cleanName(), phoneNumber(location).orElseThrow(), email.strip());
    }

    /** E.164, read as a number of the location's country unless it says another. */
    Optional<String> phoneNumber(Location location) {
        return PhoneNumbers.parse(phone, location.country());
    }

    /** Whether it is this very text: who agreed to another one has not read it. */
    public boolean agreesTo(PrivacyPolicy policy) {
        return agreed.equals(policy.version());
    }

    int reminderHours() {
        return ReminderHours.OFFERED.stream().filter(hours -> reminder.equals(hours.toString())).findFirst().orElse(0);
    }

    /** One line, without invisible characters that could hide or turn what stands beside it. */
    private String cleanName() {
        return PlainText.oneLine(name);
    }
}
