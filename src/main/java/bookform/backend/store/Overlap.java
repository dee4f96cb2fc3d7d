package bookform.backend.store;

import java.sql.SQLException;

/** The database refused an appointment: its team member, or an instance of a resource, is busy then. */
public final class Overlap extends RuntimeException {
    /** What the net in {@code V5__resources.sql} and {@code V23__net_for_overlaps_alone.sql} says. */
    private static final String MESSAGE = "busy_time_overlap";

    Overlap() {
        super(MESSAGE, null, false, false); // an answer, not a fault: no stack trace
    }

    static boolean isMeantBy(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains(MESSAGE);
    }
}
