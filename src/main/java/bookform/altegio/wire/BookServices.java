package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The services that can be booked, and their categories (§3.1). {@code events}, once promotions, is always empty. */
public record BookServices(List<Object> events, List<Service> services, List<Category> category, List<Object> categoryGroups) {
    public BookServices(List<Service> services, List<Category> category) {
        this(List.of(), services, category, List.of());
    }

    /**
     * A service.
     *
     * @param weight the heaviest comes first
     * @param seanceLength in seconds; the original fills it in only when a team member was asked for
     */
    public record Service(long id, String title, long categoryId, BigDecimal priceMin, BigDecimal priceMax, BigDecimal discount,
            String comment, int weight, int active, int sex, String image, String prepaid, Optional<Integer> seanceLength) {
        @JsonProperty("gender")
        int gender() {
            return sex;
        }

        @JsonProperty("abonement_restriction")
        int abonementRestriction() {
            return 0;
        }

        @JsonProperty("is_composite")
        boolean composite() {
            return false;
        }

        @JsonProperty("is_chain")
        boolean chain() {
            return false;
        }

        @JsonProperty("images")
        Optional<List<String>> images() {
            return Optional.empty();
        }

        @JsonProperty("composite_details")
        Optional<Object> compositeDetails() {
            return Optional.empty();
        }
    }

    /** What services stand under; the heaviest comes first. */
    public record Category(long id, String title, int sex, String apiId, int weight) {
        @JsonProperty("gender")
        int gender() {
            return sex;
        }
    }
}
