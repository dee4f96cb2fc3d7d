package bookform.altegio;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.WireTime;
import bookform.booking.Appointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Location;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Booked appointments, for whoever holds their hash (altegio-api.md §4.4, §4.5, §5). They are never remembered. */
final class AppointmentsByHash {
    private static final Pattern HASH = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private final Upstream upstream;
    private final Memory memory;
    private final Records records;
    private final LongFunction<Optional<Location>> locations;

    AppointmentsByHash(Upstream upstream, Memory memory, Records records, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.memory = memory;
        this.records = records;
        this.locations = locations;
    }

    Optional<Appointment> find(long location, long appointment, String hash) {
        if (!HASH.matcher(hash).matches()) return Optional.empty();
        var call = Call.get("book_record", location, appointment, hash);
        return locations.apply(location).flatMap(place -> upstream.find(call, RecordView.class)
                .filter(found -> found.id() == appointment).map(found -> records.appointment(found, place)));
    }

    Optional<Appointment> cancel(long location, long appointment, String hash) {
        if (find(location, appointment, hash).isEmpty()) return Optional.empty();
        return Changes.settled(() -> change(location, Call.delete("user/records", appointment, hash)),
                () -> find(location, appointment, hash), Appointment::isCancelled);
    }

    Optional<Appointment> move(long location, long appointment, String hash, Instant start, Optional<String> comment) {
        var found = find(location, appointment, hash);
        if (found.isEmpty()) return Optional.empty();
        if (!WireTime.isWritable(start)) throw new BookingRefused(Reason.SLOT_TAKEN);
        var datetime = WireTime.withColon(start, found.get().location().zone());
        var change = new BookRequest.Change(datetime, comment.or(() -> found.map(Appointment::comment)));
        var call = Call.put("book_record", location, appointment, hash).body(change);
        return Changes.settled(() -> change(location, call), () -> find(location, appointment, hash),
                moved -> moved.start().equals(start) && comment.filter(told -> !told.equals(moved.comment())).isEmpty());
    }

    private void change(long location, Call call) {
        var reply = upstream.send(call);
        memory.forget(location, Lifetime.TIMES);
        if (!reply.isGood() && !reply.isNotThere()) throw Refusals.ofChange(call, reply);
    }
}
