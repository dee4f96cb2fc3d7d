package bookform.backend.store;

import bookform.backend.availability.Busy;
import bookform.backend.availability.TimeRange;
import bookform.backend.availability.TimeRanges;
import bookform.backend.store.BusyTimeTable.Bookable.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table {@code busy_time}: who and what is busy when, whatever it is that keeps them so. Appointments write there by the triggers in
 * {@code V5__resources.sql}; whatever else takes somebody's time writes there too, and is looked at, kept apart from others and refused
 * in the same way from then on.
 */
public final class BusyTimeTable {
    private static final int MOST = 20;
    private static final String OF_TEAM_MEMBER = """
        SELECT bookable, bookable_id, starts_at, ends_at FROM busy_time
        WHERE location_id = ? AND bookable = 'TEAM_MEMBER' AND bookable_id = ?
            AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?
        """;
    private static final String OF_SOME = """
        SELECT bookable, bookable_id, starts_at, ends_at FROM busy_time
        WHERE location_id = ? AND bookable = ? AND bookable_id IN (%s)
            AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?
        """.formatted(String.join(", ", Collections.nCopies(MOST, "?")));
    private static final String OF_SOME_OF_BOTH = OF_SOME + "UNION ALL\n" + OF_SOME;
    private static final String OF_TEAM = """
        SELECT bookable, bookable_id, starts_at, ends_at FROM busy_time
        WHERE location_id = ? AND bookable = 'TEAM_MEMBER' AND bookable_id IN (SELECT id FROM team_member WHERE location_id = ?)
            AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?
        """;
    private static final String AND_OF_RESOURCES = """
        UNION ALL
        SELECT bookable, bookable_id, starts_at, ends_at FROM busy_time
        WHERE location_id = ? AND bookable = 'RESOURCE_INSTANCE'
            AND bookable_id IN (SELECT id FROM resource_instance WHERE location_id = ?)
            AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?
        """;
    private static final String IN_ORDER = "ORDER BY bookable_id, starts_at";

    private final Sql sql;

    BusyTimeTable(Sql sql) {
        this.sql = sql;
    }

    /** Somebody or something that can be busy. */
    public record Bookable(Kind kind, long id) {
        /** What it is, in the words of the database. */
        public enum Kind {
            TEAM_MEMBER, RESOURCE_INSTANCE
        }
    }

    /** Changes whenever the busy time of somebody does; those who are missing have never been busy since it is counted. */
    public Map<Bookable, Long> versions(long location) {
        var versions = new HashMap<Bookable, Long>();
        sql.list("SELECT bookable, bookable_id, version FROM busy_time_change WHERE location_id = ?",
                row -> versions.put(new Bookable(Kind.valueOf(row.getString(1)), row.getLong(2)), row.getLong(3)), location);
        return versions;
    }

    /** The whole team and all resources within a range, in one query. */
    public Busy find(long location, TimeRange range) {
        return everybody(new Found(), location, range);
    }

    /**
     * What is busy within a range, in one query.
     *
     * @param teamMember empty for the whole team
     * @param resources whether to look at the instances of resources as well; if not, they seem to be free
     */
    public Busy find(long location, Optional<Long> teamMember, boolean resources, TimeRange range) {
        var found = new Found();
        var query = teamMember.isPresent() ? OF_TEAM_MEMBER : OF_TEAM;
        var whose = parameters(location, teamMember.orElse(location), range);
        if (resources) {
            sql.list(query + AND_OF_RESOURCES + IN_ORDER, found::add,
                    Stream.concat(whose, parameters(location, location, range)).toArray());
        } else {
            sql.list(query + IN_ORDER, found::add, whose.toArray());
        }
        return found.busy();
    }

    /** These alone, in one query; who has nothing to do is there, too. When they are many, it is everybody. */
    public Busy find(long location, Collection<Bookable> bookables, TimeRange range) {
        var found = new Found();
        bookables.forEach(found::of);
        if (bookables.size() > MOST) return everybody(found, location, range);
        sql.list(OF_SOME_OF_BOTH + IN_ORDER, found::add, Arrays.stream(Kind.values())
                .flatMap(kind -> parameters(location, kind, bookables, range)).toArray());
        return found.busy();
    }

    private Busy everybody(Found found, long location, TimeRange range) {
        sql.list(OF_TEAM + AND_OF_RESOURCES + IN_ORDER, found::add,
                Stream.concat(parameters(location, location, range), parameters(location, location, range)).toArray());
        return found.busy();
    }

    /** As many ids as the query has places for: nobody is number -1. */
    private static Stream<Object> parameters(long location, Kind kind, Collection<Bookable> bookables, TimeRange range) {
        var from = range.from().getEpochSecond();
        var ids = Stream.concat(bookables.stream().filter(bookable -> bookable.kind() == kind).map(Bookable::id),
                Stream.generate(() -> -1L)).limit(MOST);
        return Stream.of(Stream.of(location, kind.name()), ids, Stream.of(from, range.to().getEpochSecond(), from))
                .flatMap(part -> part);
    }

    private static Stream<Object> parameters(long location, long whose, TimeRange range) {
        var from = range.from().getEpochSecond();
        return Stream.of(location, whose, from, range.to().getEpochSecond(), from);
    }

    private static final class Found {
        private final Map<Bookable, TimeRanges.Builder> ranges = new HashMap<>();

        boolean add(ResultSet row) throws SQLException {
            of(new Bookable(Kind.valueOf(row.getString(1)), row.getLong(2))).add(row.getLong(3), row.getLong(4));
            return true;
        }

        TimeRanges.Builder of(Bookable bookable) {
            return ranges.computeIfAbsent(bookable, anybody -> new TimeRanges.Builder());
        }

        Busy busy() {
            var members = new HashMap<Long, List<TimeRange>>();
            var instances = new HashMap<Long, List<TimeRange>>();
            ranges.forEach((bookable, builder) -> (bookable.kind() == Kind.TEAM_MEMBER ? members : instances).put(bookable.id(),
                    builder.build()));
            return new Busy(members, instances);
        }
    }
}
