package bookform.backend.http;

import bookform.altegio.wire.Bookform;
import bookform.altegio.wire.Bookform.Step;
import bookform.altegio.wire.Language;
import bookform.altegio.wire.PrivacyPolicyText;
import bookform.altegio.wire.PrivacyPolicyText.Agreement;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.BookingForm.Caption;
import bookform.booking.Color;
import bookform.booking.FormStep;
import bookform.booking.Location;
import bookform.booking.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a booking form is set up, and its texts (altegio-api.md §2). */
final class FormOperations {
    private final BookingApi api;
    private final WidgetTexts texts;

    FormOperations(BookingApi api, WidgetTexts texts) {
        this.api = api;
        this.texts = texts;
    }

    Answer form(Call call) {
        var form = api.findBookingForm(call.id("form")).orElseThrow(Refusal::notFound);
        var location = call.location(form.location());
        return Answer.of(new Bookform(form.id(), location.id(), form.chain().orElse(0L), call.absolute("/forms/" + form.id()),
                code(form.language()),
                form.languages().stream().flatMap(language -> Language.of(language).stream()).toList(), steps(form),
                style(form.style(), location, call),
                form.phoneConfirmation(), form.smsReminders() || form.phoneConfirmation(), form.commentRequired(), form.commentLabel(),
                form.notice(), form.privacyPolicy(), form.caption() == Caption.POSITION ? 1 : 0, form.tracking().google(),
                form.tracking().meta()));
    }

    Answer texts(Call call) {
        return Answer.of(texts.in(Language.locale(call.text("language"))).orElseThrow(Refusal::notFound));
    }

    Answer privacyPolicy(Call call) {
        var policy = api.findPrivacyPolicy(call.location().id());
        return Answer.of(new PrivacyPolicyText(new Agreement(policy.map(present -> present.text().source()).orElse(""))));
    }

    /** The wire has no colour of a page but its palettes. */
    private static Bookform.Style style(Style style, Location location, Call call) {
        var accent = style.accent().map(Color::hex).orElse("");
        return new Bookform.Style(true, style.logo().or(location::logo).map(call::absolute).orElse(""),
                style.header().map(call::absolute).orElse(""), "", accent, "", accent, "teal", "amber", "red", "white", Optional.empty());
    }

    private static String code(Locale language) {
        return Language.of(language).map(Language::code).orElse(language.toLanguageTag());
    }

    /** Ours end with the details; the wire has one more for looking it all over. */
    private static List<Step> steps(BookingForm form) {
        var steps = new ArrayList<Step>();
        if (form.chain().isPresent() && form.steps().stream().noneMatch(step -> step.kind() == FormStep.Kind.LOCATION))
            steps.add(plain("company", 1));
        for (var step : form.steps()) steps.add(step(step, steps.size() + 1));
        if (form.steps().stream().noneMatch(step -> step.kind() == FormStep.Kind.DETAILS)) steps.add(plain("contact", steps.size() + 1));
        steps.add(plain("confirm", steps.size() + 1));
        return steps;
    }

    private static Step plain(String name, int number) {
        return step(name, "", number, false, Step.NO_PRESET);
    }

    private static Step step(FormStep step, int number) {
        return switch (step.kind()) {
            case LOCATION -> step("company", step.title(), number, step.hidden(), step.preset().orElse(Step.NO_PRESET));
            case SERVICE -> step("service", step.title(), number, step.hidden(), step.preset().orElse(Step.NO_PRESET));
            case TEAM_MEMBER -> step("master", step.title(), number, step.hidden(), step.preset().orElse(Step.NO_PRESET));
            case EVENT -> plain("activity", number);
            case DETAILS -> step("contact", step.title(), number, step.hidden(), Step.NO_PRESET);
            case TIME -> new Step("datetime", step.title(), number, step.hidden(), Optional.empty(), Optional.of(step.time().dateHidden()),
                    Optional.of(step.time().timeHidden()), Optional.of(step.time().date().map(Object::toString).orElse(Step.NO_DATE)),
                    Optional.of(step.time().time().map(time -> time.toSecondOfDay()).orElse(0)));
        };
    }

    private static Step step(String name, String title, int number, boolean hidden, long preset) {
        return new Step(name, title, number, hidden, Optional.of(preset), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
