package bookform.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * What a client said of a team member afterwards, for everybody to read.
 *
 * @param stars 1 to 5
 * @param client how they are called there: a first name
 * @param appointment empty when it tells of no appointment in particular
 */
public record Review(long id, long teamMember, int stars, String text, String client, Instant time, Optional<Long> appointment) {
    public static final int MOST_STARS = 5;

    /** What a client wants to say. The tip is what they would like to give; empty for none. */
    public record Draft(int stars, String text, Optional<Money> tip) {}

    /** Which reviews to list, the newest first; what is empty does not narrow them. Pages count from 1. */
    public record Filter(Optional<Instant> from, Optional<Instant> to, Optional<Long> teamMember, Optional<Integer> stars, int page,
            int count) {}
}
