package bookform.backend.store;

import bookform.booking.Consent;
import bookform.booking.PrivacyPolicy;
import java.time.Instant;
import java.util.Locale;

/** The tables {@code consent} and {@code privacy_policy}: who agreed to what, and the words of it. */
public final class ConsentTable {
    private final Sql sql;

    ConsentTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was said when a visit was booked, and the text the first time that it is met. */
    public void insert(long location, long visit, long form, Locale language, Consent consent, Instant now) {
        consent.policy().ifPresent(policy -> sql.changeSoon("""
            INSERT INTO privacy_policy (location_id, version, text, asked_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """, location, policy.version(), policy.text().source(), now.getEpochSecond()));
        sql.changeSoon("""
            INSERT INTO consent (location_id, visit_id, form_id, policy, agreed, newsletter, language, given_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, location, visit, form, consent.policy().map(PrivacyPolicy::version).orElse(null), consent.agreed().orElse(null),
                consent.newsletter().orElse(null), language.toLanguageTag(), now.getEpochSecond());
    }
}
