package bookform.backend.store;

import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.backend.setup.SlotGrid;
import bookform.booking.Category;
import bookform.booking.Chain;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.PriceRange;
import bookform.booking.PrivacyPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables {@code location}, {@code category} and {@code service}, and through others the whole set-up. */
public final class SetUpTables {
    private final Sql sql;
    private final TeamTables team;
    private final FormTables forms;
    private final ResourceTables resources;
    private final SlotGridTable slots;

    SetUpTables(Sql sql) {
        this.sql = sql;
        this.team = new TeamTables(sql);
        this.forms = new FormTables(sql);
        this.resources = new ResourceTables(sql);
        this.slots = new SlotGridTable(sql);
    }

    /** Changes whenever the set-up does; empty when there is no such location. */
    public Optional<Long> version(long location) {
        return sql.find("SELECT version FROM location WHERE location_id = ?", row -> row.getLong(1), location);
    }

    /** The location that a booking form belongs to. */
    public Optional<Long> locationOfForm(long form) {
        return sql.find("SELECT location_id FROM booking_form WHERE id = ?", row -> row.getLong(1), form);
    }

    public Optional<LocationSetup> find(long location) {
        return sql.find("SELECT * FROM location WHERE location_id = ?",
                row -> new Head(location(row), rules(row), privacyPolicy(row)), location)
                .map(head -> new LocationSetup(head.location, head.rules.apply(slots.find(location)), categories(location),
                        resources.find(location), services(head.location), team.find(location, head.location.currency()),
                        forms.find(location), head.privacyPolicy));
    }

    /** The locations of a chain, in the order of their numbers. */
    public List<Long> locationsOfChain(long chain) {
        return sql.list("SELECT location_id FROM location WHERE chain = ? ORDER BY location_id", row -> row.getLong(1), chain);
    }

    /** The numbers of all resources that a location ever had. */
    List<Long> resources(long location) {
        return resources.ids(location);
    }

    List<Long> ids() {
        return sql.list("SELECT location_id FROM location ORDER BY location_id", row -> row.getLong(1));
    }

    long nextLocation() {
        return sql.number("SELECT coalesce(max(location_id), 0) + 1 FROM location");
    }

    long nextForm() {
        return sql.number("SELECT coalesce(max(id), 0) + 1 FROM booking_form");
    }

    void replace(LocationSetup setup) {
        replaceLocation(setup);
        sql.change("UPDATE location SET phone_countries = ?, seats_per_client = ?, chain = ?, chain_title = ? WHERE location_id = ?",
                String.join(",", setup.rules().phoneCountries()), setup.rules().seatsPerClient(),
                setup.location().chain().map(Chain::id).orElse(null), setup.location().chain().map(Chain::title).orElse(""),
                setup.location().id());
        slots.replace(setup.location().id(), setup.rules().slots());
        replaceCategories(setup);
        resources.replace(setup.location().id(), setup.resources());
        replaceServices(setup);
        resources.replaceNeeds(setup.location().id(),
                setup.services().stream().collect(Collectors.toMap(OfferedService::id, OfferedService::resources)));
        team.replace(setup.location().id(), setup.teamMembers());
        forms.replace(setup.location().id(), setup.forms());
    }

