package bookform.altegio.wire;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The texts of the original widget (§2.2) that say what a message of ours says, in whatever words. Only those whose documented samples
 * do: "Irrelevant" is no name for anybody who is available. A text that is no plain words, or too long for where it would stand, is as
 * good as missing.
 */
public final class I18nTexts {
    private static final int LONGEST = 100;
    private static final Pattern NO_WORDS = Pattern.compile("[<>{}%&\\p{Cntrl}]");

    private static final Set<String> FORMS = Set.of("nominative", "required");

    /** Keys of our messages, none of them counted or with places, and where their counterparts stand. */
    static final Map<String, String> PLACES = Map.ofEntries(
            entry("step.back", "back"),
            entry("step.continue", "button.continue"),
            entry("locations.heading", "header.select_company"),
            entry("services.heading", "header.select_service"),
            entry("team_member.heading", "header.choose_staff"),
            entry("time.heading", "header.choose_time"),
            entry("details.heading", "header.input_personal"),
            entry("events.heading", "group_booking.group_booking"),
            entry("summary.services", "service.services"),
            entry("summary.team_member", "steps.staff.nominative"),
            entry("summary.time", "steps.date_and_time"),
            entry("time.morning", "time.the_part_of_day.morning"),
            entry("time.afternoon", "time.the_part_of_day.day"),
            entry("time.evening", "time.the_part_of_day.evening"),
            entry("details.name", "confirm.first_name"),
            entry("details.phone", "confirm.phone"),
            entry("details.email", "confirm.email"),
            entry("details.comment", "confirm.comment"),
            entry("details.reminder", "confirm.smsNotify"),
            entry("details.reminder_none", "confirm.dontSend"),
            entry("details.book", "confirm.confirm"),
            entry("details.name_required", "confirm.errors.name.required"),
            entry("details.phone_required", "confirm.errors.phone.required"),
            entry("details.email_required", "confirm.errors.email.required"),
            entry("details.email_invalid", "confirm.errors.email.invalid"),
            entry("details.comment_required", "confirm.errors.comment.required"),
            entry("phone_code.heading", "confirm.phone_confirm"),
            entry("phone_code.book", "button.confirm"),
            entry("phone_code.resend", "login.request_new_sms_code"),
            entry("phone_code.change_phone", "login.change_phone_num"),
            entry("phone_code.wrong", "confirm.errors.code.incorrect"),
            entry("confirmation.cancel", "record.cancel_record"),
            entry("confirmation.cancelled_heading", "record.is_canceled"),
            entry("change.move", "record.change_record_time"));

    private I18nTexts() {}

    /** By the keys of our messages. */
    public static Map<String, String> ours(JsonNode texts) {
        var ours = new HashMap<String, String>();
        PLACES.forEach((key, place) -> text(texts, place).ifPresent(text -> ours.put(key, text)));
        return Map.copyOf(ours);
    }

    /** Where forms of a word are documented, the word alone will do. */
    private static Optional<String> text(JsonNode texts, String place) {
        var node = texts;
        for (var name : place.split("\\.")) node = node.isString() && FORMS.contains(name) ? node : node.path(name);
        return Optional.of(node).filter(JsonNode::isString).map(found -> found.stringValue().strip())
                .filter(words -> !words.isEmpty() && words.length() <= LONGEST && !NO_WORDS.matcher(words).find());
    }
}
