package bookform.backend.http;

import bookform.altegio.wire.OwnCode;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What the engine refuses, in the codes and sentences of the API: in English, or in the caller's language where there is such a text. */
final class Refusals {
    /** Reasons whose sentence on our pages makes sense here, too, by its key. */
    private static final Map<Reason, String> TRANSLATED = Map.of(Reason.CODE_WRONG, "phone_code.wrong",
            Reason.SENT_TOO_OFTEN, "phone_code.sent_too_often", Reason.NAME_MISSING, "details.name_required",
            Reason.SERVICE_GONE, "gone.services",
            Reason.SEATS_TAKEN, "event.seats_taken", Reason.TOO_MANY_SEATS, "event.too_many_seats", Reason.EVENT_GONE, "event.gone");

    private final Function<Locale, Map<String, String>> texts;

    /** @param texts our sentences by language and key, in English for languages that we do not speak */
    Refusals(Function<Locale, Map<String, String>> texts) {
        this.texts = texts;
    }

    Refusal of(BookingRefused refused, Locale language) {
        var sentence = TRANSLATED.containsKey(refused.reason()) ? texts.apply(language).get(TRANSLATED.get(refused.reason())) : "";
        var refusal = after(refused, refusal(refused.reason(), sentence));
        return refused.request().isPresent() && namesAppointment(refused.reason()) ? refusal.about(refused.request().getAsInt()) : refusal;
    }

    private static Refusal after(BookingRefused refused, Refusal refusal) {
        return refused.waiting().map(wait -> refusal.after((int) wait.toSeconds())).orElse(refusal);
    }

    private static Refusal refusal(Reason reason, String sentence) {
        return switch (reason) {
            case NOTHING_TO_BOOK -> Refusal.wrong("Nothing to book: please choose a service.");
            case PHONE_INVALID -> Refusal.wrong(431, "The phone number is not valid.");
            case CODE_WRONG -> Refusal.wrong(432, sentence);
            case SLOT_TAKEN -> Refusal.wrong(433, "The service is not available at the selected time. Please choose a different time.");
            case BLACKLISTED -> Refusal.wrong(434, "Online booking is not possible with this phone number.").withStatus(403);
            case NAME_MISSING -> Refusal.wrong(435, sentence);
            case NOBODY_FREE -> Refusal.wrong(436, "Currently, there are no staff members available for booking");
            case OVERLAPS_ITSELF -> Refusal.wrong(437, "The appointments overlap each other.");
            case SERVICE_GONE -> Refusal.wrong(438, sentence);
            case SEATS_TAKEN -> Refusal.wrong(433, sentence);
            case TOO_MANY_SEATS -> Refusal.wrong(OwnCode.TOO_MANY_SEATS.number(), sentence);
            case EVENT_GONE -> Refusal.wrong(438, sentence);
            case SENT_TOO_OFTEN -> Refusal.wrong(OwnCode.SENT_TOO_OFTEN.number(), sentence).withStatus(429).after(30);
            case TOO_LATE_TO_CANCEL -> Refusal.of(403, "This appointment can no longer be changed or cancelled online.");
            case SIGNED_OUT -> Refusal.notSignedIn();
            case LOGIN_WRONG -> Refusal.of(401, "The login or the password is wrong.");
            case TRIED_TOO_OFTEN ->
                    Refusal.wrong(OwnCode.TRIED_TOO_OFTEN.number(), "Too many tries. Please try again later.").withStatus(429).after(60);
            case PASSWORD_LENGTH -> Refusal.wrong("A password has 8 to 128 characters.");
            case PASSWORD_GUESSABLE -> Refusal.wrong(OwnCode.PASSWORD_GUESSABLE.number(), "This password is too easy to guess.");
            case REVIEWED_ALREADY -> Refusal.wrong(OwnCode.REVIEWED_ALREADY.number(), "This was reviewed already.");
            case KEY_REUSED -> Refusal.wrong(OwnCode.KEY_REUSED.number(), "This key was used before, for another booking.");
        };
    }

    private static boolean namesAppointment(Reason reason) {
        return reason == Reason.SLOT_TAKEN || reason == Reason.OVERLAPS_ITSELF;
    }
}
