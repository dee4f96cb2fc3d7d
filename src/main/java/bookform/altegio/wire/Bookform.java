package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * How a booking form is set up (§2.1).
 *
 * @param groupId the chain; 0 for a single location
 * @param lang the first language to show
 * @param commentInputName the business's own label of the comment
 * @param bookingNotifyText what stands above the contact details
 * @param specializationDisplayMode 0 shows specializations, 1 positions
 */
public record Bookform(long id, long companyId, long groupId, String url, String lang, List<Language> langs, List<Step> steps, Style style,
        boolean phoneConfirmation, boolean smsEnabled, boolean commentRequired, String commentInputName, String bookingNotifyText,
        @JsonProperty("is_show_privacy_policy") boolean showPrivacyPolicy, int specializationDisplayMode,
        @JsonProperty("google_analytics_id") Optional<String> googleAnalytics,
        @JsonProperty("facebook_pixel_id") Optional<String> facebookPixel) implements BookformExtras {

    /** A step of the form, counted from 1. The last four are the date and time step's alone, which has no preset. */
    @JsonInclude(Include.NON_ABSENT)
    public record Step(String step, String title, int num, boolean hidden, @JsonProperty("default") Optional<Long> preset,
            Optional<Boolean> dateHidden, Optional<Boolean> timeHidden, Optional<String> dateDefault, Optional<Integer> timeDefault) {
        /** No service or team member is chosen beforehand. */
        public static final long NO_PRESET = 0;

        /** No date is chosen beforehand. */
        public static final String NO_DATE = "0000-00-00";
    }

    /**
     * Palettes are Material's, by name; colours are hex, in old data without a hash.
     *
     * @param headerBackground address of a picture, like the others
     */
    public record Style(boolean showHeader, String logo, String headerBackground, String menuBackground, String mainColor,
            String secondaryColor, String buttonsColor, @JsonProperty("primaryPalette") String primaryPalette,
            @JsonProperty("accentPalette") String accentPalette, @JsonProperty("warnPalette") String warnPalette,
            @JsonProperty("backgroundPalette") String backgroundPalette,
            @EmptyArray @JsonProperty("header_background_new") Optional<Sizes> headerBackgrounds) {}

    /** A picture in three sizes. */
    public record Sizes(String sm, String norm, String origin) {}
}
