package bookform.backend.store;

import bookform.backend.setup.LocationSetup;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What businesses have set up. */
public final class Locations {
    private final Store store;
    private final Clock clock;
    private final AtomicLong replacements = new AtomicLong();

    Locations(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Puts a set-up in place of the location's earlier one. Appointments stay; services and team members that are no longer in it can no
     * longer be booked.
     *
     * @throws IllegalArgumentException when one of its forms belongs to another location
     */
    public void replace(LocationSetup setup) {
        replace(setup, List.of(), List.of());
    }

    /**
     * As {@link #replace(LocationSetup)} and {@link Store#insertImported} in one: both, or neither.
     *
     * @return how many of the appointments were new
     * @throws ImportRefused naming every event, or every appointment, that cannot be; then the earlier set-up stays, too
     */
    public int replace(LocationSetup setup, List<ImportedEvent> events, List<ImportedAppointment> appointments) {
        var location = setup.location().id();
        var inserted = store.write(tables -> {
            AppointmentImport.lock(tables, location, events, appointments);
            tables.setUps().replace(setup);
            if (!events.isEmpty()) new EventImport(tables.sql(), location).bringIn(events);
            return appointments.isEmpty() ? 0 : new AppointmentImport(tables, location, clock.instant(), false).insert(appointments);
        });
        replacements.incrementAndGet();
        return inserted;
    }

    public Optional<LocationSetup> find(long location) {
        return store.read(tables -> tables.setUps().find(location));
    }

    /** In order. */
    public List<Long> ids() {
        return store.read(tables -> tables.setUps().ids());
    }

    /** Those with the lowest numbers, in order: who asks whether there is more than one need not read a thousand. */
    public List<Long> first(int most) {
        return store.read(tables -> tables.setUps().first(most));
    }

    /** A number that no location has. */
    public long nextId() {
        return store.read(tables -> tables.setUps().nextLocation());
    }

    /** A number that no booking form of any location has. */
    public long nextForm() {
        return store.read(tables -> tables.setUps().nextForm());
    }

    /** How often a set-up was replaced through this object: those who remember set-ups look again when it has grown. */
    public long replacements() {
        return replacements.get();
    }
}
