package bookform.booking;

import java.time.LocalDate;
import java.util.List;

/**
 * Which events somebody wants to see. Lists that are empty leave the choice open.
 *
 * @param first in the location's calendar, by the events' starts
 * @param last included
 * @param rooms one of them, by {@link Event.Room#id} or by the resource that they are instances of
 */
public record EventFilter(LocalDate first, LocalDate last, List<Long> services, List<Long> teamMembers, List<Long> rooms) {
    public EventFilter {
        services = List.copyOf(services);
        teamMembers = List.copyOf(teamMembers);
        rooms = List.copyOf(rooms);
    }

    /** Everything in a period. */
    public static EventFilter between(LocalDate first, LocalDate last) {
        return new EventFilter(first, last, List.of(), List.of(), List.of());
    }

    /** Whether an event is wanted, by all but its date. */
    public boolean takes(Event event) {
        return takes(services, event.service().id()) && takes(teamMembers, event.teamMember().id())
                && (rooms.isEmpty()
                        || event.rooms().stream().anyMatch(room -> rooms.contains(room.id()) || rooms.contains(room.resource())));
    }

    private static boolean takes(List<Long> wanted, long id) {
        return wanted.isEmpty() || wanted.contains(id);
    }
}
