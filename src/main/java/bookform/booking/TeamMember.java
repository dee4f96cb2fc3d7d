package bookform.booking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who serves clients.
 *
 * @param specialization what they are good at, in their own words
 * @param position their title in the team
 * @param bookable whether they have any free time for what was chosen so far
 * @param nextFreeDate the first day with free time for what was chosen so far; empty when there is none, or was not asked for
 */
public record TeamMember(long id, String name, String specialization, String position, Optional<String> photo,
        Optional<Rating> rating, Html information, boolean bookable, Optional<LocalDate> nextFreeDate) {

    /** The mean of the stars that clients gave, 1 to 5, and how many gave them. */
    public record Rating(double stars, int votes) {}
}
