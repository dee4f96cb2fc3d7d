package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An appointment as its client sees it (§4.4).
 *
 * @param date on the location's wall clock
 * @param deleted it was cancelled
 * @param attendance 2 confirmed, 1 arrived, 0 waiting, -1 did not come
 * @param length seconds; the client's time, without the technical break after it
 * @param resourceInstances the rooms, chairs and devices that it takes
 * @param lastChangeDate when it was changed or cancelled; when it was booked, if never since
 * @param apiId the partner's own name of the visit
 * @param customFields numbers, texts and lists of texts by the codes of fields
 * @param allowDeleteRecord whether the client may cancel this one, all rules considered; not said in every answer
 * @param token opens the review, {@code master_record_review}; empty when there is nothing to review, or the asker is not signed in
 * @param hash opens it without a sign-in; ours alone, and only among {@code user/records}
 */
public record RecordView(long id, List<Service> services, Company company, Staff staff, int clientsCount, String date, String datetime,
        String createDate, String comment, boolean deleted, int attendance, int length, int notifyBySms, int notifyByEmail,
        boolean masterRequested, boolean online, String apiId, String lastChangeDate, boolean prepaid, boolean prepaidConfirmed,
        long activityId, List<ResourceInstance> resourceInstances,
        @EmptyArray Map<String, Object> customFields, @JsonInclude(Include.NON_ABSENT) Optional<Boolean> allowDeleteRecord,
        @JsonInclude(Include.NON_ABSENT) Optional<Boolean> allowChangeRecord,
        boolean reviewEnabled, String token, @JsonProperty("record_hash") String hash) {

    /** A service at the price and length it was booked for. */
    public record Service(long id, String title, BigDecimal cost, BigDecimal priceMin, BigDecimal priceMax, BigDecimal discount, int amount,
            int seanceLength) {}

    /**
     * The location, briefly.
     *
     * @param timezone hours east of UTC, as a text here
     * @param allowDeleteRecordDelayStep seconds before the start until which clients may cancel
     * @param allowDeletePrepaidRecord whether they may where they have paid; not said in every answer
     */
    public record Company(long id, String title, String publicTitle, long countryId, String country, long cityId, String city,
            String phone, List<String> phones, String timezone, String address, double coordinateLat, double coordinateLon,
            boolean allowDeleteRecord, boolean allowChangeRecord, String site, String currencyShortTitle,
            long allowChangeRecordDelayStep, long allowDeleteRecordDelayStep, String logo,
            @JsonInclude(Include.NON_ABSENT) Optional<Boolean> allowChangePrepaidRecord,
            @JsonInclude(Include.NON_ABSENT) Optional<Boolean> allowDeletePrepaidRecord) {}

    /** @param spec the specialization once more, in the answer to a change (§4.5) */
    public record Staff(long id, String name, String specialization, @JsonInclude(Include.NON_ABSENT) Optional<String> spec,
            @EmptyArray Optional<Position> position, int showRating, BigDecimal rating, int votesCount, String avatar, String avatarBig,
            int commentsCount) {}

    /** What a team member is called in the team. */
    public record Position(long id, String title) {}
}
