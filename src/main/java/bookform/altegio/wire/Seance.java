package bookform.altegio.wire;

import java.util.List;
import java.util.Optional;

/**
 * A time slot (§3.5).
 *
 * @param time {@code HH:MM} on the location's wall clock
 * @param seanceLength seconds
 * @param sumLength seconds, of all chosen services
 * @param datetime with the location's offset; sent back as it is when booking
 */
public record Seance(String time, int seanceLength, int sumLength, String datetime) {
    /** The time slots of the first day that has any (§3.3). */
    public record Nearest(Optional<String> seanceDate, List<Seance> seances) {}
}
