package bookform.booking;

import java.time.Duration;
import java.util.Optional;

/**
 * Something a client can book.
 *
 * @param price what it costs with the team member chosen, or the range over all who do it
 * @param duration how long it takes with the team member chosen, or usually; empty when the booking system does not say yet
 * @param image address of a picture, ours or theirs
 */
public record Service(long id, long category, String title, PriceRange price, Optional<Duration> duration, String comment,
        Optional<String> image) {}
