package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.StoredEvent;
import bookform.booking.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which events can be booked at a moment, by their time: under the same rules as time slots. Pure.
 *
 * @param from the first start that can be booked
 * @param to the first that cannot, yet
 */
record EventOpening(Offer offer, Instant from, Instant to) {
    static EventOpening at(Offer offer, Instant now) {
        return new EventOpening(offer, now.plus(offer.setup().rules().notice()),
                offer.startOf(Timetable.lastDay(offer, now).plusDays(1)));
    }

    /** What of some days can be booked, both included; empty for none. */
    Optional<TimeRange> within(LocalDate first, LocalDate last) {
        if (last.isBefore(offer.date(from)) || first.isAfter(offer.date(to)) || last.isBefore(first)) return Optional.empty();
        var start = first.isAfter(offer.date(from)) ? offer.startOf(first) : from;
        var end = last.isBefore(offer.date(to)) ? offer.startOf(last.plusDays(1)) : to;
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    boolean isOpen(StoredEvent event) {
        var start = event.time().from();
        return !event.cancelled() && !start.isBefore(from) && start.isBefore(to);
    }

    Event shown(StoredEvent event) {
        return new Event(event.id(), event.service(), event.category(), event.teamMember(), event.time().from(), event.time().length(),
                event.capacity(), event.freeSeats(), offer.setup().rules().seatsPerClient(), isOpen(event), event.instructions(),
                event.rooms());
    }
}
