package bookform.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An appointment as the client who holds its hash may see it.
 *
 * @param cancellableUntil the last instant at which the client may cancel; empty when cancelling is not, or no longer, possible
 */
public record Appointment(long id, Location location, List<BookedService> services, TeamMember teamMember, Instant start, Duration length,
        String comment, Status status, Optional<Instant> cancellableUntil) {

    /** A service within an appointment, at the price and length it was booked for. */
    public record BookedService(long id, String title, Money price, Duration duration) {}

    /** Where an appointment stands. All but {@link #CANCELLED} and {@link #NO_SHOW} hold the team member's time. */
    public enum Status {
        WAITING, CONFIRMED, ARRIVED, NO_SHOW, CANCELLED
    }

    public Appointment {
        services = List.copyOf(services);
    }

    public Money price() {
        return services.stream().map(BookedService::price).reduce(Money.zero(location.currency()), Money::plus);
    }

    public Instant end() {
        return start.plus(length);
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }
}
