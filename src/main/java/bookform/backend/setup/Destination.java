package bookform.backend.setup;

import bookform.backend.store.Store;
import java.util.Optional;

/** Where a location file is going to: which ids are given away there. */
public interface Destination {
    /** Where nothing is yet. */
    Destination EMPTY = new Destination() {
        @Override
        public long nextLocation() {
            return 1;
        }

        @Override
        public long nextForm() {
            return 1;
        }

        @Override
        public Optional<Long> locationOfForm(long form) {
            return Optional.empty();
        }
    };

    static Destination of(Store store) {
        return new Destination() {
            @Override
            public long nextLocation() {
                return store.locations().nextId();
            }

            @Override
            public long nextForm() {
                return store.locations().nextForm();
            }

            @Override
            public Optional<Long> locationOfForm(long form) {
                return store.read(tables -> tables.setUps().locationOfForm(form));
            }
        };
    }

    /** The id of a location whose file does not give it one. */
    long nextLocation();

    /** The id of the form that a file without forms gets. */
    long nextForm();

    /** The location that a form belongs to: form ids are unique over all locations. */
    Optional<Long> locationOfForm(long form);
}
