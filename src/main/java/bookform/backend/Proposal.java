package bookform.backend;

import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.AppointmentRequest;
import java.util.List;

/** The appointments of one visit, as somebody would like them. */
record Proposal(Offer offer, List<AppointmentRequest> appointments) {
    /** Far more than anybody books; each is compared with each, and the writer's time is everybody's. */
    private static final int MOST = 50;

    Proposal {
        if (appointments.size() > MOST) throw new IllegalArgumentException("A visit has at most " + MOST + " appointments");
    }

    /** Whoever could do an appointment, if they had the time; best first. */
    List<Person> candidates(AppointmentRequest appointment) {
        return offer.whoDo(appointment.services(), appointment.teamMember());
    }
}
