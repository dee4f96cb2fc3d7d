package bookform.backend.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What takes people out of the tables. Visits go over to a client without phone and name, one for each location, so that nobody can tell
 * which of them were the same person's; times, services and prices stay.
 */
public final class ErasureTables {
    private static final String NOBODY = "";

    private final Sql sql;
    private final String insertNobody;

    ErasureTables(Sql sql) {
        this.sql = sql;
        this.insertNobody = """
            INSERT INTO client (location_id, id, phone, name, email) VALUES (?, %s, '', '', '')
            ON CONFLICT (location_id, phone) DO UPDATE SET name = ''
            RETURNING id
            """.formatted(sql.dialect().nextId("client"));
    }

    /** A client at one location. */
    public record KnownClient(long location, long id, boolean blacklisted) {}

    public List<KnownClient> clients(String phone) {
        return sql.list("SELECT location_id, id, blacklisted FROM client WHERE phone = ? ORDER BY location_id",
                row -> new KnownClient(row.getLong(1), row.getLong(2), row.getBoolean(3)), phone);
    }

    /** What is to be held before the coming appointments of a phone are cancelled, like whoever cancels one. */
    public List<Lock> locksOfComing(String phone, Instant now) {
        return sql.list("""
            SELECT DISTINCT appointment.location_id, appointment.team_member_id, resource_instance.resource_id
            FROM client
                JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
                LEFT JOIN appointment_resource ON appointment_resource.location_id = appointment.location_id
                    AND appointment_resource.appointment_id = appointment.id
                LEFT JOIN resource_instance ON resource_instance.location_id = appointment_resource.location_id
                    AND resource_instance.id = appointment_resource.resource_instance_id
            WHERE client.phone = ? AND appointment.starts_at > ? AND appointment.status NOT IN ('CANCELLED', 'NO_SHOW')
            """, row -> {
            var location = row.getLong(1);
            var time = Stream.of(Lock.teamMember(location, row.getLong(2)));
            return Stream.concat(time, Sql.optionalLong(row, "resource_id").map(resource -> Lock.resource(location, resource)).stream());
        }, phone, now.getEpochSecond()).stream().flatMap(locks -> locks).toList();
    }

    public List<Long> visits(KnownClient client) {
        return sql.list("SELECT id FROM visit WHERE location_id = ? AND client_id = ?", row -> row.getLong(1), client.location(),
                client.id());
    }

    /**
     * Visits of somebody that were booked, and over, at a moment, in order.
     *
     * @param after the visit to go on from: whose visits are forgotten already are not to be passed again
     */
    public List<Long> visitsBefore(long location, Instant moment, long after, int most) {
        return sql.list("""
            SELECT visit.id FROM visit JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE visit.location_id = ? AND visit.id > ? AND client.phone <> ? AND visit.created_at <= ? AND NOT EXISTS (
                SELECT 1 FROM appointment
                WHERE appointment.location_id = visit.location_id AND appointment.visit_id = visit.id AND appointment.ends_at > ?)
            ORDER BY visit.id LIMIT ?
            """, row -> row.getLong(1), location, after, NOBODY, moment.getEpochSecond(), moment.getEpochSecond(), most);
    }

    /** @return how many appointments of a visit were still to come; they are cancelled, as nobody could be told of them */
    public int cancelComing(long location, long visit, Instant now) {
        return sql.change("""
            UPDATE appointment SET status = 'CANCELLED'
            WHERE location_id = ? AND visit_id = ? AND starts_at > ? AND status NOT IN ('CANCELLED', 'NO_SHOW')
            """, location, visit, now.getEpochSecond());
    }

    /**
     * Makes a visit nobody's: without name and words, and no link or key of the client's leads to it any more.
     *
     * @return how many reviews lost their author with it
     */
    public int detach(long location, long visit) {
        var nobody = sql.number(insertNobody, location);
        var appointments =
                sql.list("SELECT id FROM appointment WHERE location_id = ? AND visit_id = ?", row -> row.getLong(1), location, visit);
        var reviews = 0;
        for (var appointment : appointments) {
            sql.change("UPDATE appointment SET hash = ?, comment = NULL WHERE location_id = ? AND id = ?", NewAppointment.randomHash(),
                    location,
                    appointment);
            sql.change("DELETE FROM appointment_field WHERE location_id = ? AND appointment_id = ?", location, appointment);
            reviews += sql.change("""
                UPDATE review SET client_name = '', account_id = NULL
                WHERE location_id = ? AND appointment_id = ? AND (client_name <> '' OR account_id IS NOT NULL)
                """, location, appointment);
        }
        sql.change("DELETE FROM booking_key WHERE location_id = ? AND visit_id = ?", location, visit);
        sql.change("DELETE FROM consent WHERE location_id = ? AND visit_id = ?", location, visit);
        sql.change("DELETE FROM review_link WHERE location_id = ? AND visit_id = ?", location, visit);
        sql.change("DELETE FROM reminder WHERE location_id = ? AND visit_id = ?", location, visit);
        sql.change("""
            UPDATE visit SET client_id = ?, client_name = '', comment = '', sms_reminder_hours = 0, email_reminder_hours = 0,
                partner_reference = ''
            WHERE location_id = ? AND id = ?
            """, nobody, location, visit);
        return reviews;
    }

    public void delete(KnownClient client) {
        sql.change("DELETE FROM client WHERE location_id = ? AND id = ?", client.location(), client.id());
    }

    /** Leaves the phone alone of a client who may not book: without it, they could. */
    public void keepPhoneAlone(KnownClient client) {
        sql.change("UPDATE client SET name = '', email = '' WHERE location_id = ? AND id = ?", client.location(), client.id());
    }

    /** @return how many clients without any visit were deleted; the blacklisted stay, as {@link #keepPhoneAlone} leaves them */
    public int deleteWithoutVisits(long location) {
        var without = "WHERE location_id = ? AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.location_id = client.location_id "
                + "AND visit.client_id = client.id)";
        sql.change("UPDATE client SET name = '', email = '' " + without + " AND blacklisted = 1", location);
        return sql.change("DELETE FROM client " + without + " AND blacklisted = 0", location);
    }

    /** @return how many reviews from before a moment lost their author */
    public int forgetAuthors(long location, Instant moment) {
        return sql.change("""
            UPDATE review SET client_name = '', account_id = NULL
            WHERE location_id = ? AND created_at <= ? AND (client_name <> '' OR account_id IS NOT NULL)
            """, location, moment.getEpochSecond());
    }

    /** Accounts older than a moment, not used since, under whose phone nothing is booked. */
    public List<Long> accountsUnusedSince(Instant moment) {
        return sql.list("""
            SELECT id FROM account
            WHERE created_at <= ?
                AND NOT EXISTS (SELECT 1 FROM account_session WHERE account_id = account.id AND used_at > ?)
                AND NOT EXISTS (SELECT 1 FROM client JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                    WHERE client.phone = account.phone)
            """, row -> row.getLong(1), moment.getEpochSecond(), moment.getEpochSecond());
    }

    /** @return how many reviews lost their author with the account */
    public int deleteAccount(long account) {
        var reviews = sql.change("UPDATE review SET client_name = '', account_id = NULL WHERE account_id = ?", account);
        sql.change("DELETE FROM account_session WHERE account_id = ?", account);
        sql.change("DELETE FROM account WHERE id = ?", account);
        return reviews;
    }

    /** @return how many codes, used or not, the phone had */
    public int deleteCodes(String phone) {
        return sql.change("DELETE FROM phone_code WHERE phone = ?", phone);
    }
}
