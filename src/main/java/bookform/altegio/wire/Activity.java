package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A group event (§4.6). Free seats are {@code capacity - records_count}.
 *
 * @param date on the location's wall clock
 * @param timestamp the same, in seconds since 1970
 * @param length seconds
 * @param recordsCount seats that are taken
 */
public record Activity(long id, long companyId, long serviceId, long staffId, String date, long timestamp, int length, int capacity,
        int recordsCount, String instructions, Service service, Staff staff, List<ResourceInstance> resourceInstances) {

    /** The location once more, under its old name. */
    @JsonProperty("salon_id")
    long salonId() {
        return companyId;
    }

    @JsonProperty("color")
    String color() {
        return "";
    }

    @JsonProperty("font_color")
    String fontColor() {
        return "";
    }

    @JsonProperty("stream_link")
    String streamLink() {
        return "";
    }

    @JsonProperty("notified")
    int notified() {
        return 0;
    }

    @JsonProperty("prepaid")
    String prepaid() {
        return "forbidden";
    }

    @JsonProperty("labels")
    List<Object> labels() {
        return List.of();
    }

    /** What happens there, at the price of one seat. */
    public record Service(long id, long categoryId, String title, BigDecimal priceMin, BigDecimal priceMax, String comment,
            String imageUrl, Category category) {
        @JsonProperty("salon_service_id")
        long salonServiceId() {
            return id;
        }

        @JsonProperty("prepaid")
        String prepaid() {
            return "forbidden";
        }
    }

    /** What a service stands under. */
    public record Category(long id, String title) {}

    /** Who leads it. */
    public record Staff(long id, long companyId, String name, String specialization, @EmptyArray Optional<RecordView.Position> position,
            int showRating, BigDecimal rating, int votesCount, String avatar, String avatarBig, int commentsCount) {}
}
