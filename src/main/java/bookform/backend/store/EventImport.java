package bookform.backend.store;

import bookform.booking.Appointment.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One import of events, inside its transaction. Those that are there by their reference become what the import says, and their seats
 * with them; the others are new. None is deleted, as seats tell of them: one that does not take place is cancelled.
 */
final class EventImport {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Sql sql;
    private final long location;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Set<Long> services;
    private final Set<Long> team;
    private final Set<Long> rooms;
    private final List<String> problems = new ArrayList<>();

    private record Kept(long id, ImportedEvent event) {}

    EventImport(Sql sql, long location) {
        this.sql = sql;
        this.location = location;
        this.services = ids("SELECT id FROM service WHERE location_id = ?");
        this.team = ids("SELECT id FROM team_member WHERE location_id = ?");
        this.rooms = ids("SELECT id FROM resource_instance WHERE location_id = ?");
        list(sql, location).forEach(one -> kept.put(one.event.reference(), one));
    }

    /** All events of a location, in the order of their starts. */
    static List<ImportedEvent> exported(Sql sql, long location) {
        return list(sql, location).stream().map(Kept::event).toList();
    }

    /** @throws ImportRefused naming every event that cannot be */
    void bringIn(List<ImportedEvent> events) {
        for (var event : events) {
            if (isPossible(event)) bringIn(event);
        }
        if (!problems.isEmpty()) throw new ImportRefused(problems);
    }

    private boolean isPossible(ImportedEvent event) {
        var length = Duration.between(event.start(), event.end());
        if (!services.contains(event.service())) return refused(event, "is of a service that the location does not know");
        if (!team.contains(event.teamMember())) return refused(event, "is with a team member whom the location does not know");
        if (!rooms.containsAll(event.resourceInstances())) return refused(event, "takes a resource that the location does not know");
        return length.isPositive() && length.compareTo(LONGEST) <= 0
                || refused(event, "must last longer than nothing and not longer than a day");
    }

    /** The database says no to what overlaps, also within the import, and to fewer seats than are taken. */
    private void bringIn(ImportedEvent event) {
        var there = kept.get(event.reference());
        try {
            if (there == null) sql.attempt(() -> insert(event));
            else if (!there.event.equals(event)) sql.attempt(() -> change(there.id, event));
        } catch (Overlap overlap) {
            refused(event, "overlaps something else that its team member or its room is busy with");
        } catch (NoSeats taken) {
            refused(event, "has fewer seats than clients have booked");
        }
    }

    private long insert(ImportedEvent event) {
        var id = sql.insert("event", """
            INSERT INTO event (location_id, id, service_id, team_member_id, starts_at, ends_at, capacity, instructions, cancelled, reference)
            VALUES (?, :id, ?, ?, ?, ?, ?, ?, ?, ?)
            """, location, event.service(), event.teamMember(), event.start().getEpochSecond(),
                event.end().getEpochSecond(), event.capacity(), event.instructions(), event.cancelled(), event.reference());
        insertRooms(id, event);
        return id;
    }

    private long change(long id, ImportedEvent event) {
        sql.change("DELETE FROM event_resource WHERE location_id = ? AND event_id = ?", location, id);
        sql.change("""
            UPDATE event SET service_id = ?, team_member_id = ?, starts_at = ?, ends_at = ?, capacity = ?, instructions = ?, cancelled = ?
            WHERE location_id = ? AND id = ?
            """, event.service(), event.teamMember(), event.start().getEpochSecond(), event.end().getEpochSecond(), event.capacity(),
                event.instructions(), event.cancelled(), location, id);
        insertRooms(id, event);
        changeSeats(id, event);
        return id;
    }

    private void insertRooms(long id, ImportedEvent event) {
        for (var room : event.resourceInstances()) {
            sql.change("INSERT INTO event_resource (location_id, event_id, resource_instance_id) VALUES (?, ?, ?)", location, id, room);
        }
    }

    /** Whoever has a seat comes when the event is, or not at all. */
    private void changeSeats(long id, ImportedEvent event) {
        sql.change("UPDATE appointment SET team_member_id = ?, starts_at = ?, ends_at = ? WHERE location_id = ? AND event_id = ?",
                event.teamMember(), event.start().getEpochSecond(), event.end().getEpochSecond(), location, id);
        if (event.cancelled()) {
            sql.change("UPDATE appointment SET status = ? WHERE location_id = ? AND event_id = ? AND status IN (?, ?)",
                    Status.CANCELLED.name(), location, id, Status.WAITING.name(), Status.CONFIRMED.name());
        }
    }

    private boolean refused(ImportedEvent event, String why) {
        problems.add(event + " " + why);
        return false;
    }

    private Set<Long> ids(String query) {
        return new HashSet<>(sql.list(query, row -> row.getLong(1), location));
    }

    private static List<Kept> list(Sql sql, long location) {
        var rooms = new HashMap<Long, List<Long>>();
        sql.list("SELECT event_id, resource_instance_id FROM event_resource WHERE location_id = ? ORDER BY event_id, resource_instance_id",
                row -> rooms.computeIfAbsent(row.getLong(1), event -> new ArrayList<>()).add(row.getLong(2)), location);
        return sql.list("SELECT * FROM event WHERE location_id = ? ORDER BY starts_at, id",
                row -> new Kept(row.getLong("id"), event(row, rooms.getOrDefault(row.getLong("id"), List.of()))), location);
    }

    private static ImportedEvent event(ResultSet row, List<Long> rooms) throws SQLException {
        return new ImportedEvent(row.getLong("service_id"), row.getLong("team_member_id"), Instant.ofEpochSecond(row.getLong("starts_at")),
                Instant.ofEpochSecond(row.getLong("ends_at")), row.getInt("capacity"), row.getString("instructions"), rooms,
                row.getBoolean("cancelled"), row.getString("reference"));
    }
}
