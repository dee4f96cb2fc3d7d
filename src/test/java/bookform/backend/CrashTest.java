package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.Careless;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
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
            var acknowledged = bookAndKill(database, child -> {});
            assertNothingLost(database, acknowledged);
        }
    }

    /** The control. */
    @Test
    void whoIsNotThereIsMissed() throws Exception {
        var database = newDatabase();
        var acknowledged = bookAndKill(database, child -> {});
        assertNothingLost(database, acknowledged);
        database.script(
                "UPDATE appointment SET hash = '" + "0".repeat(32) + "' WHERE hash = '" + acknowledged.getLast().split(" ")[1] + "'");
        assertThrows(AssertionError.class, () -> assertNothingLost(database, acknowledged));
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

    /**
     * Lets another process book, and kills it in the midst of that.
     *
     * @param before what else happens before it is killed
     * @param arguments {@link Child#CARELESS}, or nothing
     * @return "key hash" of each booking that the process had an answer for before it died
     */
    protected static List<String> bookAndKill(TestDatabase database, Consumer<Running> before, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                database.url()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var child = new Running(process, lines);
            while (child.acknowledged.size() < ACKNOWLEDGED) child.says();
            before.accept(child);
            process.toHandle().destroyForcibly(); // leaves what it printed to be read
            lines.lines().forEach(child::hear);
            return child.acknowledged();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process that books, and what it has said. */
    protected static final class Running {
        private final Process process;
        private final BufferedReader lines;
        private final List<String> acknowledged = new ArrayList<>();

        private Running(Process process, BufferedReader lines) {
            this.process = process;
            this.lines = lines;
        }

        /** So far. */
        List<String> acknowledged() {
            return List.copyOf(acknowledged);
        }

        /** The next line. */
        String says() {
            try {
                return hear(Objects.requireNonNull(lines.readLine(), "the process ended by itself"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /**
         * From now on it does nothing more, as if the power had failed. The signal alone is not enough: until one of its threads has
         * taken it, the others go on, and may tell somebody what is no longer written.
         */
        void freeze() {
            try {
                new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
                Wait.until(() -> Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")).contains("State:\tT"));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        private String hear(String line) {
            if (line.length() == ACKNOWLEDGEMENT_LENGTH) acknowledged.add(line);
            return line;
        }
    }

    /** Runs in the process that is killed: eight clients, each of whom prints what they were told. */
    static final class Child {
        /** As an argument: does not wait for the disk. */
        static final String CARELESS = "careless";
        static final String UNAVAILABLE = "unavailable";

        public static void main(String[] arguments) {
            Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> System.exit(1)); // somebody waits for what it says
            var backend = DemoBackend.open(arguments[0]);
            if (List.of(arguments).contains(CARELESS)) Careless.make(backend.store());
            for (var client = 0; client < 8; client++) Thread.ofPlatform().start(() -> bookWithoutPause(backend));
        }

        private static void bookWithoutPause(DemoBackend backend) {
            while (true) {
                try {
                    bookSomething(backend).ifPresent(System.out::println);
                } catch (BookingUnavailable unavailable) {
                    System.out.println(UNAVAILABLE);
                }
            }
        }
    }

    protected static Optional<String> bookSomething(DemoBackend backend) {
        return bookSomething(backend, UUID.randomUUID().toString());
    }

    /** @return "key hash", unless the time was taken */
    protected static Optional<String> bookSomething(DemoBackend backend, String key) {
        var random = ThreadLocalRandom.current();
        var start = DemoBackend.MONDAY.plusDays(random.nextInt(60)).atTime(random.nextInt(9, 19), 15 * random.nextInt(4)).atZone(ZONE);
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

    /** They were told that nothing was booked. */
    protected static void assertNotBooked(TestDatabase database, List<String> keys) {
        try (var store = Store.open(database.url(), Clock.systemUTC())) {
            assertEquals(List.of(), keys.stream().filter(key -> store.read(tables -> tables.visits().findKey(LOCATION, key)).isPresent())
                    .toList());
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
