package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.backend.setup.Resource;
import bookform.backend.setup.Resource.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables {@code resource}, {@code resource_instance} and {@code service_resource}. */
final class ResourceTables {
    private final Sql sql;

    ResourceTables(Sql sql) {
        this.sql = sql;
    }

    List<Resource> find(long location) {
        var instances = new HashMap<Long, List<Instance>>();
        sql.list("SELECT resource_id, id, title FROM resource_instance WHERE location_id = ? AND active = 1 ORDER BY place",
                row -> instances.computeIfAbsent(row.getLong(1), resource -> new ArrayList<>())
                        .add(new Instance(row.getLong(2), row.getString(3))),
                location);
        return sql.list("SELECT id, title FROM resource WHERE location_id = ? AND active = 1 ORDER BY place",
                row -> new Resource(row.getLong(1), row.getString(2), instances.getOrDefault(row.getLong(1), List.of())), location);
    }

    /** What each service needs; those that need nothing are missing. */
    Map<Long, SortedSet<Long>> needs(long location) {
        var needs = new HashMap<Long, SortedSet<Long>>();
        sql.list("SELECT service_id, resource_id FROM service_resource WHERE location_id = ?",
                row -> needs.computeIfAbsent(row.getLong(1), service -> new TreeSet<>()).add(row.getLong(2)), location);
        return needs;
    }

    /** Also those that are no longer active. */
    List<Long> ids(long location) {
        return sql.list("SELECT id FROM resource WHERE location_id = ?", row -> row.getLong(1), location);
    }

    /** Also those that are no longer active. */
    List<Long> instanceIds(long location) {
        return sql.list("SELECT id FROM resource_instance WHERE location_id = ?", row -> row.getLong(1), location);
    }

    /** The first instance that is not busy in a range. */
    Optional<Long> findFree(long location, long resource, TimeRange range) {
        var from = range.from().getEpochSecond();
        return sql.find("""
            SELECT id FROM resource_instance
            WHERE location_id = ? AND resource_id = ? AND active = 1 AND NOT EXISTS (
                SELECT 1 FROM busy_time
                WHERE busy_time.location_id = resource_instance.location_id AND bookable = 'RESOURCE_INSTANCE'
                    AND bookable_id = resource_instance.id AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?)
            ORDER BY place LIMIT 1
            """, row -> row.getLong(1), location, resource, from, range.to().getEpochSecond(), from);
    }

    void replace(long location, List<Resource> resources) {
        sql.change("UPDATE resource SET active = 0 WHERE location_id = ?", location);
        sql.change("UPDATE resource_instance SET active = 0 WHERE location_id = ?", location);
        var place = 0;
        for (var resource : resources) {
            sql.change("""
                INSERT INTO resource (location_id, id, active, place, title) VALUES (?, ?, 1, ?, ?)
                ON CONFLICT (location_id, id) DO UPDATE SET active = 1, place = excluded.place, title = excluded.title
                """, location, resource.id(), place++, resource.title());
            for (var instance : resource.instances()) insert(location, resource, instance, place++);
        }
    }

    /** Once the services are there. */
    void replaceNeeds(long location, Map<Long, SortedSet<Long>> needs) {
        sql.change("DELETE FROM service_resource WHERE location_id = ?", location);
        needs.forEach((service, resources) -> resources.forEach(resource -> sql.change(
                "INSERT INTO service_resource (location_id, service_id, resource_id) VALUES (?, ?, ?)", location, service, resource)));
    }

    private void insert(long location, Resource resource, Instance instance, int place) {
        sql.change("""
            INSERT INTO resource_instance (location_id, id, resource_id, active, place, title) VALUES (?, ?, ?, 1, ?, ?)
            ON CONFLICT (location_id, id) DO UPDATE SET resource_id = excluded.resource_id, active = 1, place = excluded.place,
                title = excluded.title
            """, location, instance.id(), resource.id(), place, instance.title());
    }
}
