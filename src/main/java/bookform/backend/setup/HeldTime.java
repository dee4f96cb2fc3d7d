package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The time of team members and resources that appointments hold, to find those that overlap. */
final class HeldTime {
    private record Held(Instant end, int line) {}

    private record Holder(boolean isTeamMember, long id) {}

    private final Map<Holder, TreeMap<Instant, Held>> held = new HashMap<>();

    /** @return the line of an appointment that this one overlaps */
    Optional<Integer> add(ImportedAppointment appointment, int line) {
        if (!appointment.holdsTime()) return Optional.empty();
        var holders = Stream.concat(Stream.of(new Holder(true, appointment.teamMember())),
                appointment.resourceInstances().stream().map(instance -> new Holder(false, instance))).toList();
        var busy = appointment.busy();
        for (var holder : holders) {
            var before = of(holder).lowerEntry(busy.to());
            if (before != null && before.getValue().end().isAfter(busy.from())) return Optional.of(before.getValue().line());
        }
        holders.forEach(holder -> of(holder).put(busy.from(), new Held(busy.to(), line)));
        return Optional.empty();
    }

    private TreeMap<Instant, Held> of(Holder holder) {
        return held.computeIfAbsent(holder, _ -> new TreeMap<>());
    }
}
