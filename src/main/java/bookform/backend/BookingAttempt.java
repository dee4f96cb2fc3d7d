package bookform.backend;

import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.Lock;
import bookform.backend.store.NewAppointment;
import bookform.backend.store.Overlap;
import bookform.backend.store.Tables;
import bookform.backend.store.VisitTables.NewVisit;
import bookform.backend.store.VisitTables.UsedKey;
import bookform.booking.Appointment.BookedService;
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
    private final PhoneCodes codes;
    private final BusyTime busyTime;
    private final Tables tables;
    private final Instant now;

    /**
     * What became of it.
     *
     * @param isNew it was booked just now, not under the same key before
     */
    record Outcome(List<BookedAppointment> appointments, boolean isNew) {}

    BookingAttempt(Offer offer, VisitRequest visit, PhoneCodes codes, BusyTime busyTime, Tables tables, Instant now) {
        this.offer = offer;
        this.visit = visit;
        this.codes = codes;
        this.busyTime = busyTime;
        this.tables = tables;
        this.now = now;
    }

    /**
     * Books, or answers as before when the key has booked the same already.
     *
     * @return empty when the code is wrong: that was counted, so this transaction must be committed all the same
     * @throws BookingRefused for every other reason; the transaction must be rolled back
     */
    Optional<Outcome> book() {
        tables.lock(locks());
        var fingerprint = Fingerprint.of(visit);
        var used = tables.visits().findKey(offer.location().id(), visit.key());
        if (used.isPresent()) {
            if (!used.get().fingerprint().equals(fingerprint)) throw new BookingRefused(Reason.KEY_REUSED);
            return Optional.of(new Outcome(tables.appointments().ofVisit(offer.location().id(), used.get().visit()), false));
        } else {
            return bookNew(fingerprint);
        }
    }

    /** The key, the phone, the resources, and everybody whose time may be taken: where any team member will do, all who could. */
    private List<Lock> locks() {
        var location = offer.location().id();
        var own = Stream.of(Lock.key(location, visit.key()), Lock.phone(visit.client().phone()));
        var time = visit.appointments().stream().flatMap(appointment -> Stream.concat(
                offer.whoDo(appointment.services(), appointment.teamMember()).stream()
                        .map(person -> Lock.teamMember(location, person.id())),
                offer.resources(appointment.services()).stream().map(resource -> Lock.resource(location, resource.id()))));
        return Stream.concat(own, time).toList();
    }

    private Optional<Outcome> bookNew(String fingerprint) {
        var proposal = new Proposal(offer, visit.appointments());
        BookingRule.require(List.of(BookingRule.SOMETHING_TO_BOOK), proposal);
        BookingRule.require(BookingRule.OF_CLIENT, visit);
        if (needsCode() && !isCodeRight()) return Optional.empty();
        if (tables.visits().isBlacklisted(offer.location().id(), visit.client().phone())) throw new BookingRefused(Reason.BLACKLISTED);
        BookingRule.require(BookingRule.OF_APPOINTMENTS, proposal);
        var booked = insert(Assignment.of(proposal, busyTime.timetable(tables, proposal, now)), fingerprint);
        if (needsCode()) codes.useUp(tables, visit.client().phone());
        return Optional.of(new Outcome(booked, true));
    }

    /**
     * The form decides. One that is not the location's gets nobody around a code: it needs one when all of the location's forms do, and
     * where one of them does not, anybody may book through that.
     */
    private boolean needsCode() {
        var forms = offer.setup().forms();
        return offer.form(visit.form()).map(form -> form.phoneConfirmation())
                .orElse(!forms.isEmpty() && forms.stream().allMatch(form -> form.phoneConfirmation()));
    }

    private boolean isCodeRight() {
        return visit.code().filter(code -> !code.isBlank())
                .filter(code -> codes.booksThrough(tables, offer.location().id(), visit.form(), visit.client().phone(), code, now))
                .isPresent();
    }

    private List<BookedAppointment> insert(List<Assignment.Assigned> assigned, String fingerprint) {
        var location = offer.location().id();
        var id = tables.visits().insert(location, new NewVisit(visit.client(), Optional.of(visit.form()), visit.comment(),
                visit.smsReminderHours(), visit.language(), now));
        tables.visits().insertKey(location, visit.key(), new UsedKey(fingerprint, id));
        var booked = new ArrayList<BookedAppointment>();
        for (var one : assigned) {
            booked.add(insert(location, id, one));
        }
        return booked;
    }

    /** The database has the last word: it refuses what overlaps, whatever was decided above. */
    private BookedAppointment insert(long location, long visitId, Assignment.Assigned assigned) {
        var request = assigned.request();
        try {
            var appointment = NewAppointment.booked(request.id(), assigned.person().id(), assigned.time(),
                    assigned.demand().technicalBreak(), assigned.instances(), services(assigned.person(), request.services()), now);
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
