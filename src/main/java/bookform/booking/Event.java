package bookform.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A group session with a capacity: clients book seats of it.
 *
 * @param service what happens there; the price is that of one seat
 * @param category what the service stands under
 * @param teamMember who leads it
 * @param capacity seats in all
 * @param freeSeats those that nobody holds
 * @param seatsPerClient how many of them one client may hold
 * @param open whether its time can be booked: not begun, not too soon, not too far ahead; it may be full all the same
 * @param instructions what to bring or know; empty for nothing
 * @param rooms what it takes besides its team member
 */
public record Event(long id, Service service, Category category, TeamMember teamMember, Instant start, Duration length, int capacity,
        int freeSeats, int seatsPerClient, boolean open, String instructions, List<Room> rooms) {

    /** A room, or something else that is there once: one instance of a resource. */
    public record Room(long id, String title, long resource) {}

    public Event {
        rooms = List.copyOf(rooms);
    }

    public Instant end() {
        return start.plus(length);
    }

    public boolean isFull() {
        return freeSeats == 0;
    }
}
