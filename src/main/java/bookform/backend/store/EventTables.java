package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Category;
import bookform.booking.Event.Room;
import bookform.booking.PriceRange;
import bookform.booking.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tables {@code event} and {@code event_resource}. How many seats are taken is counted where they are: in the appointments. */
public final class EventTables {
    private static final String SELECT = """
        SELECT event.*, service.category_id, service.title AS service_title, service.comment, service.image,
            coalesce(skill.price_min, service.price_min) AS price_min, coalesce(skill.price_max, service.price_max) AS price_max,
            coalesce(category.title, '') AS category_title, team_member.name, team_member.specialization, team_member.position,
            team_member.photo, team_member.rating_stars, team_member.rating_votes, team_member.information, team_member.active,
            (SELECT coalesce(sum(seats), 0) FROM appointment
                WHERE appointment.location_id = event.location_id AND appointment.event_id = event.id
                    AND appointment.status NOT IN ('CANCELLED', 'NO_SHOW')) AS seats_taken
        FROM event
            JOIN service ON service.location_id = event.location_id AND service.id = event.service_id
            JOIN team_member ON team_member.location_id = event.location_id AND team_member.id = event.team_member_id
            LEFT JOIN skill ON skill.location_id = event.location_id AND skill.team_member_id = event.team_member_id
                AND skill.service_id = event.service_id
            LEFT JOIN category ON category.location_id = event.location_id AND category.id = service.category_id
        """;

    private final Sql sql;

    EventTables(Sql sql) {
        this.sql = sql;
    }

    /** Those that take place and start within a range, in that order. */
    public List<StoredEvent> starting(long location, TimeRange range, Currency currency) {
        var rooms = rooms(location, range);
        return sql.list(SELECT + """
            WHERE event.location_id = ? AND event.cancelled = 0 AND event.starts_at >= ? AND event.starts_at < ?
            ORDER BY event.starts_at, event.id
            """, row -> event(row, rooms, currency), location, range.from().getEpochSecond(), range.to().getEpochSecond());
    }

    /** Also one that was called off. */
    public Optional<StoredEvent> find(long location, long event, Currency currency) {
        return find(location, event, currency, time -> rooms(location, new TimeRange(time.from(), time.from().plusSeconds(1))));
    }

    /** The same without its rooms, in one query. */
    public Optional<StoredEvent> findToBook(long location, long event, Currency currency) {
        return find(location, event, currency, time -> Map.of());
    }

    /** How many seats of an event were booked under a phone, and are still held. */
    public int seatsHeldBy(long location, long event, String phone) {
        return (int) sql.number("""
            SELECT coalesce(sum(appointment.seats), 0)
            FROM appointment
                JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
                JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            WHERE appointment.location_id = ? AND appointment.event_id = ? AND appointment.status NOT IN ('CANCELLED', 'NO_SHOW')
                AND client.phone = ?
            """, location, event, phone);
    }

    private Optional<StoredEvent> find(long location, long event, Currency currency, Function<TimeRange, Map<Long, List<Room>>> rooms) {
        return sql.find(SELECT + "WHERE event.location_id = ? AND event.id = ?",
                row -> event(row, rooms.apply(AppointmentTables.time(row)), currency), location, event);
    }

    private static StoredEvent event(ResultSet row, Map<Long, List<Room>> rooms, Currency currency) throws SQLException {
        var time = AppointmentTables.time(row);
        PriceRange price = SetUpTables.price(row, currency);
        var category = new Category(row.getLong("category_id"), row.getString("category_title"));
        var service = new Service(row.getLong("service_id"), category.id(), row.getString("service_title"), price,
                Optional.of(Duration.between(time.from(), time.to())), row.getString("comment"),
                Optional.ofNullable(row.getString("image")));
        return new StoredEvent(row.getLong("id"), service, category, AppointmentTables.teamMember(row), time, row.getInt("capacity"),
                row.getInt("seats_taken"), row.getBoolean("cancelled"), row.getString("instructions"),
                rooms.getOrDefault(row.getLong("id"), List.of()));
    }

    /** Of the events that start within a range. */
    private Map<Long, List<Room>> rooms(long location, TimeRange range) {
        var rooms = new HashMap<Long, List<Room>>();
        sql.list("""
            SELECT event.id AS event_id, resource_instance.id, resource_instance.title, resource_instance.resource_id
            FROM event
                JOIN event_resource ON event_resource.location_id = event.location_id AND event_resource.event_id = event.id
                JOIN resource_instance ON resource_instance.location_id = event.location_id
                    AND resource_instance.id = event_resource.resource_instance_id
            WHERE event.location_id = ? AND event.starts_at >= ? AND event.starts_at < ?
            ORDER BY event.id, resource_instance.place, resource_instance.id
            """, row -> rooms.computeIfAbsent(row.getLong("event_id"), event -> new ArrayList<>())
                .add(new Room(row.getLong("id"), row.getString("title"), row.getLong("resource_id"))),
                location, range.from().getEpochSecond(), range.to().getEpochSecond());
        return rooms;
    }
}
