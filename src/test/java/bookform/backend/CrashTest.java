package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process books without pause and is killed: every booking that it acknowledged is there, and no half one. */
@Timeout(60)
class CrashTest {
    private static final int CYCLES = 3;
    private static final int ACKNOWLEDGED = 150;
    private static final int ACKNOWLEDGEMENT_LENGTH = 36 + 1 + 32; // a UUID and a hash

    @TempDir Path folder;

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    @Test
    void aKilledProcessLosesNoBooking() throws Exception {
        var database = newDatabase();
        for (var cycle = 1; cycle <= CYCLES; cycle++) {
            var acknowledged = bookAndKill(database);
            assertNothingLost(database, acknowledged);
        }
    }

    /** Nor half done, nor doubled, nor stuck. */
    protected static void assertNothingLost(TestDatabase database, List<String> acknowledged) {
        assertTrue(database.isIntact());
        try (var store = Store.open(database.url(), Clock.systemUTC())) {
            var lost = acknowledged.stream().map(line -> line.split(" ")).filter(line -> !isThere(store, line[0], line[1])).toList();
            assertEquals(0, lost.size());
            assertTrue(store.export(LOCATION).stream().map(ImportedAppointment::services).noneMatch(List::isEmpty));
            assertEquals(0, overlaps(store.export(LOCATION)));
            assertTrue(store.ready());
        }
    }

    /** @return "key hash" of each booking that the process had an answer for before it died */
    private List<String> bookAndKill(TestDatabase database) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), database.url())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var acknowledged = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < ACKNOWLEDGED) acknowledged.add(Objects.requireNonNull(lines.readLine(),
                    "the process ended by itself"));
            process.toHandle().destroyForcibly(); // leaves what it printed to be read
            lines.lines().filter(line -> line.length() == ACKNOWLEDGEMENT_LENGTH).forEach(acknowledged::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    /** Runs in the process that is killed: eight clients, each of whom prints what they were told. */
    static final class Child {
        public static void main(String[] arguments) {
            var backend = DemoBackend.open(arguments[0]);
            for (var client = 0; client < 8; client++) Thread.ofPlatform().start(() -> bookWithoutPause(backend));
        }

        private static void bookWithoutPause(DemoBackend backend) {
            while (true) bookSomething(backend).ifPresent(System.out::println);
        }
    }

    /** @return "key hash", unless the time was taken */
    protected static Optional<String> bookSomething(DemoBackend backend) {
        var random = ThreadLocalRandom.current();
        var start = DemoBackend.MONDAY.plusDays(random.nextInt(60)).atTime(random.nextInt(9, 19), 15 * random.nextInt(4)).atZone(ZONE);
        var key = UUID.randomUUID().toString();
        try {
            var booked = backend.api().book(LOCATION, new VisitRequest(PLAIN_FORM,
                    List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.empty(), start.toInstant())),
                    new ClientDetails("Vera", "+3706%07d".formatted(random.nextInt(500)), ""), Optional.empty(), "", 0, key,
                    Locale.ENGLISH));
            return Optional.of(key + " " + booked.getFirst().hash());
        } catch (BookingRefused taken) {
            return Optional.empty();
        }
    }

    private static boolean isThere(Store store, String key, String hash) {
        return store.read(tables -> tables.visits().findKey(LOCATION, key)
                .map(used -> tables.appointments().ofVisit(LOCATION, used.visit())))
                .filter(booked -> booked.stream().anyMatch(kept -> kept.hash().equals(hash))).isPresent();
    }

    private static long overlaps(List<ImportedAppointment> appointments) {
        var held = appointments.stream().filter(appointment -> appointment.status() != Status.CANCELLED).toList();
        return held.stream().mapToLong(one -> held.stream().filter(other -> one != other && one.teamMember() == other.teamMember()
                && one.start().isBefore(other.end()) && other.start().isBefore(one.end())).count()).sum();
    }
}
