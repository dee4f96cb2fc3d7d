package bookform.booking;

import java.util.Optional;

/**
 * What a client said to the boxes of a booking form.
 *
 * @param policy the text that they were shown; empty where the location has none
 * @param agreed whether they agree to it, or to having their data stored at all; empty when they were not asked
 * @param newsletter whether they want to be sent news; empty when they were not asked
 */
public record Consent(Optional<PrivacyPolicy> policy, Optional<Boolean> agreed, Optional<Boolean> newsletter) {
    /** Nobody asked. */
    public static final Consent NONE = new Consent(Optional.empty(), Optional.empty(), Optional.empty());

    /** To a text, and nothing else was asked. */
    public static Consent to(PrivacyPolicy policy, boolean agreed) {
        return new Consent(Optional.of(policy), Optional.of(agreed), Optional.empty());
    }

    public boolean isAsked() {
        return agreed.isPresent() || newsletter.isPresent();
    }
}
