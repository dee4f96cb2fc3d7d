package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.Tables;
import bookform.booking.AppointmentRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads what keeps a team busy: one query, whatever the number of days and people. */
final class BusyTime {
    private final boolean looked;

    /** @param looked false only in tests that prove that the database refuses overlaps by itself */
    BusyTime(boolean looked) {
        this.looked = looked;
    }

    /** For every day from the first to the last, both included, as far as they can be booked. */
    Timetable timetable(Tables tables, Offer offer, Optional<Long> teamMember, LocalDate first, LocalDate last, Instant now) {
        var from = later(first, Timetable.firstDay(offer, now));
        var to = earlier(last, Timetable.lastDay(offer, now));
        if (!looked || from.isAfter(to)) return new Timetable(offer, Map.of(), now);
        var range = new TimeRange(offer.startOf(from), offer.startOf(to.plusDays(1)));
        return new Timetable(offer, tables.appointments().busy(offer.location().id(), teamMember, range), now);
    }

    /** For the days of the appointments. */
    Timetable timetable(Tables tables, Proposal proposal, Instant now) {
        var offer = proposal.offer();
        var dates = proposal.appointments().stream().map(appointment -> offer.date(appointment.start())).sorted().toList();
        var people = proposal.appointments().stream().map(AppointmentRequest::teamMember).distinct().toList();
        return timetable(tables, offer, people.size() == 1 ? people.getFirst() : Optional.empty(), dates.getFirst(), dates.getLast(), now);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
