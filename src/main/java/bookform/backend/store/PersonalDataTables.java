package bookform.backend.store;

import bookform.booking.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the tables hold about one client, for the client to read: rows as maps, under the names of their columns. In a fixed number of
 * queries, over all locations like {@link OwnAppointmentTables}.
 */
public final class PersonalDataTables {
    private static final String VISITS = """
        FROM client
            JOIN location ON location.location_id = client.location_id
            JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
        """;
    private static final String APPOINTMENTS = VISITS + """
            JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
        """;

    private final Sql sql;

    PersonalDataTables(Sql sql) {
        this.sql = sql;
    }

    private record Key(long location, long id) {}

    /** The account and where it is signed in. */
    public Map<String, Object> account(long account) {
        var told = sql.find("""
            SELECT phone, name, email, email_voucher AS email_confirmed_by, language, sms_reminder_hours,
                CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS has_password,
                CASE WHEN calendar_hash IS NULL THEN 0 ELSE 1 END AS has_calendar_address, created_at
            FROM account WHERE id = ?
            """, PersonalDataTables::row, account).orElseThrow();
        told.put("devices", sql.list("SELECT created_at AS signed_in_at, used_at FROM account_session WHERE account_id = ? ORDER BY id",
                PersonalDataTables::row, account));
        return told;
    }

    /** What each location knows the phone by. */
    public List<Map<String, Object>> clients(String phone) {
        return sql.list("""
            SELECT location.title AS location, client.phone, client.name, client.email, client.blacklisted AS is_closed_to_online_booking
            FROM client JOIN location ON location.location_id = client.location_id WHERE client.phone = ? ORDER BY client.location_id
            """, PersonalDataTables::row, phone);
    }

    /** Every visit with its appointments, the first one booked first. */
    public List<Map<String, Object>> visits(String phone) {
        var services = byAppointment("""
            SELECT appointment.location_id, appointment.id, appointment_service.title, appointment_service.price, location.currency,
                appointment_service.duration AS seconds
            """ + APPOINTMENTS + """
                JOIN appointment_service ON appointment_service.location_id = appointment.location_id
                    AND appointment_service.appointment_id = appointment.id
            WHERE client.phone = ? ORDER BY appointment_service.place
            """, phone);
        var answers = byAppointment("""
            SELECT appointment.location_id, appointment.id, appointment_field.code AS question, appointment_field.value AS answer
            """ + APPOINTMENTS + """
                JOIN appointment_field ON appointment_field.location_id = appointment.location_id
                    AND appointment_field.appointment_id = appointment.id
            WHERE client.phone = ? ORDER BY appointment_field.place
            """, phone);
        var appointments = new HashMap<Key, List<Map<String, Object>>>();
        sql.list("""
            SELECT appointment.location_id, appointment.visit_id, appointment.id, appointment.id AS number, appointment.starts_at,
                appointment.ends_at, team_member.name AS team_member, appointment.status, appointment.seats, appointment.comment,
                appointment.changed_at
            """ + APPOINTMENTS + """
                JOIN team_member ON team_member.location_id = appointment.location_id AND team_member.id = appointment.team_member_id
            WHERE client.phone = ? ORDER BY appointment.location_id, appointment.id
            """, row -> {
            var visit = new Key(row.getLong(1), row.getLong(2));
            var key = new Key(row.getLong(1), row.getLong(3));
            var told = row(row, 4);
            told.put("services", services.getOrDefault(key, List.of()));
            if (answers.containsKey(key)) told.put("answers", answers.get(key));
            return appointments.computeIfAbsent(visit, none -> new ArrayList<>()).add(told);
        }, phone);
        return sql.list("""
            SELECT visit.location_id, visit.id, location.title AS location, visit.created_at AS booked_at, visit.client_name AS name,
                visit.comment, visit.form_id AS form, visit.language, visit.sms_reminder_hours, visit.email_reminder_hours,
                visit.partner_reference
            """ + VISITS + " WHERE client.phone = ? ORDER BY visit.created_at, visit.location_id, visit.id", row -> {
            var told = row(row, 3);
            told.put("appointments", appointments.getOrDefault(new Key(row.getLong(1), row.getLong(2)), List.of()));
            return told;
        }, phone);
    }

