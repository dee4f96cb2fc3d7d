package bookform.backend;

import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.StoredAppointment;
import java.util.List;
import java.util.Optional;

/**
 * An appointment with what it takes, to be moved: it asks for what it has, whatever its services take today, and its own time is no
 * obstacle, so that it may move by less than its length.
 *
 * @param instances of resources
 */
record Holding(StoredAppointment appointment, List<Long> instances) {
    /** Who does it; empty when they can no longer be booked. */
    Optional<Person> person(Offer offer) {
        return offer.person(appointment.teamMember().id());
    }

    Demand demand(Offer offer) {
        return new Demand(appointment.time().length(), appointment.technicalBreak(), offer.resourcesOf(instances));
    }

    /** What else is busy. */
    Timetable without(Timetable timetable) {
        return timetable.withBusy(timetable.busy().without(appointment.teamMember().id(), instances, appointment.busy()));
    }
}
