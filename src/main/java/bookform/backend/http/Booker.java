package bookform.backend.http;

import bookform.altegio.wire.BookRequest;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whoever books, as the bodies of bookings say it, whatever is booked: appointments (altegio-api.md §4.3) or seats (§4.6). */
record Booker(ClientDetails client, Optional<String> code, String comment, String reference, String key) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_KEY = 255;

    /** The code of the widget for a wrong e-mail address and other wrong details. */
    private static final int WRONG_DETAILS = 400;

    /**
     * What the fields of a body say. A phone that cannot be one is empty, which the engine refuses.
     *
     * @param apiId the caller's own name of the booking
     */
    static Booker of(Call call, Location location, String fullname, String phone, String email, String code, String comment, String apiId) {
        requireShort(fullname, LONGEST_NAME, "fullname");
        requireShort(comment, LONGEST_COMMENT, "comment");
        requireShort(apiId, LONGEST_KEY, "api_id");
        var client = new ClientDetails(fullname.strip(), Phones.parse(phone, location.country()).orElse(""),
                email(location, email.strip()));
        return new Booker(client, Optional.of(code).filter(typed -> !typed.isBlank()), comment.strip(), apiId.strip(),
                key(call, apiId.strip()));
    }

    /** The caller's, or that of the form. */
    static Locale language(Call call, BookingApi api, long form) {
        return call.language().or(() -> api.findBookingForm(form).map(BookingForm::language)).orElse(Locale.ENGLISH);
    }

    /** What was said to the boxes that the caller shows; about the text that the location has now. */
    static Consent consent(BookingApi api, Location location, Optional<Boolean> agreed, Optional<Boolean> newsletter) {
        return new Consent(agreed.flatMap(said -> api.findPrivacyPolicy(location.id())), agreed, newsletter);
    }

    /**
     * The new comment; empty for none, which leaves the one that there is.
     *
     * @throws Refusal when it is too long
     */
    static Optional<String> comment(BookRequest.Change change) {
        change.comment().ifPresent(comment -> requireShort(comment, LONGEST_COMMENT, "comment"));
        return change.comment().map(String::strip).filter(comment -> !comment.isEmpty());
    }

    private static String email(Location location, String email) {
        if (location.email() == Asked.REQUIRED && email.isEmpty()) throw Refusal.wrong(WRONG_DETAILS, "The e-mail address is missing.");
        if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()))
            throw Refusal.wrong(WRONG_DETAILS, "The e-mail address is not valid.");
        return email;
    }

    /** As {@link #key(Call, String)}, of a name that was in the body of another call. */
    static String key(Partner partner, String apiId) {
        return "partner " + partner.id() + " api_id " + apiId.strip();
    }

    /** What the caller calls this booking, so that it is made once; each partner has names of its own. */
    private static String key(Call call, String apiId) {
        var key = call.header("Idempotency-Key").map(header -> "header " + header)
                .or(() -> Optional.of(apiId).filter(id -> !id.isEmpty() && !id.equals("0")).map(id -> "api_id " + id));
        key.ifPresent(given -> requireShort(given, LONGEST_KEY, "Idempotency-Key or api_id"));
        return "partner " + call.partner().id() + " " + key.orElseGet(Booker::onlyThisCall);
    }

    /** Begins with the time, so that the keys of new bookings lie side by side, as the bookings do. */
    private static String onlyThisCall() {
        return "call " + Long.toHexString(System.currentTimeMillis()) + "-" + UUID.randomUUID();
    }

    private static void requireShort(String text, int longest, String name) {
        if (text.length() > longest) throw Refusal.wrong(WRONG_DETAILS, "Too long: " + name);
    }
}
