package bookform.backend.store;

import bookform.backend.availability.Busy;
import bookform.backend.availability.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final String TEAM_MEMBER = "TEAM_MEMBER";

    private static final String OF_TEAM_MEMBER = """
        SELECT bookable, bookable_id, starts_at, ends_at FROM busy_time
        WHERE location_id = ? AND bookable = 'TEAM_MEMBER' AND bookable_id = ?
            AND starts_at > ? - 90000 AND starts_at < ? AND ends_at > ?
        """;
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

    /**
     * What is busy within a range, in one query.
     *
     * @param teamMember empty for the whole team
     * @param resources whether to look at the instances of resources as well; if not, they seem to be free
     */
    public Busy find(long location, Optional<Long> teamMember, boolean resources, TimeRange range) {
        var members = new HashMap<Long, List<TimeRange>>();
        var instances = new HashMap<Long, List<TimeRange>>();
        Sql.Row<Boolean> add = row -> add(row.getString(1).equals(TEAM_MEMBER) ? members : instances, row);
        var query = teamMember.isPresent() ? OF_TEAM_MEMBER : OF_TEAM;
        var whose = parameters(location, teamMember.orElse(location), range);
        if (resources) {
            sql.list(query + AND_OF_RESOURCES + IN_ORDER, add, Stream.concat(whose, parameters(location, location, range)).toArray());
        } else {
            sql.list(query + IN_ORDER, add, whose.toArray());
        }
        return new Busy(members, instances);
    }

    private static Stream<Object> parameters(long location, long whose, TimeRange range) {
        var from = range.from().getEpochSecond();
        return Stream.of(location, whose, from, range.to().getEpochSecond(), from);
    }

    private static boolean add(Map<Long, List<TimeRange>> busy, ResultSet row) throws SQLException {
        return busy.computeIfAbsent(row.getLong(2), id -> new ArrayList<>())
                .add(new TimeRange(Instant.ofEpochSecond(row.getLong(3)), Instant.ofEpochSecond(row.getLong(4))));
    }
}
