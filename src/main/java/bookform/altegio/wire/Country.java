package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A country (§6.1).
 *
 * @param phoneCode without "+"
 * @param phoneTemplate {@code +370 xxx xxxxx}
 * @param currency its ISO code
 * @param exchange always 1: we convert nothing
 * @param langId the {@link Language} spoken there; 0 when it is none of those
 */
public record Country(long id, String title, String fullTitle, String isoCode, String phoneCode, String phoneTemplate, String phoneExample,
        String currency, int exchange, int langId, int groupType, @JsonProperty("is_eu") boolean inEu) {

    /** A city (§6.1). */
    public record City(long id, long countryId, String title) {}

    /** A kind of business, and the businesses of that kind (§6.1). */
    public record BusinessGroup(long id, String title, String image, String imageSmall, List<BusinessType> types) {}

    /** A business of some kind. */
    public record BusinessType(long id, String title, long businessGroupId) {}

    /** Whether a phone number is one (§5). */
    public record PhoneValidity(@JsonProperty("is_valid") boolean valid) {}
}
