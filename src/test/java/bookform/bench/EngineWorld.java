package bookform.bench;

import bookform.altegio.wire.WireJson;
import bookform.backend.http.TokenCommand;
import bookform.backend.setup.Destination;
import bookform.backend.setup.LocationFile;
import bookform.backend.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * The benchmark world, {@code bench/dataset.json}, in a database: its ten team members and 1,799 appointments as they are, and larger
 * relatives of it. Its first day is today; everybody works every day from 9:00 to 14:30 and from 15:00 to 18:00.
 */
final class EngineWorld implements AutoCloseable {
    /** As in the file. */
    static final long SALON = 1;
    /** A team of 1,000: everybody a hundred times. */
    static final long LARGE = 2;
    /** A team of 1,000 with nothing to do, all like the first team member. */
    static final long FREE = 3;
    /** A team of ten with nothing to do, all like the first team member. */
    static final long TEN = 4;

    /** What everybody does in an hour. */
    static final int AN_HOUR = 1;
    /** What the first team member does in a quarter of an hour. */
    static final int A_QUARTER = 7;
    static final int DAYS = 30;

    private static final String FILE = "/bench/dataset.json";
    private static final int LARGE_TEAM = 1_000;
    private static final long FIRST_OF_MANY = 10;

    final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    final String token;
    private final Store store;
    private final String url;

    private EngineWorld(String url) {
        this.url = url;
        this.store = Store.open(url, Clock.systemUTC());
        var out = new ByteArrayOutputStream();
        TokenCommand.run(List.of("create", "bench", "--per-minute", "0", "--per-second", "0"), store, Clock.systemUTC(),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(OutputStream.nullOutputStream()));
        this.token = out.toString(StandardCharsets.UTF_8).strip();
    }

    /** An empty database with nothing but a token. */
    static EngineWorld at(String url) {
        return new EngineWorld(url);
    }

    EngineWorld withSalon() throws IOException {
        load(dataset(SALON));
        return this;
    }

    EngineWorld withLargeTeam() throws IOException {
        var world = dataset(LARGE);
        var team = world.withArray("teamMembers");
        var appointments = world.withArray("appointments");
        var people = team.size();
        var booked = appointments.size();
        for (var copy = 1; copy < LARGE_TEAM / people; copy++) {
            for (var i = 0; i < people; i++) team.add(renumbered((ObjectNode) team.get(i), "id", copy * people));
            for (var i = 0; i < booked; i++) appointments.add(renumbered((ObjectNode) appointments.get(i), "teamMember", copy * people));
        }
        load(world);
        return this;
    }

    EngineWorld withFreeTeams() throws IOException {
        load(free(FREE, LARGE_TEAM));
        load(free(TEN, 10));
        return this;
    }

    /** Makes the salon's appointments so many times as many, in the years before and after those that can be booked. SQLite only. */
    EngineWorld withPastAndFuture(int times) {
        var first = -times / 2;
        script("""
            CREATE TEMP TABLE period (number INTEGER);
            WITH RECURSIVE numbers (n) AS (SELECT %d UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
            INSERT INTO period SELECT CASE WHEN n < 0 THEN n ELSE n + 3 END FROM numbers;
            INSERT INTO visit (location_id, id, client_id, client_name, form_id,
                comment, sms_reminder_hours, language, created_at)
            SELECT location_id, id + (number - %d + 1) * 100000, client_id, client_name, form_id, comment,
                sms_reminder_hours, language, created_at FROM period, visit WHERE location_id = %d;
            %s
            """.formatted(first, first + times - 2, first, SALON, copies("period, appointment WHERE location_id = " + SALON,
                "location_id", "(number - " + first + " + 1) * 100000", "number * " + DAYS * 86_400)));
        return this;
    }

    /** Adds locations like the salon, each with a tenth of its appointments. SQLite only. */
    EngineWorld withManyLocations(int count) throws IOException {
        for (var location = FIRST_OF_MANY; location < FIRST_OF_MANY + count; location++) {
            var world = dataset(location);
            world.remove("appointments");
            load(world);
        }
        script("""
            INSERT INTO client SELECT other.location_id, client.id, client.phone, client.name, client.email, client.blacklisted
                FROM location AS other, client WHERE other.location_id >= %1$d AND client.location_id = %2$d;
            INSERT INTO visit (location_id, id, client_id, client_name, form_id,
                comment, sms_reminder_hours, language, created_at)
            SELECT other.location_id, visit.id, client_id, client_name, form_id, comment, visit.sms_reminder_hours, language, created_at
                FROM location AS other, visit WHERE other.location_id >= %1$d AND visit.location_id = %2$d
                AND visit.id %% 10 = 0 AND visit.id < 100000;
            %3$s
            """.formatted(FIRST_OF_MANY, SALON, copies("""
            location AS other, appointment WHERE other.location_id >= %d AND appointment.location_id = %d AND visit_id %% 10 = 0
                AND visit_id < 100000""".formatted(FIRST_OF_MANY, SALON), "other.location_id", "0", "0")));
        return this;
    }

    int appointments() {
        return Integer.parseInt(answer("SELECT count(*) FROM appointment"));
    }

    @Override
    public void close() {
        store.close();
    }

    private static String copies(String source, String location, String numbers, String seconds) {
        return """
            INSERT INTO appointment (location_id, id, visit_id, request_id, team_member_id, starts_at, ends_at, status, hash, reference)
            SELECT %1$s, appointment.id + %2$s, visit_id + %2$s, request_id, team_member_id, starts_at + %3$s, ends_at + %3$s, status,
                hash, (%2$s) || '-' || reference FROM %4$s;
            """.formatted(location, numbers, seconds, source);
    }

    private ObjectNode free(long location, int size) throws IOException {
        var world = dataset(location);
        world.remove("appointments");
        var first = (ObjectNode) world.withArray("teamMembers").get(0);
        world.putArray("teamMembers");
        for (var i = 0; i < size; i++) world.withArray("teamMembers").add(renumbered(first, "id", i));
        return world;
    }

    private static ObjectNode renumbered(ObjectNode node, String field, long by) {
        return node.deepCopy().put(field, node.get(field).asLong() + by);
    }

    private static ObjectNode dataset(long location) throws IOException {
        try (var file = Objects.requireNonNull(EngineWorld.class.getResourceAsStream(FILE), FILE)) {
            var world = (ObjectNode) WireJson.json().readTree(file.readAllBytes());
            world.putObject("location").put("id", location).put("title", "Location " + location);
            world.putObject("hours").put("mon-sun", "09:00-14:30, 15:00-18:00");
            return world;
        }
    }

    private void load(ObjectNode world) throws IOException {
        var bytes = world.toString().getBytes(StandardCharsets.UTF_8);
        var file = LocationFile.read("world.json", new ByteArrayInputStream(bytes), Destination.of(store), Clock.systemUTC());
        store.locations().replace(file.setup());
        store.insertImported(file.setup().location().id(), file.appointments());
    }

    private void script(String sql) {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -262144"); // a million rows in one transaction, their indexes in no order
            connection.setAutoCommit(false);
            statement.executeUpdate(sql);
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String answer(String query) {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
