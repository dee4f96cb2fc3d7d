package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A location (§6.2).
 *
 * @param timezone hours east of UTC now
 * @param nextSlot the first free time slot; there only when the caller is about to book
 * @param description HTML
 */
public record Company(long id, String title, String publicTitle, String shortDescr, String logo, int active, String phone,
        List<String> phones, String email, long countryId, String country, long cityId, String city, String schedule, BigDecimal timezone,
        String timezoneName, String address, double coordinateLat, double coordinateLon, boolean phoneConfirmation, int activeStaffCount,
        @JsonInclude(Include.NON_ABSENT) Optional<String> nextSlot, String currencyShortTitle, boolean remindsSmsDisabled,
        int remindsSmsDefault, String description) {

    @JsonProperty("app_ios")
    String appForApple() {
        return "";
    }

    @JsonProperty("app_android")
    String appForAndroid() {
        return "";
    }

    @JsonProperty("group_priority")
    int groupPriority() {
        return 0;
    }

    @JsonProperty("bookform_group_priority")
    int bookformGroupPriority() {
        return 0;
    }

    @JsonProperty("photos")
    List<String> photos() {
        return List.of();
    }

    @JsonProperty("company_photos")
    List<String> companyPhotos() {
        return List.of();
    }

    @JsonProperty("booking_widget_promo")
    Optional<Object> bookingWidgetPromo() {
        return Optional.empty();
    }

    /**
     * One location, with what the form about the client needs to know.
     *
     * @param showAnyMaster any team member can be asked for
     * @param allowDeleteRecordDelayStep seconds before the start until which clients may cancel
     * @param mainGroup the chain; all of it is 0 and empty where there is none
     * @param activityOnlineRecordClientsCountMax seats of one group event that a client may hold
     * @param recordTypeId what is booked there: {@link #INDIVIDUAL} appointments, seats of {@link #GROUPS}, or {@link #BOTH}
     */
    public record Details(@JsonUnwrapped Company company, boolean showAnyMaster, boolean smsEnabled,
            @JsonProperty("is_show_privacy_policy") boolean showPrivacyPolicy, boolean bookingEmailRequired, boolean bookingEmailHidden,
            boolean bookingCommentRequired, String bookingCommentInputName, String bookingNotifyText, boolean allowDeleteRecord,
            boolean allowChangeRecord, long allowDeleteRecordDelayStep, long allowChangeRecordDelayStep,
            int activityRecordClientsCountMax, int activityOnlineRecordClientsCountMax, Optional<Integer> recordTypeId, Group mainGroup)
            implements CompanyExtras {
        public static final int BOTH = 0;
        public static final int INDIVIDUAL = 1;
        public static final int GROUPS = 2;

        @JsonProperty("main_group_id")
        long mainGroupId() {
            return mainGroup == null ? 0 : mainGroup.id();
        }
    }

    /** A chain. */
    public record Group(long id, String title) {}
}
