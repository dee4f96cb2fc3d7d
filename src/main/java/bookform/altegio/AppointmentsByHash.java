package bookform.altegio;

import bookform.altegio.wire.RecordView;
import bookform.booking.Appointment;
import bookform.booking.Location;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Booked appointments, for whoever holds their hash (altegio-api.md §4.4, §4.5, §5). They are never remembered, but for the way from
 * having been booked to being shown.
 */
final class AppointmentsByHash {
    private static final Pattern HASH = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private final Upstream upstream;
    private final Changes changes;
    private final Records records;
    private final JustBooked justBooked;
    private final LongFunction<Optional<Location>> locations;

    AppointmentsByHash(Upstream upstream, Changes changes, Records records, JustBooked justBooked,
            LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.changes = changes;
        this.records = records;
        this.justBooked = justBooked;
        this.locations = locations;
    }

    Optional<Appointment> find(long location, long appointment, String hash) {
        if (!HASH.matcher(hash).matches()) return Optional.empty();
        return locations.apply(location).flatMap(place -> justBooked.take(location, appointment, hash)
                .or(() -> upstream.find(Call.get("book_record", location, appointment, hash), RecordView.class))
                .filter(found -> found.id() == appointment).map(found -> records.appointment(found, place)));
    }

    Optional<Appointment> cancel(long location, long appointment, String hash) {
        if (find(location, appointment, hash).isEmpty()) return Optional.empty();
        return changes.make(location, Call.delete("user/records", appointment, hash), () -> find(location, appointment, hash),
                Appointment::isCancelled);
    }

    Optional<Appointment> move(long location, long appointment, String hash, Instant start, Optional<String> comment) {
        return find(location, appointment, hash).map(found -> Changes.move(found, start, comment))
                .flatMap(move -> changes.make(location, Call.put("book_record", location, appointment, hash).body(move),
                        () -> find(location, appointment, hash), moved -> Changes.isMoved(moved, start, comment)));
    }
}
