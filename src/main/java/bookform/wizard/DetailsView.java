package bookform.wizard;

import bookform.booking.FormStep.Kind;
import bookform.booking.Location.Asked;
import bookform.booking.PrivacyPolicy;
import bookform.phones.PhoneNumbers;
import bookform.web.Assets;
import bookform.web.ReminderHours;
import bookform.web.SafeHtml;
import bookform.web.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code templates/wizard/detailsStep.jte} prints.
 *
 * @param action where the form goes: straight to booking, or to an SMS code first
 * @param errors field to sentence, in the order of the fields
 * @param policy what must be agreed to; empty when nothing
 */
public record DetailsView(Frame frame, String action, String token, DetailsForm typed, Map<String, String> errors, String notice,
        String phoneExample,
        boolean asksEmail, boolean emailRequired, String commentLabel, boolean commentRequired, List<Reminder> reminders,
        Optional<Policy> policy, String button,
        Optional<SummaryView> summary) {
    /** @param version what the box stands for when it is ticked */
    public record Policy(String version, boolean agreed, SafeHtml text) {}

    public record Reminder(String value, String text, boolean chosen) {}

    static DetailsView of(Walk walk, String token, Map<String, String> errorKeys, Optional<PrivacyPolicy> policy, Assets assets,
            String notice) {
        var t = walk.t();
        var form = walk.form();
        var location = walk.location();
        var example = PhoneNumbers.example(location.country());
        var errors = new LinkedHashMap<String, String>();
        errorKeys.forEach((field, key) -> errors.put(field, t.text(key, "example", Texts.isolated(example))));
        return new DetailsView(Frame.around(walk, Kind.DETAILS, assets, notice).withCarrier("details"),
                walk.selection().url(form.phoneConfirmation() ? "phone-confirmations" : "visits"), token, walk.typed(), errors,
                form.notice(), example,
                location.email() != Asked.HIDDEN, location.email() == Asked.REQUIRED,
                form.commentLabel().isBlank() ? t.text("details.comment") : form.commentLabel(), form.commentRequired(),
                form.smsReminders() ? reminders(walk, t) : List.of(),
                policy.map(shown -> new Policy(shown.version(), walk.typed().agreesTo(shown), SafeHtml.of(shown.text()))),
                t.text(form.phoneConfirmation() ? "details.send_code" : "details.book"),
                SummaryView.of(walk, Kind.DETAILS, walk.chosen().services()));
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    private static List<Reminder> reminders(Walk walk, Texts t) {
        var chosen = walk.typed().reminder().isEmpty() ? walk.location().smsReminderHours() : walk.typed().reminderHours();
        return ReminderHours.OFFERED.stream().map(hours -> new Reminder(hours.toString(), ReminderHours.name(t, hours), hours == chosen))
                .toList();
    }
}
