package bookform.altegio;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.WireTime;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
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
    private final Memory memory;
    private final LongFunction<Optional<Location>> locations;

    VisitBookings(Upstream upstream, Memory memory, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.memory = memory;
        this.locations = locations;
    }

    void check(long location, List<AppointmentRequest> appointments) {
        var call = Call.post("book_check", location).body(new BookRequest.Check(wire(location, appointments)));
        var reply = upstream.send(call);
        if (!reply.isGood()) throw Refusals.ofVisit(call, reply, appointments);
    }

    List<BookedAppointment> book(long location, VisitRequest visit) {
        if (visit.client().name().isBlank()) throw new BookingRefused(Reason.NAME_MISSING);
        if (!PHONE.matcher(visit.client().phone()).matches()) throw new BookingRefused(Reason.PHONE_INVALID);
        var call = Call.post("book_record", location).in(visit.language()).body(body(visit, wire(location, visit.appointments())));
        var reply = upstream.send(call);
        memory.forget(location, Lifetime.TIMES); // the others only hint at where to look, and would cost every booking two calls more
        if (!reply.isGood()) throw Refusals.ofVisit(call, reply, visit.appointments());
        return booked(call, reply, visit.appointments());
    }

    private static BookRequest body(VisitRequest visit, List<BookRequest.Appointment> appointments) {
        var client = visit.client();
        return new BookRequest(client.phone(), client.name(), client.email(), visit.code().orElse(""), visit.comment(),
                visit.smsReminderHours(), 0, visit.key(), visit.form(), appointments);
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
                    WireTime.withColon(one.start(), zone), Map.of());
        }).toList();
    }

    /** @throws Fault when it says "booked", but not what */
    private static List<BookedAppointment> booked(Call call, Reply reply, List<AppointmentRequest> asked) {
        var booked = reply.data().valueStream().map(one -> Reply.read(one, Booked.class)).toList();
        if (booked.size() != asked.size() || booked.stream().anyMatch(one -> one.recordId() <= 0))
            throw new Fault(Fault.Kind.GARBLED, call);
        return IntStream.range(0, asked.size()).mapToObj(i -> {
            var one = booked.stream().filter(candidate -> candidate.id() == i + 1).findFirst().orElse(booked.get(i));
            return new BookedAppointment(asked.get(i).id(), one.recordId(), one.recordHash());
        }).toList();
    }
}
