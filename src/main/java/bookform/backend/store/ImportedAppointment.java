package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.Status;
import bookform.booking.CustomFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An appointment on its way between systems.
 *
 * @param technicalBreak how long its team member and resources stay busy after its end
 * @param resourceInstances empty on the way in: the first that are free of those that its services need
 * @param clientPhone E.164
 * @param reference its name, unique within the location; appointments booked here have one too
 * @param event the reference of the event that it is seats of; empty when it is the client's alone
 * @param seats how many of them; else 1
 */
public record ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, Duration technicalBreak,
        List<Long> resourceInstances, String clientName, String clientPhone, Status status, String reference, Optional<String> event,
        int seats, CustomFields fields) {
    public ImportedAppointment {
        services = List.copyOf(services);
        resourceInstances = List.copyOf(resourceInstances);
    }

    /** One that is the client's alone. */
    public ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, Duration technicalBreak,
            List<Long> resourceInstances, String clientName, String clientPhone, Status status, String reference) {
        this(teamMember, services, start, end, technicalBreak, resourceInstances, clientName, clientPhone, status, reference,
                Optional.empty(), 1, CustomFields.NONE);
    }

    /** Without a technical break, and with the instances that are free. */
    public ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, String clientName, String clientPhone,
            Status status, String reference) {
        this(teamMember, services, start, end, Duration.ZERO, List.of(), clientName, clientPhone, status, reference);
    }

    /** Seats of an event, when and with whom that is. */
    public static ImportedAppointment seats(ImportedEvent event, int seats, String clientName, String clientPhone, Status status,
            String reference) {
        return new ImportedAppointment(event.teamMember(), List.of(event.service()), event.start(), event.end(), Duration.ZERO, List.of(),
                clientName, clientPhone, status, reference, Optional.of(event.reference()), seats, CustomFields.NONE);
    }

    public ImportedAppointment withFields(CustomFields fields) {
        return new ImportedAppointment(teamMember, services, start, end, technicalBreak, resourceInstances, clientName, clientPhone, status,
                reference, event, seats, fields);
    }

    /** How long its team member and resources are busy. */
    public TimeRange busy() {
        return new TimeRange(start, end.plus(technicalBreak));
    }

    /** Whether it takes any time; where it is seats, the event does. */
    public boolean holdsTime() {
        return event.isEmpty() && isHeld();
    }

    /** Whether its client has not given it up. */
    public boolean isHeld() {
        return status != Status.CANCELLED && status != Status.NO_SHOW;
    }

    /** Names no client: it ends up in logs by accident. */
    @Override
    public String toString() {
        return "appointment " + reference + " with team member " + teamMember + ", " + start + "–" + end;
    }
}
