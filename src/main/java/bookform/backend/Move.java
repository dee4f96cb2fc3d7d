package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.Overlap;
import bookform.backend.store.StoredAppointment;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/**
 * One appointment being moved to another time, with the same team member and length: read and written in one transaction, so that the
 * old time is free if, and only if, the new one is taken.
 */
final class Move {
    private final Offer offer;
    private final StoredAppointment appointment;
    private final BusyTime busyTime;
    private final Tables tables;
    private final Instant now;

    Move(Offer offer, StoredAppointment appointment, BusyTime busyTime, Tables tables, Instant now) {
        this.offer = offer;
        this.appointment = appointment;
        this.busyTime = busyTime;
        this.tables = tables;
        this.now = now;
    }

    /** @throws BookingRefused SLOT_TAKEN; the transaction must be rolled back */
    StoredAppointment to(Instant start) {
        if (start.equals(appointment.time().from())) return appointment;
        if (!Offer.isOnCalendar(start) || !isFree(start)) throw new BookingRefused(Reason.SLOT_TAKEN);
        return write(TimeRange.of(start, appointment.time().length()));
    }

    private boolean isFree(Instant start) {
        var date = offer.date(start);
        var person = offer.person(appointment.teamMember().id());
        return person.isPresent() && withoutItself(busyTime.timetable(tables, offer, Optional.of(person.get().id()), date, date, now))
                .starts(person.get(), date, Optional.of(appointment.time().length())).anyMatch(start::equals);
    }

    /** Its own time is no obstacle: it may move by less than its length. */
    private Timetable withoutItself(Timetable timetable) {
        var busy = new HashMap<>(timetable.busy());
        busy.computeIfPresent(appointment.teamMember().id(),
                (member, ranges) -> ranges.stream().filter(range -> !range.equals(appointment.time())).toList());
        return new Timetable(offer, busy, now);
    }

    /** The database has the last word: it refuses what overlaps, whatever was decided above. */
    private StoredAppointment write(TimeRange time) {
        try {
            if (!tables.appointments().move(offer.location().id(), appointment, time))
                throw new BookingUnavailable("Appointment " + appointment.id() + " was changed by somebody else");
            return appointment.withTime(time);
        } catch (Overlap overlap) {
            throw new BookingRefused(Reason.SLOT_TAKEN);
        }
    }
}
