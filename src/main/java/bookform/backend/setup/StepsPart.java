package bookform.backend.setup;

import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import bookform.booking.FormStep.TimePreset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a booking form in a file: a word such as {@code service}, or an object such as
 * {@code {step: teamMember, hidden: true, preset: any}}.
 */
final class StepsPart {
    /** No form lists its events: they are there, or not. */
    private static final Set<Kind> LISTED = EnumSet.complementOf(EnumSet.of(Kind.EVENT));
    static final List<FormStep> USUAL = LISTED.stream().filter(kind -> kind != Kind.LOCATION).map(FormStep::of).toList();

    private static final String ANY = "any";
    private static final Map<String, Kind> KINDS = Fields.words(LISTED.toArray(Kind[]::new));

    private final ServicesPart services;
    private final TeamPart team;
    private final LocalDate today;

    StepsPart(ServicesPart services, TeamPart team, LocalDate today) {
        this.services = services;
        this.team = team;
        this.today = today;
    }

    /**
     * Every step once, the details last.
     *
     * @param ofChain whether the form begins with the location; any other form has no such step
     */
    List<FormStep> read(Fields form, boolean ofChain) {
        var listed = form.find("steps");
        if (listed.isEmpty()) return USUAL;
        var steps = new ArrayList<FormStep>();
        var missing = EnumSet.complementOf(EnumSet.of(Kind.LOCATION, Kind.EVENT));
        for (var node : listed.flatMap(Node::list).orElse(List.of())) {
            step(node).ifPresent(step -> {
                var isAfterDetails = !steps.isEmpty() && steps.getLast().kind() == Kind.DETAILS;
                if (isAfterDetails) node.wrong("stands after the details, which are always last");
                if (step.kind() == Kind.LOCATION) requireFirst(node, steps, ofChain);
                else if (!missing.remove(step.kind())) node.wrong(Fields.word(step.kind()) + " is there already");
                steps.add(step);
            });
        }
        if (missing.remove(Kind.DETAILS)) steps.add(FormStep.of(Kind.DETAILS));
        missing.forEach(kind -> listed.get().wrong(Fields.word(kind) + " is missing; to pass over a step, give it a preset and hide it"));
        return steps;
    }

    private static void requireFirst(Node node, List<FormStep> before, boolean ofChain) {
        if (!ofChain) node.wrong("is only for forms with chain: true");
        else if (!before.isEmpty()) node.wrong("is always the first step");
    }

    static List<Object> write(List<FormStep> steps) {
        return steps.stream().filter(step -> !step.equals(FormStep.of(Kind.DETAILS))).map(StepsPart::write).toList();
    }

    private static Object write(FormStep step) {
        var word = Fields.word(step.kind());
        if (step.equals(FormStep.of(step.kind()))) return word;
        return new WrittenFields()
                .put("step", word)
                .put("title", step.title(), "")
                .put("hidden", step.hidden(), false)
                .put("preset", step.preset().map(id -> id == FormStep.ANY ? ANY : (Object) id))
                .put("date", step.time().date().map(LocalDate::toString))
                .put("dateHidden", step.time().dateHidden(), false)
                .put("time", step.time().time().map(Object::toString))
                .put("timeHidden", step.time().timeHidden(), false)
                .map();
    }

    private Optional<FormStep> step(Node node) {
        if (node.kind() != Node.Kind.OBJECT) return kind(node).map(FormStep::of);
        var fields = new Fields(node);
        var step = fields.require("step").flatMap(StepsPart::kind).map(kind -> step(kind, fields));
        if (step.isPresent()) fields.end();
        return step;
    }

    private FormStep step(Kind kind, Fields fields) {
        var preset = switch (kind) {
            case LOCATION -> fields.find("preset").flatMap(Ids::read);
            case SERVICE -> fields.find("preset").flatMap(services::refer).map(LocationSetup.OfferedService::id);
            case TEAM_MEMBER -> fields.find("preset").flatMap(this::teamMember);
            case TIME, EVENT, DETAILS -> Optional.<Long>empty();
        };
        var time = kind == Kind.TIME ? timePreset(fields) : TimePreset.NONE;
        var hidden = kind != Kind.DETAILS && fields.truth("hidden", false);
        var settled = preset.isPresent() || time.date().isPresent() && time.time().isPresent();
        if (hidden && !settled) fields.wrong("a hidden step needs a preset" + (kind == Kind.TIME ? " date and time" : ""));
        return new FormStep(kind, fields.text("title"), hidden, preset, time);
    }

    private Optional<Long> teamMember(Node node) {
        var any = node.kind() == Node.Kind.TEXT && node.text().filter(ANY::equals).isPresent();
        return any ? Optional.of(FormStep.ANY) : team.refer(node).map(LocationSetup.Person::id);
    }

    private TimePreset timePreset(Fields fields) {
        var date = fields.find("date").flatMap(node -> node.text().flatMap(text -> told(node, TimeText.day(text, today), "a day")));
        var time = fields.find("time").flatMap(node -> node.text().flatMap(text -> told(node, TimeText.time(text), "a time of the day")));
        var preset = new TimePreset(date, fields.truth("dateHidden", false), time, fields.truth("timeHidden", false));
        if (preset.dateHidden() && date.isEmpty()) fields.wrong("dateHidden needs a date");
        if (preset.timeHidden() && time.isEmpty()) fields.wrong("timeHidden needs a time");
        return preset;
    }

    private static <T> Optional<T> told(Node node, Optional<T> value, String what) {
        if (value.isEmpty()) node.wrong(node.quoted() + " is not " + what);
        return value;
    }

    private static Optional<Kind> kind(Node node) {
        return node.text().flatMap(word -> {
            var kind = Optional.ofNullable(KINDS.get(word));
            if (kind.isEmpty()) node.wrong(node.quoted() + " is not a step; say one of location, service, teamMember, time, details");
            return kind;
        });
    }
}
