package bookform.backend.store;

import bookform.backend.setup.LocationSetup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What businesses have set up. */
public final class Locations {
    private final Store store;
    private final AtomicLong replacements = new AtomicLong();

    Locations(Store store) {
        this.store = store;
    }

    /**
     * Puts a set-up in place of the location's earlier one. Appointments stay; services and team members that are no longer in it can no
     * longer be booked.
     *
     * @throws IllegalArgumentException when one of its forms belongs to another location
     */
    public void replace(LocationSetup setup) {
        store.write(tables -> {
            tables.setUps().replace(setup);
            return null;
        });
        replacements.incrementAndGet();
    }

    public Optional<LocationSetup> find(long location) {
        return store.read(tables -> tables.setUps().find(location));
    }

    /** In order. */
    public List<Long> ids() {
        return store.read(tables -> tables.setUps().ids());
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
