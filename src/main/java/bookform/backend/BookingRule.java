package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One reason a visit may not be booked, by what the visit itself shows. What the database must be asked for is in
 * {@link Reception} (the code, the blacklist) and {@link Assignment} (the time).
 */
@FunctionalInterface
interface BookingRule<T> {
    Pattern E_164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    Optional<BookingRefused> objection(T subject);

    BookingRule<ClientDetails> NAMED = client -> when(client.name().isBlank(), Reason.NAME_MISSING);

    /** E.164; whether such a number exists is the pages' business. */
    BookingRule<ClientDetails> PHONE_WELL_FORMED = client -> when(!isPhone(client.phone()), Reason.PHONE_INVALID);

    BookingRule<Proposal> SOMETHING_TO_BOOK = proposal -> proposal.appointments().isEmpty()
            ? Optional.of(new BookingRefused(Reason.NOTHING_TO_BOOK))
            : first(proposal, appointment -> appointment.services().isEmpty(), Reason.NOTHING_TO_BOOK);

    BookingRule<Proposal> ON_THE_CALENDAR = proposal -> proposal.appointments().stream()
            .filter(appointment -> !Offer.isOnCalendar(appointment.start())).findFirst().map(BookingRule::notFree);

    BookingRule<Proposal> SERVICES_OFFERED =
            proposal -> first(proposal, appointment -> proposal.candidates(appointment).isEmpty(), Reason.SERVICE_GONE);

    BookingRule<Proposal> NOBODY_TWICE_AT_ONCE = proposal -> IntStream.range(0, proposal.appointments().size())
            .filter(index -> proposal.appointments().subList(0, index).stream()
                    .anyMatch(earlier -> clash(proposal, earlier, proposal.appointments().get(index))))
            .mapToObj(index -> new BookingRefused(Reason.OVERLAPS_ITSELF, proposal.appointments().get(index).id())).findFirst();

    /** In the order of looking. {@link #SOMETHING_TO_BOOK} comes before all of them: an empty visit is nobody's. */
    List<BookingRule<ClientDetails>> OF_CLIENT = List.of(NAMED, PHONE_WELL_FORMED);
    List<BookingRule<Proposal>> OF_APPOINTMENTS = List.of(ON_THE_CALENDAR, SERVICES_OFFERED, NOBODY_TWICE_AT_ONCE);

    /** @throws BookingRefused for the first rule that objects */
    static <T> void require(List<BookingRule<T>> rules, T subject) {
        rules.stream().flatMap(rule -> rule.objection(subject).stream()).findFirst().ifPresent(objection -> {
            throw objection;
        });
    }

    /** What to say when the time of an appointment is not free. */
    static BookingRefused notFree(AppointmentRequest appointment) {
        return new BookingRefused(appointment.teamMember().isPresent() ? Reason.SLOT_TAKEN : Reason.NOBODY_FREE, appointment.id());
    }

    static boolean isPhone(String phone) {
        return E_164.matcher(phone).matches();
    }

    private static Optional<BookingRefused> when(boolean bad, Reason reason) {
        return bad ? Optional.of(new BookingRefused(reason)) : Optional.empty();
    }

    private static Optional<BookingRefused> first(Proposal proposal, Predicate<AppointmentRequest> bad, Reason reason) {
        return proposal.appointments().stream().filter(bad).findFirst().map(appointment -> new BookingRefused(reason, appointment.id()));
    }

    private static boolean clash(Proposal proposal, AppointmentRequest one, AppointmentRequest other) {
        return one.teamMember().isPresent() && one.teamMember().equals(other.teamMember())
                && time(proposal, one).overlaps(time(proposal, other));
    }

    private static TimeRange time(Proposal proposal, AppointmentRequest appointment) {
        var person = proposal.candidates(appointment).getFirst();
        return proposal.offer().demand(person, appointment.services()).orElseThrow().busyFrom(appointment.start());
    }
}
