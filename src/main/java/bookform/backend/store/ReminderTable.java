package bookform.backend.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The table {@code reminder}. */
public final class ReminderTable {
    private static final String INSERT = "INSERT INTO reminder (location_id, visit_id, kind, hours, due_at)\n";

    private final Sql sql;

    ReminderTable(Sql sql) {
        this.sql = sql;
    }

    /** How a reminder goes out. */
    public enum Kind {
        SMS, MAIL
    }

    /**
     * One that is due.
     *
     * @param hours before the first appointment of the visit that the client wants it
     * @param phone E.164; empty when the client was erased, as is the address
     * @param email empty for none
     */
    public record Due(long location, long visit, Kind kind, int hours, String phone, String email, Locale language) {}

    /** A visit that is ahead. */
    private record Coming(long location, long id, Instant start) {}

    /** Notes one for a visit, unless it would be due already: who has just booked knows. */
    public void insert(long location, long visit, Kind kind, int hours, Instant start, Instant now) {
        var due = start.minus(Duration.ofHours(hours));
        if (hours > 0 && due.isAfter(now))
            sql.changeSoon(INSERT + "VALUES (?, ?, ?, ?, ?)", location, visit, kind.name(), hours, due.getEpochSecond());
    }

    /** The visit of an appointment that was moved is reminded of anew, and earlier where it is earlier. */
    public void moved(long location, long appointment, Instant start, Instant now) {
        for (var kind : Kind.values()) {
            var hours = kind == Kind.SMS ? "sms_reminder_hours" : "email_reminder_hours";
            sql.changeSoon(INSERT + """
                SELECT visit.location_id, visit.id, ?, %1$s, ? - %1$s * 3600
                FROM visit JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
                WHERE appointment.location_id = ? AND appointment.id = ? AND %1$s > 0 AND ? - %1$s * 3600 > ?
                ON CONFLICT (location_id, visit_id, kind) DO UPDATE
                    SET due_at = CASE WHEN excluded.due_at < reminder.due_at THEN excluded.due_at ELSE reminder.due_at END
                """.formatted(hours), kind.name(), start.getEpochSecond(), location, appointment, start.getEpochSecond(),
                    now.getEpochSecond());
        }
    }

    /** Whether any form offers them by text message. */
    public boolean areOffered() {
        return sql.number("SELECT count(*) FROM booking_form WHERE sms_reminders = 1") > 0;
    }

    /**
     * Reminds of all visits of a phone that are ahead as their client prefers it, where the form that they were booked through offers
     * that. Under {@link Lock#reminders()}.
     */
    public void prefer(String phone, int hours, Instant now) {
        for (var visit : sql.list("""
            SELECT visit.location_id, visit.id, min(appointment.starts_at)
            FROM client
                JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                JOIN booking_form ON booking_form.id = visit.form_id AND booking_form.sms_reminders = 1
                JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
            WHERE client.phone = ? AND appointment.starts_at > ? AND appointment.status NOT IN ('CANCELLED', 'NO_SHOW')
            GROUP BY visit.location_id, visit.id
            """, row -> new Coming(row.getLong(1), row.getLong(2), Instant.ofEpochSecond(row.getLong(3))), phone, now.getEpochSecond())) {
            sql.change("UPDATE visit SET sms_reminder_hours = ? WHERE location_id = ? AND id = ?", hours, visit.location, visit.id);
            sql.change("DELETE FROM reminder WHERE location_id = ? AND visit_id = ? AND kind = ?", visit.location, visit.id,
                    Kind.SMS.name());
            insert(visit.location, visit.id, Kind.SMS, hours, visit.start, now);
        }
    }

    /**
     * Those that are due, the longest first; for others, and for whoever comes back after a crash, they are not until {@code again}.
     * Under {@link Lock#reminders()}.
     */
    public List<Due> claim(Instant now, Instant again, int most) {
        var due = sql.list("""
            SELECT reminder.location_id, visit_id, kind, hours, phone, email, visit.language
            FROM reminder JOIN visit ON visit.location_id = reminder.location_id AND visit.id = reminder.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE due_at <= ? ORDER BY due_at LIMIT ?
            """, row -> new Due(row.getLong(1), row.getLong(2), Kind.valueOf(row.getString(3)), row.getInt(4), row.getString(5),
                row.getString(6), Locale.forLanguageTag(row.getString(7))), now.getEpochSecond(), most);
        due.forEach(reminder -> putOff(reminder, again));
        return due;
    }

    public void putOff(Due reminder, Instant until) {
        sql.change("UPDATE reminder SET due_at = ? WHERE location_id = ? AND visit_id = ? AND kind = ?", until.getEpochSecond(),
                reminder.location(), reminder.visit(), reminder.kind().name());
    }

    /** It was sent, or there is nothing to remind of. */
    public void delete(Due reminder) {
        sql.change("DELETE FROM reminder WHERE location_id = ? AND visit_id = ? AND kind = ?", reminder.location(), reminder.visit(),
                reminder.kind().name());
    }
}
