package bookform.backend.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The table {@code review_link}. */
public final class ReviewLinkTable {
    private final Sql sql;

    ReviewLinkTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A visit to be looked at.
     *
     * @param phone E.164; empty when the client was erased, as is the address
     * @param email empty for none
     */
    public record Due(long location, long visit, String phone, String email, Locale language) {}

    /** Notes a visit that begins at {@code start}: it is looked at from then on. */
    public void insert(long location, long visit, Instant start) {
        sql.changeSoon("INSERT INTO review_link (location_id, visit_id, due_at) VALUES (?, ?, ?)", location, visit, start.getEpochSecond());
    }

    /** The visit of an appointment that was moved is looked at earlier where that is earlier. */
    public void moved(long location, long appointment, Instant start) {
        sql.changeSoon("""
            UPDATE review_link SET due_at = ?
            WHERE location_id = ? AND due_at > ?
                AND visit_id = (SELECT visit_id FROM appointment WHERE location_id = ? AND id = ?)
            """, start.getEpochSecond(), location, start.getEpochSecond(), location, appointment);
    }

    /** As {@link ReminderTable#claim}, under {@link Lock#reviewLinks()}. */
    public List<Due> claim(Instant now, Instant again, int most) {
        var due = sql.list("""
            SELECT review_link.location_id, visit_id, phone, email, visit.language
            FROM review_link JOIN visit ON visit.location_id = review_link.location_id AND visit.id = review_link.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE due_at <= ? ORDER BY due_at LIMIT ?
            """, row -> new Due(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                Locale.forLanguageTag(row.getString(5))), now.getEpochSecond(), most);
        due.forEach(visit -> putOff(visit, again));
        return due;
    }

    public void putOff(Due visit, Instant until) {
        sql.change("UPDATE review_link SET due_at = ? WHERE location_id = ? AND visit_id = ?", until.getEpochSecond(), visit.location,
                visit.visit);
    }

    /** It was sent, or there is nothing to ask. */
    public void delete(Due visit) {
        sql.change("DELETE FROM review_link WHERE location_id = ? AND visit_id = ?", visit.location, visit.visit);
    }
}
