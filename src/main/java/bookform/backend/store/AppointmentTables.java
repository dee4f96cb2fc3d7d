package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.BookedAppointment;
import bookform.booking.CustomFields;
import bookform.booking.Html;
import bookform.booking.Money;
import bookform.booking.TeamMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The tables {@code appointment}, {@code appointment_service} and {@code appointment_resource}. */
public final class AppointmentTables {
    private static final String TAKE =
            "INSERT INTO appointment_resource (location_id, appointment_id, resource_instance_id) VALUES (?, ?, ?)";

    private final Sql sql;

    AppointmentTables(Sql sql) {
        this.sql = sql;
    }

    /** One of the rooms, chairs or devices that an appointment takes. */
    public record AssignedInstance(long id, String title, long resource) {}

    public Optional<StoredAppointment> find(long location, long appointment, Currency currency) {
        return sql.find("""
            SELECT appointment.*, coalesce(appointment.comment, visit.comment) AS told, team_member.name, team_member.specialization,
                team_member.position, team_member.photo, team_member.rating_stars, team_member.rating_votes, team_member.information, team_member.active
            FROM appointment
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN team_member ON team_member.location_id = appointment.location_id AND team_member.id = appointment.team_member_id
            WHERE appointment.location_id = ? AND appointment.id = ?
            """,
                row -> new StoredAppointment(appointment, teamMember(row), time(row), technicalBreak(row),
                        services(location, appointment, currency), row.getString("told"), Status.valueOf(row.getString("status")),
                        row.getString("hash"), Sql.optionalLong(row, "event_id"), row.getInt("seats")),
                location, appointment);
    }

    /** The appointments of a visit, in the order they were booked. */
    public List<BookedAppointment> ofVisit(long location, long visit) {
        return sql.list("SELECT request_id, id, hash FROM appointment WHERE location_id = ? AND visit_id = ? ORDER BY id",
                row -> new BookedAppointment(row.getInt(1), row.getLong(2), row.getString(3)), location, visit);
    }

