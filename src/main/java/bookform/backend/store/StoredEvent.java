package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Category;
import bookform.booking.Event.Room;
import bookform.booking.Service;
import bookform.booking.TeamMember;
import java.util.List;

/**
 * An event as it is kept.
 *
 * @param service as its team member does it
 * @param seatsTaken those that somebody holds
 */
public record StoredEvent(long id, Service service, Category category, TeamMember teamMember, TimeRange time, int capacity,
        int seatsTaken, boolean cancelled, String instructions, List<Room> rooms) {
    public StoredEvent {
        rooms = List.copyOf(rooms);
    }

    public int freeSeats() {
        return Math.max(0, capacity - seatsTaken);
    }
}
