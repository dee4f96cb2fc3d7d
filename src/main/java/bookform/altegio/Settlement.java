package bookform.altegio;

import bookform.altegio.Ledger.State;
import bookform.altegio.Ledger.Wanted;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.Seance;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingUnsettled;
import bookform.booking.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Finds out what became of a booking whose answer was lost. Our own server tells by the {@code api_id}. The original has no such call:
 * there, a time that is still free was not booked; one that is gone was, by this client or by somebody else, which stays open.
 */
final class Settlement {
    private final Upstream upstream;
    private final Ledger ledger;
    private final LongFunction<Optional<Location>> locations;

    Settlement(Upstream upstream, Ledger ledger, LongFunction<Optional<Location>> locations) {
        this.upstream = upstream;
        this.ledger = ledger;
        this.locations = locations;
    }

    /**
     * What was booked under a key; empty when nothing was.
     *
     * @throws BookingUnsettled while that is not known
     */
    Optional<List<BookedAppointment>> find(long location, String key) {
        var entry = ledger.find(location, key);
        if (entry.isEmpty()) return Optional.empty();
        if (entry.get().state() == State.BOOKED) return Optional.of(entry.get().booked());
        var told = told(location, key);
        if (told.isPresent() && !told.get().isEmpty()) {
            ledger.booked(location, key, told.get());
            return told;
        }
        var over = entry.get().age().compareTo(Ledger.STILL_HAPPENING) >= 0;
        if (!over || told.isEmpty() && entry.get().wanted().stream().noneMatch(wanted -> isStillFree(location, wanted)))
            throw new BookingUnsettled("Altegio was told to book, and has not said whether it did");
        ledger.forget(location, key);
        return Optional.empty();
    }

    /** Empty where the API does not say. */
    private Optional<List<BookedAppointment>> told(long location, String key) {
        var call = Call.get("book_records", location).query("api_id", key);
        var reply = upstream.send(call);
        return reply.isGood() && reply.data().isArray()
                ? Optional.of(reply.list(call, Booked.class).stream()
                        .map(one -> new BookedAppointment(one.id(), one.recordId(), one.recordHash())).toList())
                : Optional.empty();
    }

    private boolean isStillFree(long location, Wanted wanted) {
        if (wanted.teamMember() == 0) return false;
        var zone = locations.apply(location).map(Location::zone);
        if (zone.isEmpty()) return false;
        var call = Call.get("book_times", location, wanted.teamMember(), LocalDate.ofInstant(wanted.start(), zone.get()))
                .services(wanted.services());
        return Offers.slots(upstream.list(call, Seance.class), zone.get()).stream().anyMatch(slot -> slot.start().equals(wanted.start()));
    }
}
