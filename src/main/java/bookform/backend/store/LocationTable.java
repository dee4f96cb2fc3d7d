package bookform.backend.store;

import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.backend.setup.SlotGrid;
import bookform.booking.Chain;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.PrivacyPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code location}: what it is, its rules but the slots, and its privacy policy. */
final class LocationTable {
    /** The row of a location; everything else hangs on it. Its rules lack the slots, which have a table of their own. */
    record Head(Location location, Function<SlotGrid, Rules> rules, Optional<PrivacyPolicy> privacyPolicy) {}

    private final Sql sql;

    LocationTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Head> find(long location) {
        return sql.find("SELECT * FROM location WHERE location_id = ?",
                row -> new Head(location(row), rules(row), privacyPolicy(row)), location);
    }

    /** The version grows, so that whoever keeps the set-up in memory sees that it is another. */
    void replace(LocationSetup setup) {
        var location = setup.location();
        var rules = setup.rules();
        sql.change("""
            INSERT INTO location (location_id, version, title, address, city, phone, zone, country, currency, latitude, longitude, description,
                logo, cancellation, moving, email, any_team_member, sms_reminder_hours, notice, horizon_days, privacy_policy,
                phone_countries, seats_per_client, review_links, chain, chain_title)
            VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location_id) DO UPDATE SET version = location.version + 1,
                title = excluded.title, address = excluded.address, city = excluded.city, phone = excluded.phone, zone = excluded.zone,
                country = excluded.country, currency = excluded.currency, latitude = excluded.latitude, longitude = excluded.longitude,
                description = excluded.description, logo = excluded.logo, cancellation = excluded.cancellation, moving = excluded.moving, email = excluded.email,
                any_team_member = excluded.any_team_member, sms_reminder_hours = excluded.sms_reminder_hours, notice = excluded.notice,
                horizon_days = excluded.horizon_days, privacy_policy = excluded.privacy_policy, phone_countries = excluded.phone_countries,
                seats_per_client = excluded.seats_per_client, review_links = excluded.review_links, chain = excluded.chain, chain_title = excluded.chain_title
            """, location.id(), location.title(), location.address(), location.city(), location.phone(), location.zone().getId(),
                location.country(),
                location.currency().getCurrencyCode(), location.coordinates().map(Location.Coordinates::latitude).orElse(null),
                location.coordinates().map(Location.Coordinates::longitude).orElse(null), location.description().source(),
                location.logo().orElse(null), location.cancellation().map(Duration::toSeconds).orElse(null),
                location.moving().map(Duration::toSeconds).orElse(null),
                location.email().name(),
                location.anyTeamMember(), location.smsReminderHours(), rules.notice().toSeconds(), rules.horizonDays(),
                setup.privacyPolicy().map(policy -> policy.text().source()).orElse(null), String.join(",", rules.phoneCountries()),
                rules.seatsPerClient(), rules.reviewLinks(), location.chain().map(Chain::id).orElse(null),
                location.chain().map(Chain::title).orElse(""));
    }

    static Location location(ResultSet row) throws SQLException {
        return new Location(row.getLong("location_id"), row.getString("title"), row.getString("address"), row.getString("city"),
                row.getString("phone"),
                ZoneId.of(row.getString("zone")), row.getString("country"), Currency.getInstance(row.getString("currency")),
                coordinates(row),
                new Html(row.getString("description")), Optional.ofNullable(row.getString("logo")),
                Sql.optionalLong(row, "cancellation").map(Duration::ofSeconds), Sql.optionalLong(row, "moving").map(Duration::ofSeconds),
                Location.Asked.valueOf(row.getString("email")), row.getBoolean("any_team_member"), row.getInt("sms_reminder_hours"),
                chain(row));
    }

    private static Optional<Chain> chain(ResultSet row) throws SQLException {
        var title = row.getString("chain_title");
        return Sql.optionalLong(row, "chain").map(id -> new Chain(id, title));
    }

    private static Optional<Location.Coordinates> coordinates(ResultSet row) throws SQLException {
        var latitude = row.getDouble("latitude");
        if (row.wasNull()) return Optional.empty();
        return Optional.of(new Location.Coordinates(latitude, row.getDouble("longitude")));
    }

    private static Function<SlotGrid, Rules> rules(ResultSet row) throws SQLException {
        var notice = Duration.ofSeconds(row.getLong("notice"));
        var horizonDays = row.getInt("horizon_days");
        var seatsPerClient = row.getInt("seats_per_client");
        var reviewLinks = row.getBoolean("review_links");
        var countries = Arrays.stream(row.getString("phone_countries").split(",")).filter(country -> !country.isEmpty())
                .collect(Collectors.toSet());
        return slots -> new Rules(notice, horizonDays, slots, seatsPerClient, countries, reviewLinks);
    }

    private static Optional<PrivacyPolicy> privacyPolicy(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("privacy_policy")).map(text -> new PrivacyPolicy(new Html(text)));
    }
}
