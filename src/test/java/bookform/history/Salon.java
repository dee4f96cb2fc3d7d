package bookform.history;

import static bookform.backend.setup.DemoLocation.ANNA;
import static bookform.backend.setup.DemoLocation.FRINGE_TRIM;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;

import bookform.backend.availability.TimeRange;
import bookform.backend.http.TokenCommand;
import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.Store;
import bookform.support.RunningApp;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The demo location with an empty calendar and a team of people who are all like Anna, and a partner who may call without limits. */
record Salon(TestDatabase database, int team, String token) {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final String PHONE = "+3706";

    static Salon on(TestDatabase database, int team) {
        var clock = new TestClock(RunningApp.MONDAY);
        try (var store = Store.open(database.url(), clock)) {
            var setup = DemoLocation.setup(MONDAY);
            var anna = setup.teamMembers().getFirst();
            store.locations().replace(setup.withTeamMembers(LongStream.rangeClosed(ANNA, team).mapToObj(id -> new Person(id, anna.name(),
                    anna.specialization(), anna.position(), anna.photo(), anna.rating(), anna.information(), anna.skills(), anna.hours(),
                    true)).toList()));
            var out = new ByteArrayOutputStream();
            TokenCommand.run(List.of("create", "history", "--per-minute", "0", "--per-second", "0"), store, clock,
                    new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(OutputStream.nullOutputStream()));
            return new Salon(database, team, out.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** Of every appointment. */
    static Duration length() {
        return DemoLocation.setup(MONDAY).teamMembers().getFirst().skills().stream().filter(skill -> skill.service() == FRINGE_TRIM)
                .findFirst().orElseThrow().duration();
    }

    static TimeRange time(Instant start) {
        return new TimeRange(start, start.plus(length()));
    }

    /** A working day: from the Tuesday after the clock's Monday on. */
    static LocalDate day(int number) {
        return MONDAY.plusDays(1 + number / 4 * 7 + number % 4);
    }

    static String visit(int booking, long teamMember, Instant start) {
        return """
            {"phone": "%s%07d", "fullname": "Vera", "email": "", "appointments":
                [{"id": 1, "services": [%d], "staff_id": %d, "datetime": "%s"}]}""".formatted(PHONE, booking, FRINGE_TRIM, teamMember,
                wall(start));
    }

    static String wall(Instant start) {
        return start.atZone(ZONE).toLocalDateTime().toString() + ":00";
    }

    static String times(long teamMember, LocalDate day) {
        return "/book_times/" + LOCATION + "/" + teamMember + "/" + day + "?service_ids%5B%5D=" + FRINGE_TRIM;
    }

    /** Everything that is in the database. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (var connection = database.connect(); var statement = connection.createStatement(); var row = statement.executeQuery("""
            SELECT client.phone, team_member_id, starts_at, ends_at, status FROM appointment
            JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
            JOIN client ON client.location_id = visit.location_id AND client.id = visit.client_id
            """)) {
            while (row.next()) rows.add(new Row(Integer.parseInt(row.getString("phone").substring(PHONE.length())),
                    row.getLong("team_member_id"),
                    new TimeRange(Instant.ofEpochSecond(row.getLong("starts_at")), Instant.ofEpochSecond(row.getLong("ends_at"))),
                    row.getString("status").equals("CANCELLED")));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows;
    }
}
