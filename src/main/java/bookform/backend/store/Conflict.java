package bookform.backend.store;

import java.sql.SQLException;

/** Somebody else was in the way of a transaction, which is to be run again; see {@link PostgresEngine}. */
final class Conflict extends IllegalStateException {
    Conflict(SQLException failure) {
        super(failure);
    }
}
