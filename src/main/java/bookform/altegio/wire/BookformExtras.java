package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** What a {@link Bookform} says of the original's other features: chains, events, online sales, tracking, experiments. */
interface BookformExtras {
    @JsonProperty("sequence_type")
    default String sequenceType() {
        return "steps";
    }

    @JsonProperty("salon_select_type_code")
    default String salonSelectTypeCode() {
        return "list";
    }

    @JsonProperty("display_activity_type")
    default String displayActivityType() {
        return "all";
    }

    @JsonProperty("without_menu")
    default boolean withoutMenu() {
        return true;
    }

    @JsonProperty("first_service_category_close")
    default boolean firstServiceCategoryClose() {
        return false;
    }

    @JsonProperty("is_client_agreements_feature_enabled")
    default boolean clientAgreements() {
        return false;
    }

    @JsonProperty("ab_test_enabled")
    default boolean abTest() {
        return false;
    }

    @JsonProperty("is_online_sale_available")
    default boolean onlineSale() {
        return false;
    }

    @JsonProperty("is_multiple_activity_record")
    default boolean multipleActivityRecord() {
        return false;
    }

    @JsonProperty("weekly_view_enabled")
    default boolean weeklyView() {
        return false;
    }

    @JsonProperty("show_weekly_view_without_online_booking")
    default boolean weeklyViewWithoutOnlineBooking() {
        return false;
    }

    @JsonProperty("app_metrika_id")
    default Optional<String> appMetrika() {
        return Optional.empty();
    }

    @JsonProperty("metrika_counter_id")
    default Optional<Integer> metrikaCounter() {
        return Optional.empty();
    }

    @JsonProperty("legal_info")
    default Optional<String> legalInfo() {
        return Optional.empty();
    }

    @JsonProperty("online_sales_links")
    default List<String> onlineSalesLinks() {
        return List.of();
    }

    @JsonProperty("record_type_id")
    default Optional<Integer> recordType() {
        return Optional.empty();
    }

    @JsonProperty("weekly_view_default_salon_id")
    default Optional<Long> weeklyViewDefaultSalon() {
        return Optional.empty();
    }
}
