package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The time that appointments hold, to find those that overlap. */
final class HeldTime {
    private record Held(Instant end, int line) {}

    private final Map<Long, TreeMap<Instant, Held>> byTeamMember = new HashMap<>();

    /** @return the line of an appointment that this one overlaps */
    Optional<Integer> add(ImportedAppointment appointment, int line) {
        if (appointment.status() == Status.CANCELLED || appointment.status() == Status.NO_SHOW) return Optional.empty();
        var own = byTeamMember.computeIfAbsent(appointment.teamMember(), _ -> new TreeMap<>());
        var before = own.lowerEntry(appointment.end());
        if (before != null && before.getValue().end().isAfter(appointment.start())) return Optional.of(before.getValue().line());
        own.put(appointment.start(), new Held(appointment.end(), line));
        return Optional.empty();
    }
}
