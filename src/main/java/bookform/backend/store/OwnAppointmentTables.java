package bookform.backend.store;

import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;

/** The appointments of a phone, over all locations: the one look that crosses them, by the index of clients by phone. */
public final class OwnAppointmentTables {
    private static final int MOST = 500;

    private final Sql sql;

    OwnAppointmentTables(Sql sql) {
        this.sql = sql;
    }

    /** An appointment, and where it is. */
    public record OwnStoredAppointment(long location, StoredAppointment appointment) {}

    private record Key(long location, long appointment) {}

    /** Whether an appointment was booked under a phone. */
    public boolean isOf(long location, long appointment, String phone) {
        return sql.number("""
            SELECT count(*)
            FROM appointment
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE appointment.location_id = ? AND appointment.id = ? AND client.phone = ?
            """, location, appointment, phone) > 0;
    }

    /** The latest start first, as far back as anybody looks; in two queries, however many there are. */
    public List<OwnStoredAppointment> list(String phone) {
        var services = services(phone);
        return sql.list("""
            SELECT appointment.*, coalesce(appointment.comment, visit.comment) AS told, team_member.name, team_member.specialization,
                team_member.position, team_member.photo, team_member.rating_stars, team_member.rating_votes, team_member.information, team_member.active
            FROM client
                JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
                JOIN team_member ON team_member.location_id = appointment.location_id AND team_member.id = appointment.team_member_id
            WHERE client.phone = ?
            ORDER BY appointment.starts_at DESC, appointment.location_id, appointment.id DESC LIMIT ?
            """, row -> {
            var key = new Key(row.getLong("location_id"), row.getLong("id"));
            return new OwnStoredAppointment(key.location, new StoredAppointment(key.appointment, AppointmentTables.teamMember(row),
                    AppointmentTables.time(row), AppointmentTables.technicalBreak(row), services.getOrDefault(key, List.of()),
                    row.getString("told"), Status.valueOf(row.getString("status")), row.getString("hash"),
                    Sql.optionalLong(row, "event_id"), row.getInt("seats")));
        }, phone, MOST);
    }

    /** Whether a client has been with a team member at a moment. */
    public boolean hasBeenWith(long location, long teamMember, String phone, Instant now) {
        return sql.number("""
            SELECT count(*)
            FROM client
                JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
            WHERE client.location_id = ? AND client.phone = ? AND appointment.team_member_id = ? AND appointment.ends_at <= ?
                AND appointment.status NOT IN ('CANCELLED', 'NO_SHOW')
            """, location, phone, teamMember, now.getEpochSecond()) > 0;
    }

    /** The name that an appointment, which there must be, was booked in. */
    public String client(long location, long appointment) {
        return sql.find("""
            SELECT visit.client_name
            FROM appointment JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
            WHERE appointment.location_id = ? AND appointment.id = ?
            """, row -> row.getString(1), location, appointment).orElseThrow();
    }

    private HashMap<Key, List<BookedService>> services(String phone) {
        var services = new HashMap<Key, List<BookedService>>();
        sql.list(
                """
            SELECT appointment_service.*, location.currency
            FROM client
                JOIN location ON location.location_id = client.location_id
                JOIN visit ON visit.location_id = client.location_id AND visit.client_id = client.id
                JOIN appointment ON appointment.location_id = visit.location_id AND appointment.visit_id = visit.id
                JOIN appointment_service ON appointment_service.location_id = appointment.location_id
                    AND appointment_service.appointment_id = appointment.id
            WHERE client.phone = ?
            ORDER BY appointment_service.place
            """, row -> services
                        .computeIfAbsent(new Key(row.getLong("location_id"), row.getLong("appointment_id")), key -> new ArrayList<>())
                        .add(new BookedService(row.getLong("service_id"), row.getString("title"),
                                new Money(row.getLong("price"), Currency.getInstance(row.getString("currency"))),
                                Duration.ofSeconds(row.getLong("duration")))),
                phone);
        return services;
    }
}
