package bookform.backend;

import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.AppointmentRequest;
import java.util.List;

/** The appointments of one visit, as somebody would like them. */
record Proposal(Offer offer, List<AppointmentRequest> appointments) {
    /** Whoever could do an appointment, if they had the time; best first. */
    List<Person> candidates(AppointmentRequest appointment) {
        return offer.whoDo(appointment.services(), appointment.teamMember());
    }
}
