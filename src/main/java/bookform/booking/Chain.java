package bookform.booking;

/**
 * Locations of one business that are booked through the same forms.
 *
 * @param title what the business calls them together; empty when it does not
 */
public record Chain(long id, String title) {}
