package bookform.backend;

import bookform.backend.Correspondence.Addressed;
import bookform.backend.Correspondence.Purpose;
import bookform.backend.Correspondence.Reader;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.backend.store.VisitTables.Unconfirmed;
import bookform.booking.Appointment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Tells clients by e-mail what they have booked. That it is owed is written with the booking, and whoever sends it takes that note first,
 * the first answer, a retry, or whoever asks what became of it: it goes out once at most, through whichever instance.
 */
final class Confirmations {
    private final Store store;
    private final Appointments appointments;
    private final Correspondence correspondence;
    private final ClientTexts texts;
    private final Clock clock;

    Confirmations(Store store, Appointments appointments, Outbox outbox, ClientTexts texts, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.correspondence = new Correspondence(store, clock, outbox);
        this.texts = texts;
        this.clock = clock;
    }

    /** Sends what is owed for what is booked under a key, if anything is. Nobody waits for it. */
    void send(long location, String key) {
        if (correspondence.sendsMail()) correspondence.mailIfAny(Purpose.BOOKED, () -> taken(location, key).flatMap(this::letter));
    }

    /** Who books under the key is done once we have its lock. */
    private Optional<Unconfirmed> taken(long location, String key) {
        return store.write(tables -> {
            tables.lock(Lock.key(location, key));
            return tables.visits().confirm(location, key);
        });
    }

    private Optional<Addressed> letter(Unconfirmed visit) {
        return Optional.of(coming(visit)).filter(coming -> !coming.isEmpty()).map(coming -> new Addressed(
                new Reader(visit.phone(), Optional.of(visit.location())), texts.booked(visit.language(), visit.email(), coming)));
    }

    /** As it is now: it may have been moved or cancelled since. */
    private List<Appointment> coming(Unconfirmed visit) {
        return store.read(tables -> tables.appointments().ofVisit(visit.location(), visit.id())).stream()
                .flatMap(one -> appointments.find(visit.location(), one.id(), Claim.hash(one.hash())).stream())
                .filter(one -> !one.isCancelled() && one.start().isAfter(clock.instant())).toList();
    }
}
