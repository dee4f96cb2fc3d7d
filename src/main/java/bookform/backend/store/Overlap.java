package bookform.backend.store;

import java.sql.SQLException;

/** The database refused an appointment: its team member is busy then. */
public final class Overlap extends RuntimeException {
    /** What the triggers in {@code V2__visits.sql} say. */
    private static final String MESSAGE = "appointment_overlap";

    Overlap() {
        super(MESSAGE, null, false, false); // an answer, not a fault: no stack trace
    }

    static boolean isMeantBy(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains(MESSAGE);
    }
}