    private void replaceLocation(LocationSetup setup) {
        var location = setup.location();
        var rules = setup.rules();
        sql.change("""
            INSERT INTO location (location_id, version, title, address, city, phone, zone, country, currency, latitude, longitude, description,
                logo, cancellation, moving, email, any_team_member, sms_reminder_hours, notice, horizon_days, privacy_policy)
            VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location_id) DO UPDATE SET version = location.version + 1,
                title = excluded.title, address = excluded.address, city = excluded.city, phone = excluded.phone, zone = excluded.zone,
                country = excluded.country, currency = excluded.currency, latitude = excluded.latitude, longitude = excluded.longitude,
                description = excluded.description, logo = excluded.logo, cancellation = excluded.cancellation, moving = excluded.moving, email = excluded.email,
                any_team_member = excluded.any_team_member, sms_reminder_hours = excluded.sms_reminder_hours, notice = excluded.notice,
                horizon_days = excluded.horizon_days, privacy_policy = excluded.privacy_policy
            """, location.id(), location.title(), location.address(), location.city(), location.phone(), location.zone().getId(),
                location.country(),
                location.currency().getCurrencyCode(), location.coordinates().map(Location.Coordinates::latitude).orElse(null),
                location.coordinates().map(Location.Coordinates::longitude).orElse(null), location.description().source(),
                location.logo().orElse(null), location.cancellation().map(Duration::toSeconds).orElse(null),
                location.moving().map(Duration::toSeconds).orElse(null),
                location.email().name(),
                location.anyTeamMember(), location.smsReminderHours(), rules.notice().toSeconds(), rules.horizonDays(),
                setup.privacyPolicy().map(policy -> policy.text().source()).orElse(null));
    }

    private void replaceCategories(LocationSetup setup) {
        sql.change("DELETE FROM category WHERE location_id = ?", setup.location().id());
        var place = 0;
        for (var category : setup.categories()) {
            sql.change("INSERT INTO category (location_id, id, place, title) VALUES (?, ?, ?, ?)",
                    setup.location().id(), category.id(), place++, category.title());
        }
    }

    private void replaceServices(LocationSetup setup) {
        sql.change("UPDATE service SET active = 0 WHERE location_id = ?", setup.location().id());
        var place = 0;
        for (var service : setup.services()) {
            sql.change("""
                INSERT INTO service (location_id, id, active, place, category_id, title, price_min, price_max, duration, technical_break,
                    comment, image, online, capacity)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (location_id, id) DO UPDATE SET active = 1, place = excluded.place, category_id = excluded.category_id,
                    title = excluded.title, price_min = excluded.price_min, price_max = excluded.price_max, duration = excluded.duration,
                    technical_break = excluded.technical_break, comment = excluded.comment, image = excluded.image,
                    online = excluded.online, capacity = excluded.capacity
                """, setup.location().id(), service.id(), place++, service.category(), service.title(), service.price().min().minor(),
                    service.price().max().minor(), service.duration().toSeconds(), service.technicalBreak().toSeconds(), service.comment(),
                    service.image().orElse(null), service.online(), service.capacity());
        }
    }

    private List<Category> categories(long location) {
        return sql.list("SELECT id, title FROM category WHERE location_id = ? ORDER BY place",
                row -> new Category(row.getLong("id"), row.getString("title")), location);
    }

    private List<OfferedService> services(Location location) {
        var needs = resources.needs(location.id());
        return sql.list("SELECT * FROM service WHERE location_id = ? AND active = 1 ORDER BY place",
                row -> new OfferedService(row.getLong("id"), row.getLong("category_id"), row.getString("title"),
                        price(row, location.currency()), Duration.ofSeconds(row.getLong("duration")),
                        Duration.ofSeconds(row.getLong("technical_break")), row.getString("comment"),
                        Optional.ofNullable(row.getString("image")), needs.getOrDefault(row.getLong("id"), Collections.emptySortedSet()),
                        row.getBoolean("online"), row.getInt("capacity")),
                location.id());
    }

    static PriceRange price(ResultSet row, Currency currency) throws SQLException {
        return new PriceRange(new Money(row.getLong("price_min"), currency), new Money(row.getLong("price_max"), currency));
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
        var countries = Arrays.stream(row.getString("phone_countries").split(",")).filter(country -> !country.isEmpty())
                .collect(Collectors.toSet());
        return slots -> new Rules(notice, horizonDays, slots, seatsPerClient, countries);
    }

    private static Optional<PrivacyPolicy> privacyPolicy(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("privacy_policy")).map(text -> new PrivacyPolicy(new Html(text)));
    }

    /** The row of a location; everything else hangs on it. Its rules lack the slots, which have a table of their own. */
    private record Head(Location location, Function<SlotGrid, Rules> rules, Optional<PrivacyPolicy> privacyPolicy) {}
}
