package bookform.backend.store;

import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.booking.Category;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.PriceRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The whole set-up of locations: the tables {@code category} and {@code service}, and the others through their own classes. */
public final class SetUpTables {
    private final Sql sql;
    private final LocationTable locations;
    private final TeamTables team;
    private final FormTables forms;
    private final ResourceTables resources;
    private final SlotGridTable slots;

    SetUpTables(Sql sql) {
        this.sql = sql;
        this.locations = new LocationTable(sql);
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
        return locations.find(location)
                .map(head -> new LocationSetup(head.location(), head.rules().apply(slots.find(location)), categories(location),
                        resources.find(location), services(head.location()), team.find(location, head.location().currency()),
                        forms.find(location), head.privacyPolicy()));
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

    List<Long> first(int most) {
        return sql.list("SELECT location_id FROM location ORDER BY location_id LIMIT ?", row -> row.getLong(1), most);
    }

    long nextLocation() {
        return sql.number("SELECT coalesce(max(location_id), 0) + 1 FROM location");
    }

    long nextForm() {
        return sql.number("SELECT coalesce(max(id), 0) + 1 FROM booking_form");
    }

    void replace(LocationSetup setup) {
        locations.replace(setup);
        slots.replace(setup.location().id(), setup.rules().slots());
        replaceCategories(setup);
        resources.replace(setup.location().id(), setup.resources());
        replaceServices(setup);
        resources.replaceNeeds(setup.location().id(),
                setup.services().stream().collect(Collectors.toMap(OfferedService::id, OfferedService::resources)));
        team.replace(setup.location().id(), setup.teamMembers());
        forms.replace(setup.location().id(), setup.forms());
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
}