    /** What the client said of visits, and of team members. */
    public List<Map<String, Object>> reviews(long account, String phone) {
        return sql.list("""
            SELECT location.title AS location, team_member.name AS team_member, review.appointment_id AS appointment,
                review.client_name AS name, review.stars, review.text, review.tip AS price, location.currency, review.created_at
            FROM review
                JOIN location ON location.location_id = review.location_id
                JOIN team_member ON team_member.location_id = review.location_id AND team_member.id = review.team_member_id
            WHERE review.account_id = ? OR EXISTS (
                SELECT 1 FROM appointment
                    JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                    JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
                WHERE appointment.location_id = review.location_id AND appointment.id = review.appointment_id AND client.phone = ?)
            ORDER BY review.created_at, review.location_id, review.id
            """, PersonalDataTables::row, account, phone);
    }

    /** What they agreed to, visit by visit, each with the words of it. */
    public List<Map<String, Object>> consents(String phone) {
        return sql.list("""
            SELECT location.title AS location, min(appointment.id) AS appointment, consent.form_id AS form, consent.language,
                consent.given_at, consent.agreed AS has_agreed, consent.newsletter AS has_ordered_newsletter, consent.policy,
                privacy_policy.text
            """ + APPOINTMENTS + """
                JOIN consent ON consent.location_id = visit.location_id AND consent.visit_id = visit.id
                LEFT JOIN privacy_policy ON privacy_policy.location_id = consent.location_id AND privacy_policy.version = consent.policy
            WHERE client.phone = ?
            GROUP BY location.location_id, location.title, consent.visit_id, consent.form_id, consent.language, consent.given_at,
                consent.agreed, consent.newsletter, consent.policy, privacy_policy.text
            ORDER BY consent.given_at, location.location_id, consent.visit_id
            """, PersonalDataTables::row, phone);
    }

    /** What was sent to them, the last one first; of codes, that they were. */
    public List<Map<String, Object>> messages(String phone) {
        return sql.list("""
            SELECT location.title AS location, message.kind, message.purpose, message.recipient, message.subject, message.text, message.sent_at
            FROM message LEFT JOIN location ON location.location_id = message.location_id
            WHERE message.phone = ? ORDER BY message.sent_at DESC, message.id DESC
            """, PersonalDataTables::row, phone);
    }

    /** Visits after which they are asked how it was. */
    public List<Map<String, Object>> reviewLinks(String phone) {
        return sql.list("SELECT location.title AS location, review_link.due_at " + VISITS + """
                JOIN review_link ON review_link.location_id = visit.location_id AND review_link.visit_id = visit.id
            WHERE client.phone = ? ORDER BY review_link.due_at
            """, PersonalDataTables::row, phone);
    }

    /** What is to be sent to them. */
    public List<Map<String, Object>> reminders(String phone) {
        return sql.list("SELECT location.title AS location, reminder.kind, reminder.hours, reminder.due_at " + VISITS + """
                JOIN reminder ON reminder.location_id = visit.location_id AND reminder.visit_id = visit.id
            WHERE client.phone = ? ORDER BY reminder.due_at
            """, PersonalDataTables::row, phone);
    }

    private Map<Key, List<Map<String, Object>>> byAppointment(String query, String phone) {
        var found = new HashMap<Key, List<Map<String, Object>>>();
        sql.list(query, row -> found.computeIfAbsent(new Key(row.getLong(1), row.getLong(2)), none -> new ArrayList<>()).add(row(row, 3)),
                phone);
        return found;
    }

    private static Map<String, Object> row(ResultSet row) throws SQLException {
        return row(row, 1);
    }

    /** From a column on: {@code created_at} is a moment, {@code has_password} a truth, a price has its currency; nothing stays nothing. */
    private static Map<String, Object> row(ResultSet row, int first) throws SQLException {
        var told = new LinkedHashMap<String, Object>();
        var columns = row.getMetaData();
        for (var i = first; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i);
            var value = row.getObject(i);
            if (value == null || value.equals("")) continue;
            if (name.equals("price")) value = new Money(row.getLong(i), Currency.getInstance(row.getString("currency"))).major();
            else if (name.endsWith("_at")) value = Instant.ofEpochSecond(row.getLong(i)).toString();
            else if (name.startsWith("has_") || name.startsWith("is_")) value = row.getInt(i) != 0;
            told.put(name, value);
        }
        return told;
    }
}
