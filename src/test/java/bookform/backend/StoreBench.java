package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;

import bookform.backend.store.Store;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast both databases are: opening, and durable bookings of free times with a team of 96, from one thread and from 32. */
@Tag("bench")
class StoreBench {
    private static final int THREADS = 32;
    private static final int PEOPLE_PER_THREAD = 3;
    private static final int DAYS = 40;
    private static final int STARTS_PER_DAY = 14;
    private static final Duration TIME = Duration.ofSeconds(6);

    @Test
    void sqlite(@TempDir Path folder) throws Exception {
        openAndBook("SQLite", TestDatabase.sqlite(folder));
    }

    @Test
    void postgresql() throws Exception {
        openAndBook("PostgreSQL", TestDatabase.postgres());
    }

    private static void openAndBook(String name, TestDatabase database) throws Exception {
        System.out.printf("%s: open a new database %d ms, again %d ms%n", name, millisToOpen(database), millisToOpen(database));
        try (var backend = DemoBackend.open(database)) {
            backend.store().locations().replace(DemoBackend.team(THREADS * PEOPLE_PER_THREAD));
            var next = new AtomicInteger[THREADS];
            for (var thread = 0; thread < THREADS; thread++) next[thread] = new AtomicInteger();
            for (var threads : List.of(THREADS, THREADS, 1)) {
                System.out.printf("%s: %d threads book %d/s%n", name, threads, book(backend, threads, next));
            }
        }
    }

    private static long book(DemoBackend backend, int size, AtomicInteger[] next) {
        var booked = new LongAdder();
        var end = System.nanoTime() + TIME.toNanos();
        try (var threads = Executors.newFixedThreadPool(size)) {
            for (var thread = 0; thread < size; thread++) {
                var client = thread;
                threads.execute(() -> {
                    while (System.nanoTime() < end && next[client].get() < PEOPLE_PER_THREAD * DAYS * STARTS_PER_DAY) {
                        if (isBooked(backend, visit(client, next[client].getAndIncrement()))) booked.increment();
                    }
                });
            }
        }
        return booked.sum() / TIME.toSeconds();
    }

    /** They have a lunch break and a holiday. */
    private static boolean isBooked(DemoBackend backend, VisitRequest visit) {
        try {
            return !backend.api().book(LOCATION, visit).isEmpty();
        } catch (BookingRefused closed) {
            return false;
        }
    }

    /** Every thread walks through the calendars of people of its own. */
    private static VisitRequest visit(int client, int number) {
        var workingDay = number / STARTS_PER_DAY % DAYS;
        var start =
                DemoBackend.MONDAY.plusDays(workingDay / 5 * 7 + workingDay % 5).atTime(9, 0).plusMinutes(30L * (number % STARTS_PER_DAY));
        var person = 1L + client * PEOPLE_PER_THREAD + number / STARTS_PER_DAY / DAYS;
        return new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(person), start.atZone(ZONE).toInstant())),
                new ClientDetails("Vera", "+37060%06d".formatted(client * 10_000 + number), ""), Optional.empty(), "", 0,
                client + "-" + number, Locale.ENGLISH);
    }

    private static long millisToOpen(TestDatabase database) {
        var start = System.nanoTime();
        Store.open(database.url(), Clock.systemUTC()).close();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
