package bookform.backend.store;

import bookform.booking.ClientDetails;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The tables {@code client}, {@code visit} and {@code booking_key}. */
public final class VisitTables {
    private final Sql sql;
    private final String insertClient;

    VisitTables(Sql sql) {
        this.sql = sql;
        this.insertClient = """
            INSERT INTO client (location_id, id, phone, name, email)
            VALUES (?, %s, ?, ?, ?)
            ON CONFLICT (location_id, phone) DO UPDATE SET name = excluded.name,
                email = CASE WHEN excluded.email = '' THEN client.email ELSE excluded.email END
            """.formatted(sql.dialect().nextId("client"));
    }

    /**
     * A visit about to be kept.
     *
     * @param form empty when it was not booked through a form
     */
    public record NewVisit(ClientDetails client, Optional<Long> form, String comment, int smsReminderHours,
            int emailReminderHours, String partnerReference, Locale language, Instant createdAt) {}

    /** What a key was used for before. */
    public record UsedKey(String fingerprint, long visit) {}

    /**
     * What is known of somebody who is about to book.
     *
     * @param version of the set-up, as this transaction sees it; 0 where there is no such location
     * @param usedKey what their key was used for before
     * @param blacklisted their phone may not book online
     */
    public record Known(long version, Optional<UsedKey> usedKey, boolean blacklisted) {}

    /**
     * One whose client was to be told that it is booked.
     *
     * @param phone E.164
     */
    public record Unconfirmed(long location, long id, String phone, String email, Locale language) {}

    public Optional<UsedKey> findKey(long location, String key) {
        return sql.find("SELECT fingerprint, visit_id FROM booking_key WHERE location_id = ? AND booking_key = ?",
                row -> new UsedKey(row.getString(1), row.getLong(2)), location, key);
    }

    /** In one query, as every booking begins with it. */
    public Known known(long location, String key, String phone) {
        return sql
                .find("""
            SELECT location.version, booking_key.fingerprint, booking_key.visit_id, client.blacklisted
            FROM (SELECT 1) AS whoever
                LEFT JOIN location ON location.location_id = ?
                LEFT JOIN booking_key ON booking_key.location_id = ? AND booking_key.booking_key = ?
                LEFT JOIN client ON client.location_id = ? AND client.phone = ?
            """, row -> new Known(row.getLong(1), usedKey(row.getString(2), row.getLong(3)), row.getBoolean(4)), location, location, key,
                        location, phone)
                .orElseThrow();
    }

    /** @param toConfirm the client is to be told by e-mail */
    public void insertKey(long location, String key, UsedKey use, boolean toConfirm) {
        sql.changeSoon("INSERT INTO booking_key (location_id, booking_key, fingerprint, visit_id, to_confirm) VALUES (?, ?, ?, ?, ?)",
                location, key, use.fingerprint(), use.visit(), toConfirm);
    }

    /** What is still to be told of what was booked under a key: from now on the caller's to tell, and nobody else's. */
    public Optional<Unconfirmed> confirm(long location, String key) {
        var taken =
                sql.change("UPDATE booking_key SET to_confirm = 0 WHERE location_id = ? AND booking_key = ? AND to_confirm = 1", location,
                        key);
        if (taken == 0) return Optional.empty();
        return sql.find("""
            SELECT visit.id, client.phone, client.email, visit.language
            FROM booking_key
                JOIN visit ON visit.location_id = booking_key.location_id AND visit.id = booking_key.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE booking_key.location_id = ? AND booking_key.booking_key = ? AND client.email <> ''
            """, row -> new Unconfirmed(location, row.getLong(1), row.getString(2), row.getString(3),
                Locale.forLanguageTag(row.getString(4))), location, key);
    }

    /** @return whether there is such a client */
    public boolean blacklist(long location, String phone, boolean blacklisted) {
        return sql.change("UPDATE client SET blacklisted = ? WHERE location_id = ? AND phone = ?", blacklisted, location, phone) == 1;
    }

    /** Tells of the visits of a phone that are ahead in another language. */
    public void speak(String phone, Locale language, Instant now) {
        sql.change("""
            UPDATE visit SET language = ?
            WHERE (location_id, client_id) IN (SELECT client.location_id, client.id FROM client WHERE client.phone = ?)
                AND EXISTS (SELECT 1 FROM appointment
                    WHERE appointment.location_id = visit.location_id AND appointment.visit_id = visit.id AND appointment.starts_at > ?)
            """, language.toLanguageTag(), phone, now.getEpochSecond());
    }

    /** Keeps a visit, and its client by phone: a new one, or the known one with what they now say of themselves. */
    public long insert(long location, NewVisit visit) {
        var client = visit.client();
        sql.changeSoon(insertClient, location, client.phone(), client.name(), client.email());
        return sql.insert("visit", """
            INSERT INTO visit (location_id, id, client_id, client_name, form_id, comment, sms_reminder_hours, email_reminder_hours,
                partner_reference, language, created_at)
            VALUES (?, :id, (SELECT id FROM client WHERE location_id = ? AND phone = ?), ?, ?, ?, ?, ?, ?, ?, ?)
            """, location, location, client.phone(), client.name(), visit.form().orElse(null), visit.comment(),
                visit.smsReminderHours(), visit.emailReminderHours(), visit.partnerReference(), visit.language().toLanguageTag(),
                visit.createdAt().getEpochSecond());
    }

    /** @param fingerprint null when it was not used */
    private static Optional<UsedKey> usedKey(String fingerprint, long visit) {
        return Optional.ofNullable(fingerprint).map(used -> new UsedKey(used, visit));
    }
}
