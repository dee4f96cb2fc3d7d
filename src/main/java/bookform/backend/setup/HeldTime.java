package bookform.backend.setup;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The time of team members and resources that appointments and events hold, to find those that overlap. */
final class HeldTime {
    private record Held(Instant end, String by) {}

    private record Holder(boolean isTeamMember, long id) {}

    private final Map<Holder, TreeMap<Instant, Held>> held = new HashMap<>();

    /** @return what this one overlaps, with its line */
    Optional<String> add(ImportedAppointment appointment, int line) {
        return appointment.holdsTime()
                ? add(appointment.teamMember(), appointment.resourceInstances(), appointment.busy(), "the appointment in line " + line)
                : Optional.empty();
    }

    /** @return what this one overlaps, with its line */
    Optional<String> add(ImportedEvent event, int line) {
        return event.cancelled() ? Optional.empty()
                : add(event.teamMember(), event.resourceInstances(), new TimeRange(event.start(), event.end()),
                        "the event in line " + line);
    }

    private Optional<String> add(long teamMember, List<Long> instances, TimeRange busy, String by) {
        var holders =
                Stream.concat(Stream.of(new Holder(true, teamMember)), instances.stream().map(instance -> new Holder(false, instance)))
                        .toList();
        for (var holder : holders) {
            var before = of(holder).lowerEntry(busy.to());
            if (before != null && before.getValue().end().isAfter(busy.from())) return Optional.of(before.getValue().by());
        }
        holders.forEach(holder -> of(holder).put(busy.from(), new Held(busy.to(), by)));
        return Optional.empty();
    }

    private TreeMap<Instant, Held> of(Holder holder) {
        return held.computeIfAbsent(holder, _ -> new TreeMap<>());
    }
}
