package bookform.altegio.wire;

/** The location's privacy policy (§2.3); the content is empty where it has none. */
public record PrivacyPolicyText(Agreement agreement) {
    /** HTML. */
    public record Agreement(String content) {}
}
