package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds somebody for every appointment of a visit, and the resources that it needs. Where any team member will do, work is spread: whoever
 * has the fewest appointments on that day, and the best of those. Appointments with the least choice go first, lest others take their only
 * team member.
 */
final class Assignment {
    private final Proposal proposal;
    private final Timetable timetable;

    /** The timetable as it is with what was assigned so far. */
    private Timetable remaining;

    /**
     * An appointment with who does it, when, and with what.
     *
     * @param time the client's
     * @param instances one of every resource that it needs
     */
    record Assigned(AppointmentRequest request, Person person, TimeRange time, Demand demand, List<Long> instances) {}

    private Assignment(Proposal proposal, Timetable timetable) {
        this.proposal = proposal;
        this.timetable = timetable;
        this.remaining = timetable;
    }

    /**
     * In the order of the proposal, which must satisfy the {@link BookingRule}s.
     *
     * @throws BookingRefused SLOT_TAKEN, or NOBODY_FREE where any team member was asked for
     */
    static List<Assigned> of(Proposal proposal, Timetable timetable) {
        var requests = proposal.appointments();
        var assignment = new Assignment(proposal, timetable);
        var answers = new Assigned[requests.size()];
        IntStream.range(0, requests.size()).boxed()
                .sorted(Comparator.comparingInt(index -> proposal.candidates(requests.get(index)).size()))
                .forEach(index -> answers[index] = assignment.assign(requests.get(index)));
        return List.of(answers);
    }

    private Assigned assign(AppointmentRequest request) {
        var person = proposal.candidates(request).stream()
                .filter(candidate -> isFree(candidate, request))
                .min(Comparator.comparingLong(candidate -> appointmentsOnDayOf(request, candidate))) // the first, hence the best, of equals
                .orElseThrow(() -> BookingRule.notFree(request));
        var demand = demand(request, person);
        var instances = remaining.instances(demand, request.start()).orElseThrow();
        remaining = remaining.withBusy(remaining.busy().with(person.id(), instances, demand.busyFrom(request.start())));
        return new Assigned(request, person, demand.clientFrom(request.start()), demand, instances);
    }

    /**
     * A slot that was offered stays one when another appointment of the visit shifts a dynamic grid, and one that begins where that other
     * appointment ends becomes one.
     */
    private boolean isFree(Person person, AppointmentRequest request) {
        var demand = demand(request, person);
        var offered = timetable.offers(person, request.start(), Optional.of(demand));
        if (remaining == timetable) return offered;
        return offered && remaining.isFree(person, request.start(), demand)
                || remaining.offers(person, request.start(), Optional.of(demand));
    }

    private long appointmentsOnDayOf(AppointmentRequest request, Person person) {
        var offer = proposal.offer();
        var date = offer.date(request.start());
        return remaining.busy().ofTeamMember(person.id()).stream().filter(time -> offer.date(time.from()).equals(date)).count();
    }

    private Demand demand(AppointmentRequest request, Person person) {
        return proposal.offer().demand(person, request.services()).orElseThrow();
    }
}
