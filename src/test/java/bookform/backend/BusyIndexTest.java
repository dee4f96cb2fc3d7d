package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.ANNA;
import static bookform.backend.setup.DemoLocation.FRINGE_TRIM;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.availability.Busy;
import bookform.backend.availability.TimeRange;
import bookform.backend.setup.DemoLocation;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Busy time in memory is what the database says, whatever was written, and by whomever. */
class BusyIndexTest {
    private static final int WRITES = 200;
    private static final int RIVALS = 8;
    private static final int ROUNDS = 20;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path folder;

    private TestDatabase database;

    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    @BeforeEach
    void makeDatabase() {
        database = newDatabase();
    }

    @Test
    void isWhatTheDatabaseSaysAfterEveryWrite() {
        writeAndCompare(ThreadLocalRandom.current().nextLong());
    }

    /** Without the counting of changes, the test above fails. */
    @Test
    void wouldNotBeWithoutTheCounts() {
        DemoBackend.open(database).close();
        database.dropCounts();
        assertThrows(AssertionError.class, () -> writeAndCompare(1));
    }

    @Test
    void whoeverWroteSeesIt() throws Exception {
        try (var backend = DemoBackend.open(database); var threads = Executors.newFixedThreadPool(RIVALS)) {
            backend.store().locations().replace(DemoBackend.team(RIVALS));
            var rivals = new ArrayList<Callable<Boolean>>();
            for (var person = 1L; person <= RIVALS; person++) {
                var own = person;
                rivals.add(() -> seesWhatItWrites(backend, own));
            }
            for (var rival : threads.invokeAll(rivals)) assertTrue(rival.get());
            assertSame(backend, new BusyIndex(backend.store(), backend.nanoTime()::get), "at the end");
        }
    }

    @Test
    void anotherInstanceSeesItWithinASecond() {
        try (var one = DemoBackend.open(database); var other = DemoBackend.open(database)) {
            var start = slots(other, ANNA).getFirst();
            assertEquals(start, slots(one, ANNA).getFirst());
            book(one, "a", Optional.of(ANNA), start);
            other.nanoTime().addAndGet(SECOND.toNanos());
            assertFalse(slots(other, ANNA).contains(start));
        }
    }

    @Test
    void anotherInstanceIsNotAskedMoreThanOnceASecond() {
        try (var one = DemoBackend.open(database); var other = DemoBackend.open(database)) {
            var start = slots(other, ANNA).getFirst();
            book(one, "a", Optional.of(ANNA), start);
            other.nanoTime().addAndGet(SECOND.toNanos() - 1);
            var before = other.store().queries();
            assertTrue(slots(other, ANNA).contains(start));
            assertEquals(before, other.store().queries());
        }
    }

    @Test
    void daysThatComeNearAreThere() {
        try (var backend = DemoBackend.open(database)) {
            var index = new BusyIndex(backend.store(), backend.nanoTime()::get);
            assertSame(backend, index, "today");
            var far = MONDAY.plusDays(120).atTime(10, 0).atZone(ZONE).toInstant();
            backend.store().insertImported(LOCATION, List.of(imported(1, far)));
            backend.clock().set(far.minus(Duration.ofDays(30)).toString());
            assertSame(backend, index, "when it can be booked");
            assertTrue(
                    index.of(offer(backend), backend.clock().instant()).ofTeamMember(1).stream().anyMatch(time -> time.from().equals(far)));
        }
    }

    @Test
    void manyMayChangeAtOnce() {
        try (var backend = DemoBackend.open(database)) {
            backend.store().locations().replace(DemoBackend.team(30));
            var index = new BusyIndex(backend.store(), backend.nanoTime()::get);
            var early = MONDAY.plusDays(1).atTime(9, 0).atZone(ZONE).toInstant();
            backend.store().insertImported(LOCATION, List.of(imported(30, early)));
            assertSame(backend, index, "one is busy");
            backend.store().insertImported(LOCATION,
                    LongStream.rangeClosed(1, 29).mapToObj(person -> imported(person, early.plus(Duration.ofHours(person % 8)))).toList());
            assertSame(backend, index, "nearly everybody is");
        }
    }

