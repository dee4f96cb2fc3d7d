package bookform.altegio;

import bookform.altegio.wire.RecordView;
import bookform.booking.Appointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Location;
import bookform.booking.OwnAppointment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** The appointments of a client who is signed in (altegio-api.md §5). {@code signedIn} makes a call theirs. */
final class OwnAppointments {
    private final Upstream upstream;
    private final Changes changes;
    private final Records records;
    private final LongFunction<Optional<Location>> locations;

    OwnAppointments(Upstream upstream, Changes changes, Records records, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.changes = changes;
        this.records = records;
        this.locations = locations;
    }

    /** The latest start first. */
    List<OwnAppointment> list(Call call) {
        var reply = upstream.send(call);
        if (reply.isNotThere()) return List.of();
        if (!reply.isGood()) throw Refusals.ofClient(call, reply, Reason.SIGNED_OUT);
        return reply.list(call, RecordView.class).stream().flatMap(found -> own(found).stream())
                .sorted(Comparator.comparing((OwnAppointment own) -> own.appointment().start()).reversed()).toList();
    }

    Optional<OwnAppointment> find(UnaryOperator<Call> signedIn, long location, long appointment) {
        return list(signedIn.apply(Call.get("user/records", appointment).query("company_id", location))).stream()
                .filter(own -> own.appointment().id() == appointment && own.appointment().location().id() == location).findFirst();
    }

    Optional<Appointment> cancel(UnaryOperator<Call> signedIn, long location, long appointment) {
        if (find(signedIn, location, appointment).isEmpty()) return Optional.empty();
        var call = signedIn.apply(Call.delete("user/records", appointment).query("company_id", location));
        return changes.make(location, call, () -> look(signedIn, location, appointment), Appointment::isCancelled);
    }

    Optional<Appointment> move(UnaryOperator<Call> signedIn, long location, long appointment, Instant start, Optional<String> comment) {
        return look(signedIn, location, appointment).map(found -> Changes.move(found, start, comment))
                .flatMap(move -> changes.make(location, signedIn.apply(Call.put("book_record", location, appointment).body(move)),
                        () -> look(signedIn, location, appointment), found -> Changes.isMoved(found, start, comment)));
    }

    private Optional<Appointment> look(UnaryOperator<Call> signedIn, long location, long appointment) {
        return find(signedIn, location, appointment).map(OwnAppointment::appointment);
    }

    /** Empty for what does not say where it is, or is at a location that is gone. */
    private Optional<OwnAppointment> own(RecordView found) {
        return found.company() == null ? Optional.empty()
                : locations.apply(found.company().id()).map(place -> new OwnAppointment(records.appointment(found, place), found.hash(),
                        Optional.of(found.token()).filter(token -> found.reviewEnabled() && !token.isEmpty())));
    }
}
