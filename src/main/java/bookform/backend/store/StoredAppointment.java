package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.TeamMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An appointment as it is kept.
 *
 * @param teamMember also when they have left since
 * @param time the client's
 * @param technicalBreak how long its team member and resources stay busy after that
 * @param hash the secret of its client, for comparison only
 * @param event the event that it is seats of
 */
public record StoredAppointment(long id, TeamMember teamMember, TimeRange time, Duration technicalBreak, List<BookedService> services,
        String comment, Status status, String hash, Optional<Long> event, int seats) {
    public StoredAppointment {
        services = List.copyOf(services);
    }

    public StoredAppointment withStatus(Status status) {
        return new StoredAppointment(id, teamMember, time, technicalBreak, services, comment, status, hash, event, seats);
    }

    public StoredAppointment withTime(TimeRange time) {
        return new StoredAppointment(id, teamMember, time, technicalBreak, services, comment, status, hash, event, seats);
    }

    public StoredAppointment withComment(String comment) {
        return new StoredAppointment(id, teamMember, time, technicalBreak, services, comment, status, hash, event, seats);
    }

    /** How long its team member and resources are busy. */
    public TimeRange busy() {
        return new TimeRange(time.from(), time.to().plus(technicalBreak));
    }

    /** Keeps the secret. */
    @Override
    public String toString() {
        return "StoredAppointment[" + id + "]";
    }
}
