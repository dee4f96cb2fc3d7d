package bookform.backend;

import bookform.backend.availability.Busy;
import bookform.backend.availability.TimeRange;
import bookform.backend.store.Tables;
import bookform.booking.AppointmentRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Reads when a team, and the resources that it needs, are busy: one query, whatever the number of days and people, and whatever keeps them
 * so.
 */
final class BusyTime {
    private final boolean looked;

    /** @param looked false only in tests that prove that the database refuses overlaps by itself */
    BusyTime(boolean looked) {
        this.looked = looked;
    }

    /**
     * For every day from the first to the last, both included, as far as they can be booked.
     *
     * @param services what is to be done: tells which resources matter
     */
    Timetable timetable(Tables tables, Offer offer, Optional<Long> teamMember, Collection<Long> services, LocalDate first, LocalDate last,
            Instant now) {
        return timetable(tables, offer, teamMember, !offer.resources(services).isEmpty(), first, last, now);
    }

    /** For the days of the appointments. */
    Timetable timetable(Tables tables, Proposal proposal, Instant now) {
        var offer = proposal.offer();
        var dates = proposal.appointments().stream().map(appointment -> offer.date(appointment.start())).sorted().toList();
        var people = proposal.appointments().stream().map(AppointmentRequest::teamMember).distinct().toList();
        var services = proposal.appointments().stream().flatMap(appointment -> appointment.services().stream()).toList();
        return timetable(tables, offer, people.size() == 1 ? people.getFirst() : Optional.empty(), services, dates.getFirst(),
                dates.getLast(), now);
    }

    /** For one team member on one day, and for instances of resources where they matter. */
    Timetable timetable(Tables tables, Offer offer, long teamMember, Demand demand, LocalDate date, Instant now) {
        return timetable(tables, offer, Optional.of(teamMember), !demand.resources().isEmpty(), date, date, now);
    }

    private Timetable timetable(Tables tables, Offer offer, Optional<Long> teamMember, boolean resources, LocalDate first, LocalDate last,
            Instant now) {
        var from = later(first, Timetable.firstDay(offer, now));
        var to = earlier(last, Timetable.lastDay(offer, now));
        if (!looked || from.isAfter(to)) return new Timetable(offer, Busy.NOTHING, now);
        var range = new TimeRange(offer.startOf(from), offer.startOf(to.plusDays(1)));
        return new Timetable(offer, tables.busyTime().find(offer.location().id(), teamMember, resources, range), now);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
