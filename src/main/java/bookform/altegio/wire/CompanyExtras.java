package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** What {@link Company.Details} says of the original's other features: payments, tips, chains, events, names in parts. */
interface CompanyExtras {
    @JsonProperty("site")
    default String site() {
        return "";
    }

    @JsonProperty("zip")
    default String zip() {
        return "";
    }

    @JsonProperty("business_group_id")
    default long businessGroup() {
        return 0;
    }

    @JsonProperty("business_type_id")
    default long businessType() {
        return 0;
    }

    @JsonProperty("timetable_off")
    default boolean timetableOff() {
        return false;
    }

    @JsonProperty("is_charge_active")
    default boolean chargeActive() {
        return false;
    }

    @JsonProperty("is_tips_enabled")
    default boolean tips() {
        return false;
    }

    @JsonProperty("is_individual")
    default boolean individual() {
        return false;
    }

    @JsonProperty("is_surname_field_enabled")
    default boolean surname() {
        return false;
    }

    @JsonProperty("is_patronymic_field_enabled")
    default boolean patronymic() {
        return false;
    }

    @JsonProperty("booking_surname_required")
    default boolean surnameRequired() {
        return false;
    }

    @JsonProperty("booking_patronymic_required")
    default boolean patronymicRequired() {
        return false;
    }

    @JsonProperty("booking_comment_hidden")
    default boolean commentHidden() {
        return false;
    }

    @JsonProperty("email_hours_default")
    default int emailHours() {
        return 0;
    }

    @JsonProperty("social")
    default Map<String, String> social() {
        return Map.of("facebook", "", "vk", "", "instagram", "", "telegram", "", "whatsapp", "", "viber", "");
    }

    @JsonProperty("payment_policy")
    default Map<String, String> paymentPolicy() {
        return Map.of("type", "none");
    }
}