    /**
     * @return its number
     * @throws NoSeats when the event has not so many; from here, from a later statement or from the commit, as {@link Sql#insert} says
     * @throws Overlap when the team member or an instance is busy then; in the same way
     */
    public long insert(long location, long visit, NewAppointment appointment) {
        var id = sql.insert("appointment", """
            INSERT INTO appointment (location_id, id, visit_id, request_id, team_member_id, starts_at, ends_at, technical_break, status,
                hash, reference, event_id, seats)
            VALUES (?, :id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, location, visit, appointment.request(), appointment.teamMember(),
                appointment.time().from().getEpochSecond(),
                appointment.time().to().getEpochSecond(), appointment.technicalBreak().toSeconds(), appointment.status().name(),
                appointment.hash(), appointment.reference(), appointment.event().orElse(null), appointment.seats());
        var place = 0;
        for (var service : appointment.services()) {
            sql.changeSoon("""
                INSERT INTO appointment_service (location_id, appointment_id, place, service_id, title, price, duration)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, location, id, place++, service.id(), service.title(), service.price().minor(), service.duration().toSeconds());
        }
        new AppointmentFieldTable(sql).insert(location, id, appointment.fields());
        for (var instance : appointment.resourceInstances()) sql.changeSoon(TAKE, location, id, instance);
        return id;
    }

    /** The instances of resources that are assigned to an appointment, in no order that matters. */
    public List<AssignedInstance> resourceInstances(long location, long appointment) {
        return sql.list("""
            SELECT resource_instance.* FROM appointment_resource JOIN resource_instance
                ON resource_instance.location_id = appointment_resource.location_id
                    AND resource_instance.id = appointment_resource.resource_instance_id
            WHERE appointment_resource.location_id = ? AND appointment_resource.appointment_id = ?
            ORDER BY resource_instance.id
            """, row -> new AssignedInstance(row.getLong("id"), row.getString("title"), row.getLong("resource_id")), location, appointment);
    }

    /**
     * Remembers that an appointment was changed.
     *
     * @param comment in place of the one it has
     */
    public void noteChange(long location, long appointment, Optional<String> comment, Instant now) {
        sql.change("UPDATE appointment SET changed_at = ?, comment = coalesce(?, comment) WHERE location_id = ? AND id = ?",
                now.getEpochSecond(), comment.orElse(null), location, appointment);
    }

    /** Changes the status if it still is what the caller saw; says whether it was. */
    public boolean changeStatus(long location, long appointment, Status seen, Status next, Instant now) {
        return sql.change("UPDATE appointment SET status = ?, changed_at = ? WHERE location_id = ? AND id = ? AND status = ?",
                next.name(), now.getEpochSecond(), location, appointment, seen.name()) == 1;
    }

    /**
     * Gives an appointment another time, and other instances of resources, if it still is what the caller saw; says whether it was.
     *
     * @throws Overlap when the team member or an instance is busy then; the transaction must be rolled back
     */
    public boolean move(long location, StoredAppointment seen, TimeRange time, List<Long> resourceInstances) {
        // Its old instances go before it moves: they may be busy at the new time.
        sql.change("DELETE FROM appointment_resource WHERE location_id = ? AND appointment_id = ?", location, seen.id());
        var moved = sql.change("""
            UPDATE appointment SET starts_at = ?, ends_at = ?
            WHERE location_id = ? AND id = ? AND status = ? AND starts_at = ? AND ends_at = ?
            """, time.from().getEpochSecond(), time.to().getEpochSecond(), location, seen.id(), seen.status().name(),
                seen.time().from().getEpochSecond(), seen.time().to().getEpochSecond()) == 1;
        if (moved) resourceInstances.forEach(instance -> sql.change(TAKE, location, seen.id(), instance));
        return moved;
    }

    /**
     * Where an appointment is, of which only number and hash are known: the one question that looks into every location, each at its
     * primary key.
     */
    public Optional<Long> locationOf(long appointment, String hash) {
        return sql.find("""
            SELECT location_id FROM appointment
            WHERE location_id IN (SELECT location_id FROM location) AND id = ? AND hash = ?
            """, row -> row.getLong(1), appointment, hash);
    }

    boolean hasReference(long location, String reference) {
        return sql.number("SELECT count(*) FROM appointment WHERE location_id = ? AND reference = ?", location, reference) > 0;
    }

    List<ImportedAppointment> exported(long location) {
        var services = new HashMap<Long, List<Long>>();
        sql.list("SELECT appointment_id, service_id FROM appointment_service WHERE location_id = ? ORDER BY appointment_id, place",
                row -> services.computeIfAbsent(row.getLong(1), appointment -> new ArrayList<>()).add(row.getLong(2)), location);
        var instances = new HashMap<Long, List<Long>>();
        sql.list("SELECT appointment_id, resource_instance_id FROM appointment_resource WHERE location_id = ? ORDER BY 1, 2",
                row -> instances.computeIfAbsent(row.getLong(1), appointment -> new ArrayList<>()).add(row.getLong(2)), location);
        var fields = new AppointmentFieldTable(sql).find("location_id = ?", location);
        return sql.list("""
            SELECT appointment.*, visit.client_name, client.phone, event.reference AS event_reference
            FROM appointment
                LEFT JOIN event ON event.location_id = appointment.location_id AND event.id = appointment.event_id
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE appointment.location_id = ?
            ORDER BY appointment.starts_at, appointment.id
            """, row -> new ImportedAppointment(row.getLong("team_member_id"), services.getOrDefault(row.getLong("id"), List.of()),
                time(row).from(), time(row).to(), technicalBreak(row), instances.getOrDefault(row.getLong("id"), List.of()),
                row.getString("client_name"), row.getString("phone"), Status.valueOf(row.getString("status")),
                row.getString("reference"), Optional.ofNullable(row.getString("event_reference")), row.getInt("seats"),
                fields.getOrDefault(row.getLong("id"), CustomFields.NONE)), location);
    }

    private List<BookedService> services(long location, long appointment, Currency currency) {
        return sql.list("SELECT * FROM appointment_service WHERE location_id = ? AND appointment_id = ? ORDER BY place",
                row -> new BookedService(row.getLong("service_id"), row.getString("title"), new Money(row.getLong("price"), currency),
                        Duration.ofSeconds(row.getLong("duration"))),
                location, appointment);
    }

    static TimeRange time(ResultSet row) throws SQLException {
        return new TimeRange(Instant.ofEpochSecond(row.getLong("starts_at")), Instant.ofEpochSecond(row.getLong("ends_at")));
    }

    static Duration technicalBreak(ResultSet row) throws SQLException {
        return Duration.ofSeconds(row.getLong("technical_break"));
    }

    static TeamMember teamMember(ResultSet row) throws SQLException {
        return new TeamMember(row.getLong("team_member_id"), row.getString("name"), row.getString("specialization"),
                row.getString("position"), Optional.ofNullable(row.getString("photo")), TeamTables.rating(row),
                new Html(row.getString("information")), row.getBoolean("active"), Optional.empty());
    }
}
