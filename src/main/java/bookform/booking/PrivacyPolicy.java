package bookform.booking;

/** What a client agrees to before their data is stored. */
public record PrivacyPolicy(Html text) {}
