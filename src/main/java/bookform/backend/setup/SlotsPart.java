package bookform.backend.setup;

import bookform.backend.setup.SlotGrid.Kind;
import bookform.backend.setup.SlotGrid.Slots;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The slot grid in a file: {@code {kind: dynamic, first: "10:00", last: "17:30", weekdays: {sat: "10:00, 12:00"}, days: {"2026-12-24":
 * {step: 30}}}}. The step may also stand among the rules, beside it.
 */
final class SlotsPart {
    private static final String OFF = "off";
    private static final Map<String, Kind> KINDS = Fields.words(Kind.values());

    private final Slots inherited;

    /** @param inherited what is left open is as here */
    private SlotsPart(Slots inherited) {
        this.inherited = inherited;
    }

    /** @param usual when nothing is said */
    static SlotGrid read(Fields rules, Slots usual, LocalDate today) {
        var step = step(rules).orElse(usual.step());
        var inherited = new Slots(usual.kind(), step, usual.first(), usual.last(), usual.starts());
        return rules.find("slots").map(node -> new SlotsPart(inherited).grid(node, today)).orElse(SlotGrid.of(inherited));
    }

    /** Without the step, which stands beside it. */
    static Map<String, Object> write(SlotGrid grid) {
        var week = new LinkedHashMap<String, Object>();
        grid.week().forEach((day, slots) -> week.put(HoursPart.word(day), fields(slots, grid.usual()).map()));
        var days = new LinkedHashMap<String, Object>();
        grid.days().forEach((day, slots) -> days.put(day.toString(), fields(slots, grid.usual()).map()));
        return fields(grid.usual(), Slots.every(grid.usual().step())).put("weekdays", week, Map.of()).put("days", days, Map.of()).map();
    }

    private SlotGrid grid(Node node, LocalDate today) {
        if (node.kind() != Node.Kind.OBJECT) return SlotGrid.of(slots(node));
        var fields = new Fields(node);
        var usual = slots(fields);
        var part = new SlotsPart(usual);
        var week = new LinkedHashMap<DayOfWeek, Slots>();
        for (var entry : children(fields, "weekdays")) {
            var slots = part.slots(entry);
            for (var day : HoursPart.weekdays(entry)) {
                if (week.putIfAbsent(day, slots) != null) entry.wrong(HoursPart.word(day) + " is there already");
            }
        }
        var days = new TreeMap<LocalDate, Slots>();
        for (var entry : children(fields, "days")) {
            var slots = part.slots(entry);
            for (var day : HoursPart.days(entry, today)) {
                if (days.putIfAbsent(day, slots) != null) entry.wrong(day + " is there already");
            }
        }
        fields.end();
        return new SlotGrid(usual, week, days);
    }

    private static List<Node> children(Fields fields, String key) {
        return fields.find(key).filter(node -> node.object().isPresent()).map(Node::children).orElse(List.of());
    }

    /** A list of starts, or an object. */
    private Slots slots(Node node) {
        if (node.kind() != Node.Kind.OBJECT)
            return new Slots(Kind.PREDEFINED, inherited.step(), inherited.first(), inherited.last(), starts(node));
        var fields = new Fields(node);
        var slots = slots(fields);
        fields.end();
        return slots;
    }

    private Slots slots(Fields fields) {
        var starts = fields.find("starts").map(SlotsPart::starts);
        var kind = fields.oneOf("kind", KINDS, starts.isPresent() ? Kind.PREDEFINED : inherited.kind());
        var first = bound(fields, "first", inherited.first());
        var last = bound(fields, "last", inherited.last());
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) fields.wrong("last is before first");
        if (kind == Kind.PREDEFINED && starts.isEmpty() && inherited.starts().isEmpty()) fields.wrong("starts is missing");
        if (kind != Kind.PREDEFINED && starts.isPresent()) fields.wrong("has starts, which only kind predefined takes");
        return new Slots(kind, step(fields).orElse(inherited.step()), first, last,
                kind == Kind.PREDEFINED ? starts.orElse(inherited.starts()) : List.of());
    }

    private static Optional<Duration> step(Fields fields) {
        return fields.find("step").flatMap(node -> node.minutes(5, 24 * 60)).map(Duration::ofMinutes);
    }

    private static List<LocalTime> starts(Node node) {
        var starts = new ArrayList<LocalTime>();
        var text = node.isOff() ? "" : node.text().orElse("");
        for (var part : text.isEmpty() ? new String[0] : text.split(",")) {
            var start = TimeText.time(part.strip());
            if (start.isEmpty()) {
                node.wrong("\"" + part.strip() + "\" is not a time; say \"09:00, 10:30\"");
            } else if (!starts.isEmpty() && !starts.getLast().isBefore(start.get())) {
                node.wrong(start.get() + " does not come after " + starts.getLast());
            } else {
                starts.add(start.get());
            }
        }
        return starts;
    }

    private static Optional<LocalTime> bound(Fields fields, String key, Optional<LocalTime> inherited) {
        return fields.find(key).map(node -> node.isOff() ? Optional.<LocalTime>empty() : time(node)).orElse(inherited);
    }

    private static Optional<LocalTime> time(Node node) {
        return node.text().flatMap(text -> {
            var time = TimeText.time(text);
            if (time.isEmpty()) node.wrong(node.quoted() + " is not a time; say 09:30, or off");
            return time;
        });
    }

    /** What differs. */
    private static WrittenFields fields(Slots slots, Slots inherited) {
        var fields = new WrittenFields()
                .put("kind", Fields.word(slots.kind()), Fields.word(inherited.kind()))
                .put("step", slots.step().toMinutes(), inherited.step().toMinutes())
                .put("first", text(slots.first()), text(inherited.first()))
                .put("last", text(slots.last()), text(inherited.last()));
        if (slots.kind() == Kind.PREDEFINED) {
            var starts = slots.starts().stream().map(LocalTime::toString).collect(Collectors.joining(", "));
            fields.put("starts", starts.isEmpty() ? OFF : starts);
        }
        return fields;
    }

    private static String text(Optional<LocalTime> time) {
        return time.map(LocalTime::toString).orElse(OFF);
    }
}
