package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.store.ImportedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The group events in a file. One that is repeated becomes several, each with a reference of its own. */
final class EventsPart {
    static final int MOST_SEATS = 10_000;
    private static final int MOST_WEEKS = 104;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ServicesPart services;
    private final TeamPart team;
    private final ResourcesPart resources;
    private final FileTimes times;
    private final HeldTime held;
    private final Map<String, ImportedEvent> events = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private EventsPart(ServicesPart services, TeamPart team, ResourcesPart resources, FileTimes times, HeldTime held) {
        this.services = services;
        this.team = team;
        this.resources = resources;
        this.times = times;
        this.held = held;
    }

    /** @param held gets the time that events take */
    static EventsPart read(Fields root, ServicesPart services, TeamPart team, ResourcesPart resources, FileTimes times, HeldTime held) {
        var part = new EventsPart(services, team, resources, times, held);
        root.list("events").forEach(node -> node.object().ifPresent(fields -> part.readEvent(node, fields)));
        return part;
    }

    List<ImportedEvent> events() {
        return List.copyOf(events.values());
    }

    /** An event that another part of the file names by its reference. */
    Optional<ImportedEvent> refer(Node node) {
        return node.text().flatMap(reference -> {
            var event = Optional.ofNullable(events.get(reference));
            if (event.isEmpty()) node.wrong("there is no event " + node.quoted());
            return event;
        });
    }

    private void readEvent(Node node, Fields fields) {
        var service = fields.require("service").flatMap(this::groupService);
        var person = fields.require("teamMember").flatMap(team::refer);
        var day = day(fields);
        var start = fields.require("start").flatMap(value -> times.moment(value, day));
        var end = fields.find("end").flatMap(value -> times.moment(value, day));
        var capacity = fields.find("capacity").flatMap(value -> value.whole(1, MOST_SEATS, " seats")).map(Math::toIntExact);
        var weeks = fields.whole("weeks", 1, MOST_WEEKS, 1);
        var instructions = fields.text("instructions");
        var instances = resources.referInstances(fields).stream().sorted().toList();
        var cancelled = fields.truth("cancelled", false);
        var reference = fields.text("reference");
        fields.end();
        if (service.isEmpty() || person.isEmpty() || start.isEmpty()) return;
        var skill = person.get().skills().stream().filter(one -> one.service() == service.get().id()).findFirst();
        if (skill.isEmpty()) {
            node.wrong("team member " + person.get().id() + " does not do service " + service.get().id());
        } else {
            var until = end.orElseGet(() -> start.get().plus(skill.map(Skill::duration).orElseThrow()));
            repeat(node, weeks, reference, new ImportedEvent(service.get().id(), person.get().id(), start.get(), until,
                    capacity.orElse(service.get().capacity()), instructions, instances, cancelled, reference));
        }
    }

    private Optional<OfferedService> groupService(Node node) {
        var service = services.refer(node);
        service.filter(one -> !one.isForGroups())
                .ifPresent(one -> node.wrong("service " + one.id() + " has no capacity: it is booked by appointment"));
        return service.filter(OfferedService::isForGroups);
    }

    /** Also a weekday, {@code sat}: the next one, today included. */
    private LocalDate day(Fields fields) {
        var weekday = fields.find("date", "day").filter(node -> node.kind() == Node.Kind.TEXT).flatMap(Node::text)
                .flatMap(HoursPart::weekday);
        return weekday.map(day -> times.today().with(TemporalAdjusters.nextOrSame(day))).orElseGet(() -> times.day(fields));
    }

    /** At the same time of the day each week, whatever the clocks do. */
    private void repeat(Node node, int weeks, String reference, ImportedEvent first) {
        for (var week = 0; week < weeks; week++) {
            var start = later(first.start(), week);
            var name = reference.isEmpty() ? reference(first.teamMember(), start, times)
                    : weeks == 1 ? reference : reference + "-" + LocalDate.ofInstant(start, times.zone());
            add(node, new ImportedEvent(first.service(), first.teamMember(), start, later(first.end(), week), first.capacity(),
                    first.instructions(), first.resourceInstances(), first.cancelled(), name));
        }
    }

    private Instant later(Instant moment, int weeks) {
        return moment.atZone(times.zone()).plusWeeks(weeks).toInstant();
    }

    private void add(Node node, ImportedEvent event) {
        if (!event.start().isBefore(event.end())) {
            node.wrong("ends before it begins");
        } else if (Duration.between(event.start(), event.end()).compareTo(LONGEST) > 0) {
            node.wrong("is longer than a day");
        } else {
            var earlier = lines.putIfAbsent(event.reference(), node.line());
            if (earlier != null) node.wrong("has the same reference as the one in line " + earlier + ": " + event.reference());
            held.add(event, node.line()).ifPresent(other -> node.wrong("overlaps " + other));
            events.putIfAbsent(event.reference(), event);
        }
    }

    /** What an event that has no reference of its own is known by. */
    static String reference(long teamMember, Instant start, FileTimes times) {
        return "event-" + start.atZone(times.zone()).toLocalDateTime() + "-" + teamMember;
    }
}
