package bookform.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One appointment to be booked.
 *
 * @param id the caller's own number, to tell the answers of one visit apart; unique within the visit
 * @param teamMember empty for any team member
 */
public record AppointmentRequest(int id, List<Long> services, Optional<Long> teamMember, Instant start, CustomFields fields) {
    public AppointmentRequest {
        services = List.copyOf(services);
    }

    /** Without fields of the business's own. */
    public AppointmentRequest(int id, List<Long> services, Optional<Long> teamMember, Instant start) {
        this(id, services, teamMember, start, CustomFields.NONE);
    }
}
