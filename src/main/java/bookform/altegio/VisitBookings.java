package bookform.altegio;

import bookform.altegio.Ledger.State;
import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.WireTime;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.booking.Location;
import bookform.booking.VisitRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and books visits (altegio-api.md §4.2, §4.3). What the API would read otherwise than it is meant is refused here. */
final class VisitBookings {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final long ANYBODY = 0;
    private static final Logger LOG = LoggerFactory.getLogger(VisitBookings.class);
    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final long NAP = 100;

    private final Upstream upstream;
    private final Memory memory;
    private final LongFunction<Optional<Location>> locations;
    private final Ledger ledger;
    private final Settlement settlement;

    VisitBookings(Upstream upstream, Memory memory, Ledger ledger, Settlement settlement,
            LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.memory = memory;
        this.locations = locations;
        this.ledger = ledger;
        this.settlement = settlement;
    }

    void check(long location, List<AppointmentRequest> appointments) {
        var call = Call.post("book_check", location).body(new BookRequest.Check(wire(location, appointments)));
        var reply = upstream.send(call);
        if (!reply.isGood()) throw Refusals.ofVisit(call, reply, appointments);
    }

    /** Asks for it at most once under one key, whatever happens on the way. */
    List<BookedAppointment> book(long location, VisitRequest visit) {
        if (visit.client().name().isBlank()) throw new BookingRefused(Reason.NAME_MISSING);
        if (!PHONE.matcher(visit.client().phone()).matches()) throw new BookingRefused(Reason.PHONE_INVALID);
        var call = Call.post("book_record", location).in(visit.language()).body(body(visit, wire(location, visit.appointments())));
        var known = ledger.begin(location, visit);
        if (known.isEmpty()) return send(location, visit, call);
        if (!known.get().fingerprint().equals(ledger.fingerprint(visit))) throw new BookingRefused(Reason.KEY_REUSED);
        return findBooked(location, visit.key()).orElseGet(() -> book(location, visit));
    }

    /** Waits for whoever is asking at this moment: a second click has the first one's answer. */
    Optional<List<BookedAppointment>> findBooked(long location, String key) {
        for (var end = System.nanoTime() + WAIT.toNanos(); System.nanoTime() < end && isUnderWay(location, key);) {
            try {
                Thread.sleep(NAP);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new BookingUnsettled("Stopped while waiting");
            }
        }
        return settlement.find(location, key);
    }

    private boolean isUnderWay(long location, String key) {
        return ledger.find(location, key).filter(entry -> entry.state() == State.SENT && entry.age().compareTo(WAIT) < 0).isPresent();
    }

    private List<BookedAppointment> send(long location, VisitRequest visit, Call call) {
        try {
            var reply = upstream.send(call);
            if (!reply.isGood()) throw Refusals.ofVisit(call, reply, visit.appointments());
            var booked = booked(call, reply, visit.appointments());
            note(() -> ledger.booked(location, visit.key(), booked));
            return booked;
        } catch (Fault fault) {
            if (fault.mayHaveHappened()) {
                note(() -> ledger.unknown(location, visit.key()));
                throw new BookingUnsettled("Altegio was told to book, and its answer was lost", fault);
            }
            note(() -> ledger.forget(location, visit.key()));
            throw fault;
        } catch (BookingRefused refused) {
            note(() -> ledger.forget(location, visit.key()));
            throw refused;
        } finally {
            memory.forget(location, Lifetime.TIMES); // the others only hint at where to look, and would cost every booking two calls more
        }
    }

    /** What is already settled over there does not depend on whether we can write it down. */
    private static void note(Runnable note) {
        try {
            note.run();
        } catch (BookingUnavailable databaseIsAway) {
            LOG.warn("What became of a booking could not be noted: {}", databaseIsAway.toString());
        }
    }

    private static BookRequest body(VisitRequest visit, List<BookRequest.Appointment> appointments) {
        var client = visit.client();
        return new BookRequest(client.phone(), client.name(), client.email(), visit.code().orElse(""), visit.comment(),
                visit.smsReminderHours(), visit.emailReminderHours(), visit.key(), visit.form(), appointments, Map.of());
    }

    /** Numbered from 1, as the caller's own numbers need not differ. */
    private List<BookRequest.Appointment> wire(long location, List<AppointmentRequest> appointments) {
        if (appointments.isEmpty() || appointments.stream().anyMatch(one -> one.services().isEmpty()))
            throw new BookingRefused(Reason.NOTHING_TO_BOOK);
        var zone = locations.apply(location).orElseThrow(() -> new BookingRefused(Reason.SERVICE_GONE)).zone();
        return IntStream.range(0, appointments.size()).mapToObj(i -> {
            var one = appointments.get(i);
            if (!WireTime.isWritable(one.start()))
                throw new BookingRefused(one.teamMember().isPresent() ? Reason.SLOT_TAKEN : Reason.NOBODY_FREE, one.id());
            return new BookRequest.Appointment(i + 1, one.services(), one.teamMember().orElse(ANYBODY),
                    WireTime.withColon(one.start(), zone), one.fields().values());
        }).toList();
    }

    /** @throws Fault when it says "booked", but not what */
    private static List<BookedAppointment> booked(Call call, Reply reply, List<AppointmentRequest> asked) {
        var booked = reply.list(call, Booked.class);
        if (booked.size() != asked.size() || booked.stream().anyMatch(one -> one.recordId() <= 0))
            throw new Fault(Fault.Kind.GARBLED, call);
        return IntStream.range(0, asked.size()).mapToObj(i -> {
            var one = booked.stream().filter(candidate -> candidate.id() == i + 1).findFirst().orElse(booked.get(i));
            return new BookedAppointment(asked.get(i).id(), one.recordId(), one.recordHash());
        }).toList();
    }
}
