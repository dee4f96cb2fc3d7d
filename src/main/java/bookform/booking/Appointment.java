package bookform.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An appointment as the client who holds its hash may see it.
 *
 * @param services at the price of one seat, where it is an event's
 * @param cancellableUntil the last instant at which the client may cancel; empty when cancelling is not, or no longer, possible
 * @param movableUntil the same for moving it to another time; the time of an event is everybody's, and its seats are cancelled and booked
 *        anew
 * @param event the event that it is seats of; empty when it is the client's alone
 * @param seats how many of them; else 1
 * @param prepaid it is paid for
 */
public record Appointment(long id, Location location, List<BookedService> services, TeamMember teamMember, Instant start, Duration length,
        String comment, Status status, Optional<Instant> cancellableUntil, Optional<Instant> movableUntil, Optional<Long> event,
        int seats, boolean prepaid) {

    /** A service within an appointment, at the price and length it was booked for. */
    public record BookedService(long id, String title, Money price, Duration duration) {}

    /** Where an appointment stands. All but {@link #CANCELLED} and {@link #NO_SHOW} hold the team member's time. */
    public enum Status {
        WAITING, CONFIRMED, ARRIVED, NO_SHOW, CANCELLED
    }

    public Appointment {
        services = List.copyOf(services);
    }

    /** One that is the client's alone, and can be moved for as long as it can be cancelled. */
    public Appointment(long id, Location location, List<BookedService> services, TeamMember teamMember, Instant start, Duration length,
            String comment, Status status, Optional<Instant> cancellableUntil) {
        this(id, location, services, teamMember, start, length, comment, status, cancellableUntil, cancellableUntil, Optional.empty(), 1,
                false);
    }

    /** Its services in one line, {@code Haircut, Beard trim}, or two seats, {@code Yoga × 2}; empty where Altegio tells none. */
    public String what() {
        return services.stream().filter(service -> !service.title().isBlank()).map(this::title).collect(Collectors.joining(", "));
    }

    /** What a service of it is called, with the number of its seats where there are several. */
    public String title(BookedService service) {
        return seats == 1 ? service.title() : service.title() + " × " + seats;
    }

    /** Of all its seats. */
    public Money price() {
        return services.stream().map(BookedService::price).reduce(Money.zero(location.currency()), Money::plus).times(seats);
    }

    /** Whether the client may still cancel it. */
    public boolean isCancellable() {
        return cancellableUntil.isPresent();
    }

    /** Whether the client may still move it to another time. */
    public boolean isMovable() {
        return movableUntil.isPresent();
    }

    /** The same at another time. */
    public Appointment withStart(Instant start) {
        return new Appointment(id, location, services, teamMember, start, length, comment, status, cancellableUntil, movableUntil, event,
                seats, prepaid);
    }

    public Instant end() {
        return start.plus(length);
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }
}
