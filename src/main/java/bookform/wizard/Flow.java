package bookform.wizard;

import bookform.booking.BookingForm;
import bookform.booking.Choices;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way through one booking form: its steps in their order, without those that are hidden.
 *
 * <p>A hidden step that has a preset counts as chosen. A hidden step without one would leave nothing chosen: any team member is meant
 * for a person, and a service or a time must then be asked for after all.
 */
final class Flow {
    private final List<FormStep> steps;
    private final List<FormStep> shown;

    Flow(BookingForm form) {
        this(complete(form));
    }

    private Flow(List<FormStep> steps) {
        this.steps = steps;
        this.shown = steps.stream().filter(step -> !isPassedOver(step)).toList();
    }

    /** The way to the seats of an event: one step instead of those about services, team members and times. */
    static Flow ofEvents(BookingForm form) {
        return new Flow(Stream.of(form.chain().map(chain -> configured(form, Kind.LOCATION)), Optional.of(FormStep.of(Kind.EVENT)),
                Optional.of(configured(form, Kind.DETAILS))).flatMap(Optional::stream).toList());
    }

    boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    /** The selection with everything that hidden steps have chosen beforehand. */
    Selection withPresets(Selection selection) {
        for (var step : steps) {
            if (isPassedOver(step) && !selection.has(step.kind())) selection = withPreset(selection, step);
        }
        return selection;
    }

    /** The selection with the service that the form ticks beforehand, which stays ticked until the client has chosen something. */
    Selection withTicked(Selection selection) {
        if (!has(Kind.SERVICE)) return selection;
        var preset = step(Kind.SERVICE).preset().filter(id -> id > 0);
        return selection.services().isEmpty() && preset.isPresent() ? selection.withServices(List.of(preset.get())) : selection;
    }

    /** The steps that a person sees, in order; the details are last. */
    List<FormStep> shown() {
        return shown;
    }

    FormStep step(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst().orElseThrow();
    }

    /** Every step that comes before, hidden ones too. */
    List<Kind> before(Kind kind) {
        return steps.stream().map(FormStep::kind).takeWhile(earlier -> earlier != kind).toList();
    }

    /** What a step is narrowed by: the choices of the steps before it. Those after it must fit, not limit. */
    Choices choicesBefore(Kind kind, Selection selection) {
        var earlier = before(kind);
        for (var later : Kind.values()) {
            if (!earlier.contains(later)) selection = selection.without(later);
        }
        return selection.choices();
    }

    Optional<Kind> previous(Kind kind) {
        return shown.stream().map(FormStep::kind).takeWhile(earlier -> earlier != kind).reduce((first, second) -> second);
    }

    /** Where a selection leads: the first step in which it has chosen nothing. */
    Kind firstOpen(Selection selection) {
        return shown.stream().map(FormStep::kind).filter(kind -> !selection.has(kind)).findFirst().orElse(Kind.DETAILS);
    }

    /** Where choosing something in a step leads. */
    Kind next(Kind kind, Selection selection) {
        return shown.stream().map(FormStep::kind).filter(later -> later != kind && !selection.has(later)).findFirst().orElse(Kind.DETAILS);
    }

    static String page(Kind kind) {
        return switch (kind) {
            case LOCATION -> "locations";
            case SERVICE -> "services";
            case TEAM_MEMBER -> "team-member";
            case TIME -> "time";
            case EVENT -> "events";
            case DETAILS -> "details";
        };
    }

    /**
     * Every kind once: twice the same step is the first one, the location comes first and on forms of chains alone, a team member nobody
     * asks for is any, and the details come last.
     */
    private static List<FormStep> complete(BookingForm form) {
        var steps = new LinkedHashMap<Kind, FormStep>();
        if (form.chain().isPresent()) steps.put(Kind.LOCATION, configured(form, Kind.LOCATION));
        for (var step : form.steps()) {
            if (step.kind() != Kind.DETAILS && step.kind() != Kind.LOCATION) steps.putIfAbsent(step.kind(), step);
        }
        steps.putIfAbsent(Kind.SERVICE, FormStep.of(Kind.SERVICE));
        steps.putIfAbsent(Kind.TEAM_MEMBER, new FormStep(Kind.TEAM_MEMBER, "", true, Optional.of(FormStep.ANY), FormStep.TimePreset.NONE));
        steps.putIfAbsent(Kind.TIME, FormStep.of(Kind.TIME));
        steps.put(Kind.DETAILS, configured(form, Kind.DETAILS));
        return List.copyOf(steps.values());
    }

    private static FormStep configured(BookingForm form, Kind kind) {
        return form.steps().stream().filter(step -> step.kind() == kind).findFirst().orElseGet(() -> FormStep.of(kind));
    }

    private static Selection withPreset(Selection selection, FormStep step) {
        return switch (step.kind()) {
            case LOCATION -> step.preset().map(selection::withLocation).orElse(selection);
            case SERVICE -> step.preset().map(List::of).map(selection::withServices).orElse(selection);
            case TEAM_MEMBER -> selection.withTeamMember(Optional.of(step.preset().orElse(FormStep.ANY)));
            case TIME, EVENT, DETAILS -> selection;
        };
    }

    private static boolean isPassedOver(FormStep step) {
        return step.hidden() && switch (step.kind()) {
            case LOCATION, SERVICE -> step.preset().filter(id -> id > 0).isPresent();
            case TEAM_MEMBER -> true;
            case TIME, EVENT, DETAILS -> false;
        };
    }
}
