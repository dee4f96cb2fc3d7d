package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.Overlap;
import bookform.backend.store.StoredAppointment;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One appointment being moved to another time, with the same team member, length and kinds of resources: read and written in one
 * transaction, so that the old time is free if, and only if, the new one is taken.
 */
final class Move {
    private final Offer offer;
    private final StoredAppointment appointment;
    private final Holding holding;
    private final BusyTime busyTime;
    private final Tables tables;
    private final Instant now;

    /** @param instances of resources, which the appointment has so far */
    Move(Offer offer, StoredAppointment appointment, List<Long> instances, BusyTime busyTime, Tables tables, Instant now) {
        this.offer = offer;
        this.appointment = appointment;
        this.holding = new Holding(appointment, instances);
        this.busyTime = busyTime;
        this.tables = tables;
        this.now = now;
    }

    /** @throws BookingRefused SLOT_TAKEN; the transaction must be rolled back */
    StoredAppointment to(Instant start) {
        if (start.equals(appointment.time().from())) return appointment;
        if (appointment.event().isPresent()) throw new BookingRefused(Reason.SLOT_TAKEN); // its time is everybody's
        if (!Offer.isOnCalendar(start)) throw new BookingRefused(Reason.SLOT_TAKEN);
        return write(TimeRange.of(start, appointment.time().length()), instances(start));
    }

    /** What the appointment takes then. */
    private List<Long> instances(Instant start) {
        var person = holding.person(offer).orElseThrow(() -> new BookingRefused(Reason.SLOT_TAKEN));
        var demand = holding.demand(offer);
        var timetable = holding.without(busyTime.timetable(tables, offer, person.id(), demand, offer.date(start), now));
        if (!timetable.offers(person, start, Optional.of(demand))) throw new BookingRefused(Reason.SLOT_TAKEN);
        return timetable.instances(demand, start).orElseThrow();
    }

    /** The database has the last word: it refuses what overlaps, whatever was decided above. */
    private StoredAppointment write(TimeRange time, List<Long> instances) {
        try {
            if (!tables.appointments().move(offer.location().id(), appointment, time, instances))
                throw new BookingUnavailable("Appointment " + appointment.id() + " was changed by somebody else");
            return appointment.withTime(time);
        } catch (Overlap overlap) {
            throw new BookingRefused(Reason.SLOT_TAKEN);
        }
    }
}
