package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.setup.LocationSetup.Person;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds somebody for every appointment of a visit. Where any team member will do, work is spread: whoever has the fewest appointments on
 * that day, and the best of those. Appointments with the least choice go first, lest others take their only team member.
 */
final class Assignment {
    private final Proposal proposal;
    private final Timetable timetable;
    private final List<Assigned> assigned = new ArrayList<>();

    /** An appointment with who does it, and when. */
    record Assigned(AppointmentRequest request, Person person, TimeRange time) {}

    private Assignment(Proposal proposal, Timetable timetable) {
        this.proposal = proposal;
        this.timetable = timetable;
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
        assigned.add(new Assigned(request, person, time(request, person)));
        return assigned.getLast();
    }

    private boolean isFree(Person person, AppointmentRequest request) {
        return timetable.isFree(person, request.start(), request.services())
                && assigned.stream().noneMatch(other -> other.person.equals(person) && other.time.overlaps(time(request, person)));
    }

    private long appointmentsOnDayOf(AppointmentRequest request, Person person) {
        var offer = proposal.offer();
        var date = offer.date(request.start());
        var kept = timetable.busy().getOrDefault(person.id(), List.of()).stream().filter(time -> offer.date(time.from()).equals(date));
        var proposed = assigned.stream().filter(other -> other.person.equals(person) && offer.date(other.time.from()).equals(date));
        return kept.count() + proposed.count();
    }

    private TimeRange time(AppointmentRequest request, Person person) {
        return TimeRange.of(request.start(), proposal.offer().length(person, request.services()).orElseThrow());
    }
}