    private boolean seesWhatItWrites(DemoBackend backend, long person) {
        var cancelled = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var start = slots(backend, person).get(round % 5);
            var booked = book(backend, person + "-" + round, Optional.of(person), start).getFirst();
            if (slots(backend, person).contains(start)) throw new AssertionError("Shows " + start + ", which is booked");
            if (round % 2 == 0) continue;
            backend.api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow();
            if (!slots(backend, person).contains(start)) throw new AssertionError("Does not show " + start + ", which is free again");
            cancelled++;
        }
        return cancelled == ROUNDS / 2;
    }

    private void writeAndCompare(long seed) {
        var random = new Random(seed);
        try (var backend = DemoBackend.open(database); var elsewhere = DemoBackend.open(database)) {
            var index = new BusyIndex(backend.store(), backend.nanoTime()::get);
            var booked = new ArrayList<BookedAppointment>();
            for (var write = 0; write < WRITES; write++) {
                var here = random.nextInt(4) > 0;
                var what = write(here ? backend : elsewhere, random, write, booked);
                if (!here) backend.nanoTime().addAndGet(SECOND.toNanos());
                assertSame(backend, index, "seed " + seed + ", write " + write + ": " + what);
            }
        }
    }

    private static String write(DemoBackend backend, Random random, int number, List<BookedAppointment> booked) {
        var someone = booked.isEmpty() ? null : booked.get(random.nextInt(booked.size()));
        var start = MONDAY.plusDays(random.nextInt(60)).atTime(8 + random.nextInt(10), 15 * random.nextInt(4)).atZone(ZONE).toInstant();
        var person = 1 + random.nextLong(3);
        try {
            switch (someone == null ? 0 : random.nextInt(8)) {
                case 0, 1, 2 ->
                        booked.addAll(book(backend, "key " + number, random.nextBoolean() ? Optional.of(person) : Optional.empty(), start));
                case 3 -> backend.api().cancel(LOCATION, someone.id(), someone.hash());
                case 4 -> backend.api().move(LOCATION, someone.id(), someone.hash(), start);
                case 5 -> backend.store().insertImported(LOCATION, List.of(imported(person, start)));
                case 6 -> backend.store().locations().replace(random.nextBoolean() ? DemoLocation.setup(MONDAY) : DemoBackend.team(3));
                default -> backend.store().write(tables -> tables.appointments().changeStatus(LOCATION, someone.id(), Status.WAITING,
                        Status.NO_SHOW, backend.clock().instant()));
            }
            return "done";
        } catch (BookingRefused | bookform.backend.store.ImportRefused notFree) {
            return notFree.toString();
        }
    }

    /** In memory and in the database, as far as it can be booked. */
    private static void assertSame(DemoBackend backend, BusyIndex index, String when) {
        var now = backend.clock().instant();
        var days = new TimeRange(offer(backend).startOf(Timetable.firstDay(offer(backend), now)),
                offer(backend).startOf(Timetable.lastDay(offer(backend), now).plusDays(1)));
        var stored = backend.store().read(tables -> tables.busyTime().find(LOCATION, days));
        assertEquals(within(days, stored), within(days, index.of(offer(backend), now)), when);
    }

    private static Map<String, List<TimeRange>> within(TimeRange days, Busy busy) {
        var within = new HashMap<String, List<TimeRange>>();
        busy.teamMembers().forEach((id, ranges) -> within.put("team member " + id, ranges.stream().filter(days::overlaps).toList()));
        busy.resourceInstances().forEach((id, ranges) -> within.put("instance " + id, ranges.stream().filter(days::overlaps).toList()));
        within.values().removeIf(List::isEmpty);
        return within;
    }

    private static Offer offer(DemoBackend backend) {
        return backend.api().catalogue().offer(LOCATION).orElseThrow();
    }

    private static List<Instant> slots(DemoBackend backend, long person) {
        return Stream.of(1, 2).flatMap(days -> backend.api().timeSlots(LOCATION,
                Choices.NONE.withServices(List.of(FRINGE_TRIM)).withTeamMember(person), MONDAY.plusDays(days)).stream())
                .map(slot -> slot.start()).toList();
    }

    private static List<BookedAppointment> book(DemoBackend backend, String key, Optional<Long> person, Instant start) {
        return backend.api().book(LOCATION, new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), person, start)),
                new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0, key, Locale.ENGLISH));
    }

    private static ImportedAppointment imported(long person, Instant start) {
        return new ImportedAppointment(person, List.of(FRINGE_TRIM), start, start.plus(Duration.ofMinutes(45)), Duration.ofMinutes(5),
                List.of(), "Gleb", "+37061234568", Status.CONFIRMED, "import " + person + " " + start);
    }
}
