package bookform.booking;

import java.util.Optional;

/**
 * A visit that can be reviewed, or was.
 *
 * @param reviewed it was, and cannot be again
 * @param takesTips whether a tip can be given along with it
 * @param tipUrl where to pay the tip that was just promised; empty for nowhere
 */
public record ReviewedVisit(Appointment appointment, boolean reviewed, boolean takesTips, Optional<String> tipUrl) {
    /** Where nobody pays online. */
    public ReviewedVisit(Appointment appointment, boolean reviewed) {
        this(appointment, reviewed, false, Optional.empty());
    }
}
