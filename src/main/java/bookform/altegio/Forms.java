package bookform.altegio;

import bookform.altegio.wire.Bookform;
import bookform.altegio.wire.Language;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookingForm;
import bookform.booking.BookingForm.Caption;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A booking form in our words (altegio-api.md §2.1). */
final class Forms {
    private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;

    private Forms() {}

    /** Steps with the same number stay in the order of the list. Choosing a city is part of choosing a location, confirming of the details. */
    static BookingForm of(Bookform wire) {
        var steps = wire.steps().stream().sorted(Comparator.comparingInt(Bookform.Step::num)).flatMap(step -> step(step).stream()).toList();
        var language = wire.lang().isBlank() ? Locale.ENGLISH : Language.locale(wire.lang());
        var languages = wire.langs().stream().map(known -> Language.locale(known.code())).distinct().toList();
        return new BookingForm(wire.id(), wire.companyId(), steps, language, languages.isEmpty() ? List.of(language) : languages,
                wire.phoneConfirmation(), wire.smsEnabled(), wire.commentRequired(), wire.commentInputName(), wire.bookingNotifyText(),
                wire.showPrivacyPolicy(), wire.specializationDisplayMode() == 1 ? Caption.POSITION : Caption.SPECIALIZATION, List.of(),
                wire.groupId() > 0 ? Optional.of(wire.groupId()) : Optional.empty(), Styles.of(wire), Styles.tracking(wire));
    }

    private static Optional<FormStep> step(Bookform.Step step) {
        return switch (step.step()) {
            case "company" -> Optional.of(step(Kind.LOCATION, step, TimePreset.NONE));
            case "service" -> Optional.of(step(Kind.SERVICE, step, TimePreset.NONE));
            case "master" -> Optional.of(step(Kind.TEAM_MEMBER, step, TimePreset.NONE));
            case "datetime" -> Optional.of(step(Kind.TIME, step, time(step)));
            case "contact" -> Optional.of(step(Kind.DETAILS, step, TimePreset.NONE));
            default -> Optional.empty();
        };
    }

    private static FormStep step(Kind kind, Bookform.Step step, TimePreset time) {
        var preset = step.preset().filter(id -> id != Bookform.Step.NO_PRESET).filter(id -> kind != Kind.TIME && kind != Kind.DETAILS);
        return new FormStep(kind, step.title(), step.hidden(), preset, time);
    }

    /** Midnight stands for no time. */
    private static TimePreset time(Bookform.Step step) {
        return new TimePreset(step.dateDefault().flatMap(WireTime::date), step.dateHidden().orElse(false),
                step.timeDefault().filter(seconds -> seconds > 0 && seconds < SECONDS_OF_A_DAY).map(LocalTime::ofSecondOfDay),
                step.timeHidden().orElse(false));
    }
}
