package bookform.backend.http;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.WireTime;
import bookform.backend.store.Store;
import bookform.backend.store.VisitTables.UsedKey;
import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import bookform.booking.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Booked appointments, in the hands of whoever holds their hashes (altegio-api.md §4.4, §4.5, §5). */
final class RecordOperations {
    private final BookingApi api;
    private final Store store;
    private final RecordViews records;

    RecordOperations(BookingApi api, Store store, RecordViews records) {
        this.api = api;
        this.store = store;
        this.records = records;
    }

    /** What a caller has booked under a name of its own: ours alone, for those who lost the answer. */
    Answer bookedAs(Call call) {
        var location = call.location().id();
        var key =
                Booker.key(call.partner(), call.query("api_id").orElseThrow(() -> Refusal.wrong("The name is missing: api_id")));
        var booked = store.read(tables -> tables.visits().findKey(location, key).map(UsedKey::visit)
                .map(visit -> tables.appointments().ofVisit(location, visit)).orElse(List.of()));
        return Answer.of(booked.stream().map(one -> new Booked(one.request(), one.id(), one.hash(), Optional.empty())).toList());
    }

    Answer show(Call call) {
        return Answer.of(records.of(call, found(api.findAppointment(call.location().id(), call.id("record"), call.text("hash")))));
    }

    Answer move(Call call) {
        return move(call, call.text("hash"));
    }

    /** The hash in the query, for those whose clients leave it out of the path. */
    Answer moveByQuery(Call call) {
        return move(call, call.query("hash").orElseThrow(Refusal::accessDenied));
    }

    /** A list of one: the original has only this form of the answer. */
    Answer showMine(Call call) {
        var location = locationOf(call);
        var found = found(api.findAppointment(location.id(), call.id("record"), call.text("hash")));
        return Answer.of(List.of(records.of(call, found, call.text("hash"))));
    }

    Answer cancelMine(Call call) {
        found(api.cancel(locationOf(call).id(), call.id("record"), call.text("hash")));
        return Answer.nothing();
    }

    private Answer move(Call call, String hash) {
        var location = call.location();
        var change = call.body(BookRequest.Change.class);
        var start = start(location, change, () -> api.findAppointment(location.id(), call.id("record"), hash));
        return Answer.of(records.changed(call, found(api.move(location.id(), call.id("record"), hash, start, Booker.comment(change)))));
    }

    /** When it is to be: where only the comment is to be another, when it is now. */
    static Instant start(Location location, BookRequest.Change change, Supplier<Optional<Appointment>> now) {
        if (change.datetime().isBlank() && change.comment().isPresent()) return found(now.get()).start();
        return WireTime.instant(change.datetime(), location.zone()).orElseThrow(() -> Refusal.wrong("There is no such time: datetime"));
    }

    private Location locationOf(Call call) {
        var id = call.id("record");
        return call.location(store.read(tables -> tables.appointments().locationOf(id, call.text("hash"))).orElseThrow(Refusal::notFound));
    }

    private static Appointment found(Optional<Appointment> appointment) {
        return appointment.orElseThrow(Refusal::notFound);
    }
}
