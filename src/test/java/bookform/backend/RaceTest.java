package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients press at once. Two things keep them apart, the rule in the code and the net in the database: each alone must do. */
class RaceTest {
    private static final int CLIENTS = 50;

    @TempDir Path folder;

    @Test void oneSlotHasOneWinner() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            assertEquals(Map.of("booked", 1L, "SLOT_TAKEN", CLIENTS - 1L),
                race(backend, client -> haircut(client, Optional.of(ANNA), "09:00")));
            assertEquals(0, overlaps(backend));
        }
    }

    @Test void fiveFreePeopleServeFive() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            backend.store().locations().replace(DemoBackend.team(5));
            assertEquals(Map.of("booked", 5L, "NOBODY_FREE", CLIENTS - 5L),
                race(backend, client -> haircut(client, Optional.empty(), "09:00")));
            assertEquals(0, overlaps(backend));
        }
    }

    @Test void startsThatOverlapDoNotPass() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            var answers = race(backend, client -> haircut(client, Optional.of(ANNA),
                LocalTime.of(9, 0).plusMinutes(15 * (client % 14)).toString()));
            assertTrue(answers.get("booked") >= 2 && answers.get("booked") <= 5, answers::toString);
            assertEquals(CLIENTS - answers.get("booked"), answers.get("SLOT_TAKEN"));
            assertEquals(0, overlaps(backend));
        }
    }

    @Test void oneKeyBooksOnce() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            var visit = haircut(0, Optional.empty(), "09:00");
            var answers = all(client -> backend.api().book(LOCATION, visit));
            assertEquals(1, answers.stream().distinct().count());
            assertEquals(1, backend.store().export(LOCATION).size());
        }
    }

    @Test void oneCodeBooksOnce() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            backend.api().sendPhoneCode(LOCATION, phone(0), Locale.ENGLISH);
            var code = Optional.of(backend.lastCode(phone(0)));
            var answers = race(backend, client -> new VisitRequest(SMS_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA),
                    at(LocalTime.of(9, 0).plusMinutes(15 * (client % 16)).toString()))),
                new ClientDetails("Vera", phone(0), ""), code, "", 0, "key-" + client, Locale.ENGLISH));
            assertEquals(Map.of("booked", 1L, "CODE_WRONG", CLIENTS - 1L), answers);
        }
    }

    @Test void theNetAloneHoldsToo() throws Exception {
        try (var backend = DemoBackend.open(folder, false)) {
            assertEquals(Map.of("booked", 1L, "SLOT_TAKEN", CLIENTS - 1L),
                race(backend, client -> haircut(client, Optional.of(ANNA), "09:00")));
            race(backend, client -> haircut(client + CLIENTS, Optional.of(BORIS),
                LocalTime.of(10, 0).plusMinutes(15 * (client % 14)).toString()));
            assertEquals(0, overlaps(backend));
        }
    }

    @Test void theRuleAloneHoldsToo() throws Exception {
        try (var backend = DemoBackend.open(folder)) {
            dropTriggers();
            assertEquals(Map.of("booked", 1L, "SLOT_TAKEN", CLIENTS - 1L),
                race(backend, client -> haircut(client, Optional.of(ANNA), "09:00")));
            assertEquals(0, overlaps(backend));
        }
    }

    /** The control: without rule and net there are overlaps, so the tests above can fail. */
    @Test void withNeitherThereAreOverlaps() throws Exception {
        try (var backend = DemoBackend.open(folder, false)) {
            dropTriggers();
            assertEquals(Map.of("booked", (long) CLIENTS), race(backend, client -> haircut(client, Optional.of(ANNA), "09:00")));
            assertEquals(CLIENTS * (CLIENTS - 1) / 2, overlaps(backend));
        }
    }

    /** How many got which answer. */
    private static Map<String, Long> race(DemoBackend backend, IntFunction<VisitRequest> visit) throws Exception {
        return all(client -> {
            try {
                backend.api().book(LOCATION, visit.apply(client));
                return "booked";
            } catch (BookingRefused refused) {
                return refused.reason().name();
            }
        }).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Everybody is at the line before anybody starts. */
    private static <T> List<T> all(IntFunction<T> client) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < CLIENTS; i++) {
                var number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return client.apply(number);
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var future : futures) answers.add(future.get());
            return answers;
        }
    }

    /** Pairs of appointments that hold the time of one person at once. */
    private static long overlaps(DemoBackend backend) {
        var held = backend.store().export(LOCATION).stream().filter(appointment -> appointment.status() != Status.CANCELLED).toList();
        return held.stream().mapToLong(one -> held.stream().filter(other -> one.reference().compareTo(other.reference()) < 0
            && overlap(one, other)).count()).sum();
    }

    private static boolean overlap(ImportedAppointment one, ImportedAppointment other) {
        return one.teamMember() == other.teamMember() && one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    private void dropTriggers() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bookform.db"));
            var statement = connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER appointment_overlap_on_insert; DROP TRIGGER appointment_overlap_on_update");
        }
    }

    private static VisitRequest haircut(int client, Optional<Long> teamMember, String time) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), teamMember, at(time))),
            new ClientDetails("Client " + client, phone(client), ""), Optional.empty(), "", 0, "key-" + client, Locale.ENGLISH);
    }

    private static String phone(int client) {
        return "+3706%07d".formatted(client);
    }

    private static Instant at(String time) {
        return MONDAY.plusDays(1).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
