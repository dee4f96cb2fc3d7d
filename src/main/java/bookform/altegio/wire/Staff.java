package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A team member who does what was chosen, whether or not they have time (§3.2).
 *
 * @param bookable whether they have any free time
 * @param weight the heaviest comes first
 * @param information HTML
 * @param seanceDate the first free day, {@code YYYY-MM-DD}; there only when bookable
 */
public record Staff(long id, Optional<String> apiId, String name, boolean bookable, String specialization,
        @EmptyArray Optional<Position> position, Optional<Long> positionId, int showRating, BigDecimal rating, int votesCount,
        int commentsCount, String avatar, String avatarBig, int weight, String information,
        @JsonInclude(Include.NON_ABSENT) Optional<String> seanceDate, @JsonInclude(Include.NON_ABSENT) Optional<List<Seance>> seances) {

    /** What a team member is called in the team. */
    public record Position(long id, String title, int servicesBindingType) {}

    @JsonProperty("user_id")
    Optional<Long> userId() {
        return Optional.empty();
    }

    @JsonProperty("user")
    Optional<Object> user() {
        return Optional.empty();
    }

    @JsonProperty("schedule_till")
    Optional<String> scheduleTill() {
        return Optional.empty();
    }

    @JsonProperty("has_access_timetable")
    boolean hasAccessToTimetable() {
        return false;
    }

    @JsonProperty("image_group")
    List<Object> imageGroup() {
        return List.of();
    }

    @JsonProperty("fired")
    int fired() {
        return 0;
    }

    @JsonProperty("status")
    int status() {
        return 0;
    }

    @JsonProperty("hidden")
    int hidden() {
        return 0;
    }

    @JsonProperty("prepaid")
    String prepaid() {
        return "forbidden";
    }
}
