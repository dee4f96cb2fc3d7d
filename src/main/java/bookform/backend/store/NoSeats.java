package bookform.backend.store;

import java.sql.SQLException;

/** The database refused seats: the event has not so many that nobody holds. */
public final class NoSeats extends RuntimeException {
    /** What the net in {@code V6__events.sql} says. */
    private static final String MESSAGE = "event_seats";

    NoSeats() {
        super(MESSAGE, null, false, false); // an answer, not a fault: no stack trace
    }

    static boolean isMeantBy(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains(MESSAGE);
    }
}
