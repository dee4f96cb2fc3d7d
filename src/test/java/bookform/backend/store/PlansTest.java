package bookform.backend.store;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bookform.backend.availability.TimeRange;
import bookform.backend.setup.DemoLocation;
import bookform.backend.store.ErasureTables.KnownClient;
import bookform.booking.Appointment.Status;
import bookform.booking.Review.Filter;
import bookform.support.TestDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What SQLite does to find something of one client, one visit or one appointment: it never reads all that a location has. PostgreSQL
 * counts its rows and chooses by that; here the plans are always those of {@code V24__plans_for_large_locations.sql}.
 */
class PlansTest {
    private static final Pattern ALL_OF_A_LOCATION = Pattern.compile("SCAN %1$s.*|SEARCH %1$s USING .*\\(location_id=\\?\\)"
            .formatted("(client|visit|appointment|appointment_\\w+|booking_key|consent|reminder|review_link|busy_time|review|message)"));
    private static final String PHONE = "+37061234567";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void nothingReadsAllOfALocation(@TempDir Path folder) throws SQLException {
        var database = TestDatabase.sqlite(folder);
        try (var store = Store.open(database.url(), Clock.systemUTC())) {
            store.locations().replace(DemoLocation.setup(LocalDate.of(2026, 11, 23)));
        }
        assertEquals(List.of(), readingAll(database));
        database.script("DELETE FROM sqlite_stat1");
        assertFalse(readingAll(database).isEmpty(), "the control");
    }

    private static List<String> readingAll(TestDatabase database) throws SQLException {
        var plans = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.url())) {
            connection.setAutoCommit(false);
            ask(new Tables(new Sql(explaining(connection, plans), new LongAdder(), new SqliteDialect())));
            connection.rollback();
        }
        return plans;
    }

    private static void ask(Tables tables) {
        var day = new TimeRange(NOW, NOW.plusSeconds(86_400));
        var own = tables.ownAppointments();
        own.isOf(LOCATION, 1, PHONE);
        own.list(PHONE);
        own.hasBeenWith(LOCATION, 1, PHONE, NOW);
        var appointments = tables.appointments();
        appointments.find(LOCATION, 1, EUR);
        appointments.ofVisit(LOCATION, 1);
        appointments.resourceInstances(LOCATION, 1);
        appointments.noteChange(LOCATION, 1, Optional.empty(), NOW);
        appointments.changeStatus(LOCATION, 1, Status.WAITING, Status.CANCELLED, NOW);
        var visits = tables.visits();
        visits.findKey(LOCATION, "key");
        visits.known(LOCATION, "key", PHONE);
        visits.confirm(LOCATION, "key");
        visits.speak(PHONE, Locale.GERMAN, NOW);
        visits.blacklist(LOCATION, PHONE, true);
        tables.busyTime().find(LOCATION, Optional.of(1L), true, day);
        tables.busyTime().find(LOCATION, day);
        tables.events().starting(LOCATION, day, EUR);
        tables.events().findToBook(LOCATION, 1, EUR);
        tables.events().seatsHeldBy(LOCATION, 1, PHONE);
        var erasure = tables.erasure();
        erasure.clients(PHONE);
        erasure.locksOfComing(PHONE, NOW);
        erasure.visits(new KnownClient(LOCATION, 1, false));
        erasure.visitsBefore(LOCATION, NOW, 0, 1);
        erasure.cancelComing(LOCATION, 1, NOW);
        erasure.detach(LOCATION, 1);
        erasure.keepPhoneAlone(new KnownClient(LOCATION, 1, false));
        erasure.delete(new KnownClient(LOCATION, 1, false));
        erasure.accountsUnusedSince(NOW);
        erasure.deleteAccount(1);
        tables.messages().delete(PHONE);
        tables.messages().forgetDue(NOW);
        tables.reviews().isReviewed(LOCATION, 1);
        tables.reviews().list(LOCATION, new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 20));
        var known = tables.personalData();
        known.clients(PHONE);
        known.visits(PHONE);
        known.consents(PHONE);
        known.reviewLinks(PHONE);
        known.reminders(PHONE);
    }

    /** Notes what reads too much before it does; the greatest number of a row is found at the end, whatever the plan says. */
    private static Connection explaining(Connection connection, List<String> plans) {
        return (Connection) Proxy.newProxyInstance(PlansTest.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        var sql = arguments[0].toString();
                        try (var statement = connection.createStatement();
                                var lines = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
                            while (lines.next()) {
                                var plan = lines.getString("detail");
                                if (ALL_OF_A_LOCATION.matcher(plan).matches() && !sql.contains("max(id)"))
                                    plans.add(plan + " in " + sql.replaceAll("\\s+", " "));
                            }
                        }
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
