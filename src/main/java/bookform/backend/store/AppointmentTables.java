package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.BookedAppointment;
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
import java.util.Map;
import java.util.Optional;

/** The tables {@code appointment} and {@code appointment_service}. */
public final class AppointmentTables {
    private final Sql sql;
    private final String insert;

    AppointmentTables(Sql sql) {
        this.sql = sql;
        this.insert = """
            INSERT INTO appointment (location_id, id, visit_id, request_id, team_member_id, starts_at, ends_at, status, hash, reference)
            VALUES (?, %s, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """.formatted(sql.dialect().nextId("appointment"));
    }

    /**
     * What keeps team members busy within a range, each one's in order; those who are missing have nothing to do.
     *
     * @param teamMember empty for everybody
     */
    public Map<Long, List<TimeRange>> busy(long location, Optional<Long> teamMember, TimeRange range) {
        var busy = new HashMap<Long, List<TimeRange>>();
        var from = range.from().getEpochSecond();
        var to = range.to().getEpochSecond();
        Sql.Row<Boolean> add = row -> busy.computeIfAbsent(row.getLong(1), member -> new ArrayList<>())
                .add(new TimeRange(Instant.ofEpochSecond(row.getLong(2)), Instant.ofEpochSecond(row.getLong(3))));
        if (teamMember.isPresent()) {
            sql.list("""
                SELECT team_member_id, starts_at, ends_at FROM appointment
                WHERE location_id = ? AND team_member_id = ? AND status NOT IN ('CANCELLED', 'NO_SHOW')
                    AND starts_at > ? - 86400 AND starts_at < ? AND ends_at > ?
                ORDER BY starts_at
                """, add, location, teamMember.get(), from, to, from);
        } else {
            sql.list("""
                SELECT team_member_id, starts_at, ends_at FROM appointment
                WHERE location_id = ? AND team_member_id IN (SELECT id FROM team_member WHERE location_id = ?)
                    AND status NOT IN ('CANCELLED', 'NO_SHOW') AND starts_at > ? - 86400 AND starts_at < ? AND ends_at > ?
                ORDER BY team_member_id, starts_at
                """, add, location, location, from, to, from);
        }
        return busy;
    }

    public Optional<StoredAppointment> find(long location, long appointment, Currency currency) {
        return sql.find("""
            SELECT appointment.*, visit.comment, team_member.name, team_member.specialization, team_member.position, team_member.photo,
                team_member.rating_stars, team_member.rating_votes, team_member.information, team_member.active
            FROM appointment
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN team_member ON team_member.location_id = appointment.location_id AND team_member.id = appointment.team_member_id
            WHERE appointment.location_id = ? AND appointment.id = ?
            """, row -> new StoredAppointment(appointment, teamMember(row), time(row), services(location, appointment, currency),
                row.getString("comment"), Status.valueOf(row.getString("status")), row.getString("hash")), location, appointment);
    }

    /** The appointments of a visit, in the order they were booked. */
    public List<BookedAppointment> ofVisit(long location, long visit) {
        return sql.list("SELECT request_id, id, hash FROM appointment WHERE location_id = ? AND visit_id = ? ORDER BY id",
                row -> new BookedAppointment(row.getInt(1), row.getLong(2), row.getString(3)), location, visit);
    }

    /**
     * @return its number
     * @throws Overlap when the team member is busy then; nothing was changed
     */
    public long insert(long location, long visit, NewAppointment appointment) {
        var id = sql.number(insert, location, visit, appointment.request(), appointment.teamMember(),
                appointment.time().from().getEpochSecond(),
                appointment.time().to().getEpochSecond(), appointment.status().name(), appointment.hash(), appointment.reference());
        var place = 0;
        for (var service : appointment.services()) {
            sql.change("""
                INSERT INTO appointment_service (location_id, appointment_id, place, service_id, title, price, duration)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, location, id, place++, service.id(), service.title(), service.price().minor(), service.duration().toSeconds());
        }
        return id;
    }

    /** Changes the status if it still is what the caller saw; says whether it was. */
    public boolean changeStatus(long location, long appointment, Status seen, Status next) {
        return sql.change("UPDATE appointment SET status = ? WHERE location_id = ? AND id = ? AND status = ?",
                next.name(), location, appointment, seen.name()) == 1;
    }

    /**
     * Gives an appointment another time if it still is what the caller saw; says whether it was.
     *
     * @throws Overlap when the team member is busy then; nothing was changed
     */
    public boolean move(long location, StoredAppointment seen, TimeRange time) {
        return sql.change("""
            UPDATE appointment SET starts_at = ?, ends_at = ?
            WHERE location_id = ? AND id = ? AND status = ? AND starts_at = ? AND ends_at = ?
            """, time.from().getEpochSecond(), time.to().getEpochSecond(), location, seen.id(), seen.status().name(),
                seen.time().from().getEpochSecond(), seen.time().to().getEpochSecond()) == 1;
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
        return sql.list("""
            SELECT appointment.*, visit.client_name, client.phone
            FROM appointment
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE appointment.location_id = ?
            ORDER BY appointment.starts_at, appointment.id
            """, row -> new ImportedAppointment(row.getLong("team_member_id"), services.getOrDefault(row.getLong("id"), List.of()),
                time(row).from(), time(row).to(), row.getString("client_name"), row.getString("phone"),
                Status.valueOf(row.getString("status")),
                row.getString("reference")), location);
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

    static TeamMember teamMember(ResultSet row) throws SQLException {
        return new TeamMember(row.getLong("team_member_id"), row.getString("name"), row.getString("specialization"),
                row.getString("position"), Optional.ofNullable(row.getString("photo")), TeamTables.rating(row),
                new Html(row.getString("information")), row.getBoolean("active"), Optional.empty());
    }
}
