package bookform.backend.store;

import bookform.booking.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The table {@code location}, of many locations at once: two queries make a page of a list, however many locations there are. */
public final class LocationList {
    private final Sql sql;

    LocationList(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a location is looked for by.
     *
     * @param chain 0 for none
     */
    public record Named(long id, String title, String country, String city, long chain) {}

    /**
     * What a list says of a location.
     *
     * @param phoneConfirmation whether its first form asks for a code
     */
    public record Listed(Location location, int onlineTeamMembers, boolean phoneConfirmation) {}

    /** In the order of their numbers. */
    public List<Named> names() {
        return sql.list("SELECT location_id, title, country, city, chain FROM location ORDER BY location_id",
                row -> new Named(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
    }

    /** In the order of their numbers. */
    public List<Listed> find(Collection<Long> locations) {
        if (locations.isEmpty()) return List.of();
        return sql.list("""
            SELECT location.*,
                (SELECT count(*) FROM team_member
                    WHERE team_member.location_id = location.location_id AND active = 1 AND online = 1) AS online_team,
                (SELECT phone_confirmation FROM booking_form
                    WHERE booking_form.location_id = location.location_id ORDER BY place LIMIT 1) AS confirmation
            FROM location WHERE location_id IN (%s) ORDER BY location_id
            """.formatted(String.join(", ", Collections.nCopies(locations.size(), "?"))),
                row -> new Listed(LocationTable.location(row), row.getInt("online_team"), row.getBoolean("confirmation")),
                locations.toArray());
    }
}
