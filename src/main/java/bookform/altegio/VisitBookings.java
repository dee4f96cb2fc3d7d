package bookform.altegio;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.WireTime;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientDetails;
import bookform.booking.Location;
import bookform.booking.VisitRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Checks and books visits (altegio-api.md §4.2, §4.3). What the API would read otherwise than it is meant is refused here. */
final class VisitBookings {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final long ANYBODY = 0;

    private final Upstream upstream;
    private final LongFunction<Optional<Location>> locations;
    private final Ledger ledger;
    private final Once once;
    private final JustBooked justBooked;

    VisitBookings(Upstream upstream, Ledger ledger, Once once, JustBooked justBooked, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.locations = locations;
        this.ledger = ledger;
        this.once = once;
        this.justBooked = justBooked;
    }

    void check(long location, List<AppointmentRequest> appointments) {
        var call = Call.post("book_check", location).body(new BookRequest.Check(wire(location, appointments)));
        var reply = upstream.send(call);
        if (!reply.isGood()) throw Refusals.ofVisit(call, reply, appointments);
    }

    List<BookedAppointment> book(long location, VisitRequest visit) {
        requireReachable(visit.client());
        return once.book(ledger.name(location, visit), new Once.Booking() {
            @Override
            public Call call() {
                return Call.post("book_record", location).in(visit.language()).body(body(visit, wire(location, visit.appointments())));
            }

            @Override
            public List<BookedAppointment> booked(Call call, Reply reply) {
                return VisitBookings.this.booked(location, call, reply, visit.appointments());
            }

            @Override
            public BookingRefused refusal(Call call, Reply reply) {
                return Refusals.ofVisit(call, reply, visit.appointments());
            }
        });
    }

    /** @throws BookingRefused NAME_MISSING, PHONE_INVALID: the original would take some of it for something else */
    static void requireReachable(ClientDetails client) {
        if (client.name().isBlank()) throw new BookingRefused(Reason.NAME_MISSING);
        if (!PHONE.matcher(client.phone()).matches()) throw new BookingRefused(Reason.PHONE_INVALID);
    }

    private static BookRequest body(VisitRequest visit, List<BookRequest.Appointment> appointments) {
        var client = visit.client();
        return new BookRequest(client.phone(), client.name(), client.email(), visit.code().orElse(""), visit.comment(),
                visit.smsReminderHours(), visit.emailReminderHours(), visit.key(), visit.form(), appointments, Map.of(),
                visit.consent().agreed(), visit.consent().newsletter());
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
    private List<BookedAppointment> booked(long location, Call call, Reply reply, List<AppointmentRequest> asked) {
        var booked = reply.list(call, Booked.class);
        if (booked.size() != asked.size() || booked.stream().anyMatch(one -> one.recordId() <= 0))
            throw new Fault(Fault.Kind.GARBLED, call);
        for (var one : booked) one.record().ifPresent(record -> justBooked.add(location, one.recordHash(), record));
        return IntStream.range(0, asked.size()).mapToObj(i -> {
            var one = booked.stream().filter(candidate -> candidate.id() == i + 1).findFirst().orElse(booked.get(i));
            return new BookedAppointment(asked.get(i).id(), one.recordId(), one.recordHash());
        }).toList();
    }
}
