package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An appointment on its way between systems.
 *
 * @param technicalBreak how long its team member and resources stay busy after its end
 * @param resourceInstances empty on the way in: the first that are free of those that its services need
 * @param clientPhone E.164
 * @param reference its name, unique within the location; appointments booked here have one too
 */
public record ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, Duration technicalBreak,
        List<Long> resourceInstances, String clientName, String clientPhone, Status status, String reference) {
    public ImportedAppointment {
        services = List.copyOf(services);
        resourceInstances = List.copyOf(resourceInstances);
    }

    /** Without a technical break, and with the instances that are free. */
    public ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, String clientName, String clientPhone,
            Status status, String reference) {
        this(teamMember, services, start, end, Duration.ZERO, List.of(), clientName, clientPhone, status, reference);
    }

    /** How long its team member and resources are busy. */
    public TimeRange busy() {
        return new TimeRange(start, end.plus(technicalBreak));
    }

    /** Whether it takes any time. */
    public boolean holdsTime() {
        return status != Status.CANCELLED && status != Status.NO_SHOW;
    }

    /** Names no client: it ends up in logs by accident. */
    @Override
    public String toString() {
        return "appointment " + reference + " with team member " + teamMember + ", " + start + "–" + end;
    }
}
