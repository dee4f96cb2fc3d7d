package bookform.booking;

/**
 * A visit that can be reviewed, or was.
 *
 * @param reviewed it was, and cannot be again
 */
public record ReviewedVisit(Appointment appointment, boolean reviewed) {}
