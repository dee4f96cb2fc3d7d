package bookform.backend;

import bookform.backend.Reception.Outcome;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.Lock;
import bookform.backend.store.NewAppointment;
import bookform.backend.store.Overlap;
import bookform.backend.store.Tables;
import bookform.backend.store.VisitTables.Known;
import bookform.booking.Appointment.BookedService;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.VisitRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One visit being booked: everything that is read for the decision, and everything that is written, in one transaction. */
final class BookingAttempt {
    private final Offer offer;
    private final VisitRequest visit;
    private final Reception reception;
    private final BusyTime busyTime;
    private final Tables tables;

    BookingAttempt(Reception reception, VisitRequest visit, BusyTime busyTime) {
        this.reception = reception;
        this.offer = reception.offer();
        this.tables = reception.tables();
        this.visit = visit;
        this.busyTime = busyTime;
    }

    /**
     * Books, or answers as before when the key has booked the same already.
     *
     * @return empty when the code is wrong: that was counted, so this transaction must be committed all the same
     * @throws BookingRefused for every other reason; the transaction must be rolled back
     */
    Optional<Outcome> book() {
        tables.lock(locks());
        var known = reception.known();
        return reception.before(known).or(() -> bookNew(known));
    }

    /** The key, the phone, the resources, and everybody whose time may be taken: where any team member will do, all who could. */
    private Stream<Lock> locks() {
        var location = offer.location().id();
        var time = visit.appointments().stream().flatMap(appointment -> Stream.concat(
                offer.whoDo(appointment.services(), appointment.teamMember()).stream()
                        .map(person -> Lock.teamMember(location, person.id())),
                offer.resources(appointment.services()).stream().map(resource -> Lock.resource(location, resource.id()))));
        return Stream.concat(reception.locks(), time);
    }

    private Optional<Outcome> bookNew(Known known) {
        var proposal = new Proposal(offer, visit.appointments());
        BookingRule.require(List.of(BookingRule.SOMETHING_TO_BOOK), proposal);
        if (!reception.admits(known)) return Optional.empty();
        BookingRule.require(BookingRule.OF_APPOINTMENTS, proposal);
        return Optional.of(new Outcome(insert(Assignment.of(proposal, busyTime.timetable(tables, proposal, reception.now()))), true));
    }

    private List<BookedAppointment> insert(List<Assignment.Assigned> assigned) {
        var location = offer.location().id();
        var id = reception.open();
        var booked = new ArrayList<BookedAppointment>();
        for (var one : assigned) {
            booked.add(insert(location, id, one));
        }
        visit.appointments().stream().map(AppointmentRequest::start).min(Instant::compareTo)
                .ifPresent(start -> reception.remind(id, start));
        return booked;
    }

    /** Where the database says at once that it overlaps, which appointment that was is told; see {@link Bookings}. */
    private BookedAppointment insert(long location, long visitId, Assignment.Assigned assigned) {
        var request = assigned.request();
        try {
            var appointment = NewAppointment.booked(request.id(), assigned.person().id(), assigned.time(),
                    assigned.demand().technicalBreak(), assigned.instances(), services(assigned.person(), request.services()),
                    request.fields(), reception.now());
            return new BookedAppointment(request.id(), tables.appointments().insert(location, visitId, appointment), appointment.hash());
        } catch (Overlap overlap) {
            throw new BookingRefused(Reason.SLOT_TAKEN, request.id());
        }
    }

    private List<BookedService> services(Person person, List<Long> services) {
        return services.stream().map(service -> offer.skill(person, service))
                .map(skill -> new BookedService(skill.service(), offer.title(skill.service()), skill.price().min(), skill.duration()))
                .toList();
    }
}
