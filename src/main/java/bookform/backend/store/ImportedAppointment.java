package bookform.backend.store;

import bookform.booking.Appointment.Status;
import java.time.Instant;
import java.util.List;

/**
 * An appointment on its way between systems.
 *
 * @param clientPhone E.164
 * @param reference its name, unique within the location; appointments booked here have one too
 */
public record ImportedAppointment(long teamMember, List<Long> services, Instant start, Instant end, String clientName, String clientPhone,
        Status status, String reference) {
    public ImportedAppointment {
        services = List.copyOf(services);
    }

    /** Names no client: it ends up in logs by accident. */
    @Override
    public String toString() {
        return "appointment " + reference + " with team member " + teamMember + ", " + start + "–" + end;
    }
}
