package bookform.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.history.Visitor.Place;
import bookform.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients book, move, cancel and look over HTTP, while processes of the application are killed, stopped and started again and their
 * clocks go wrong: nobody is lost, nobody doubled, and everything that anybody was told can be explained (reliability.md A3, C4).
 */
@Timeout(180)
class HistoryTest {
    private static final int VISITORS = 12;
    /** So that a million fit into the days that can be booked ahead. */
    private static final int OPERATIONS_A_DAY = 32_000;
    private static final Duration SHORTEST_STOP = Duration.ofMillis(100);
    /** A process follows the others within a second; the rest is for what is under way. */
    private static final Duration BEHIND_OTHERS = Duration.ofMillis(1_250);

    @TempDir Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<ServerProcess> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
    }

    @Test
    void everythingIsExplained() throws Exception {
        assertExplained(Salon.on(TestDatabase.sqlite(folder), 3), 1, 800, 4);
    }

    @Test
    void everythingIsExplainedBetweenTwoProcesses() throws Exception {
        assertExplained(Salon.on(TestDatabase.postgres(), 3), 2, 800, 4);
    }

    @Tag("soak") @Test @Timeout(7_200)
    void aMillionOperationsAreExplained() throws Exception {
        assertExplained(Salon.on(TestDatabase.sqlite(folder), 20), 1, 1_000_000, 300);
    }

    @Tag("soak") @Test @Timeout(7_200)
    void aMillionOperationsAreExplainedBetweenTwoProcesses() throws Exception {
        assertExplained(Salon.on(TestDatabase.postgres(), 20), 2, 1_000_000, 300);
    }

    /** The control: without rule and net, time is taken twice, and that is seen. */
    @Test
    void withoutLockAndNetTimeIsTakenTwice() throws Exception {
        var database = TestDatabase.postgres();
        var salon = Salon.on(database, 1);
        database.dropLocks();
        database.dropNet();
        start(salon, 2);
        var breaches = breaches(salon, fewer(offered(salon, 1), 4), 300, 0);
        assertTrue(breaches.stream().anyMatch(breach -> breach.startsWith("both hold the same time")), breaches::toString);
    }

    private void assertExplained(Salon salon, int processes, int operations, int disturbances) throws Exception {
        start(salon, processes);
        var days = Math.max(1, operations / OPERATIONS_A_DAY);
        assertEquals(List.of(), breaches(salon, offered(salon, days), operations, disturbances), "seed " + seed);
    }

    private void start(Salon salon, int processes) throws IOException {
        for (var process = 1; process <= processes; process++) servers.add(new ServerProcess(salon.database().url(), folder));
    }

    private Map<Place, Set<Instant>> offered(Salon salon, int days) throws InterruptedException {
        var caller = new Caller(servers, salon.token(), random);
        var offered = new HashMap<Place, Set<Instant>>();
        for (var day = 0; day < days; day++) {
            for (var person = 1; person <= salon.team(); person++) {
                var free = caller.free(person, Salon.day(day)).orElseThrow();
                assertTrue(free.size() > 10, "a working day");
                offered.put(new Place(person, day), new TreeSet<>(free));
            }
        }
        return offered;
    }

    /** The first starts of each day. */
    private static Map<Place, Set<Instant>> fewer(Map<Place, Set<Instant>> offered, int starts) {
        return offered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                day -> day.getValue().stream().limit(starts).collect(Collectors.toCollection(TreeSet::new))));
    }

    private List<String> breaches(Salon salon, Map<Place, Set<Instant>> offered, int operations, int disturbances) throws Exception {
        var numbers = new AtomicInteger();
        var progress = new Semaphore(0);
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < VISITORS; i++) {
            var own = new Random(seed + i);
            visitors.add(new Visitor(new Caller(servers, salon.token(), own), own, offered, numbers, progress::release,
                    operations / VISITORS));
        }
        try (var threads = Executors.newFixedThreadPool(VISITORS)) {
            var visits = visitors.stream().map(threads::submit).toList();
            for (var disturbance = 0; disturbance < disturbances; disturbance++) {
                progress.acquire(operations / VISITORS * VISITORS / (disturbances + 1));
                disturb(servers.get(random.nextInt(servers.size())), disturbance);
            }
            for (Future<Void> visit : visits) visit.get();
        }
        for (var server : servers) server.kill();
        return judged(visitors, salon.rows());
    }

    private void disturb(ServerProcess server, int number) throws Exception {
        switch (number % 4) {
            case 0 -> server.shiftClock(Duration.ofHours(1));
            case 1 -> {
                server.kill();
                server.restart();
            }
            case 2 -> server.pause(SHORTEST_STOP.plusMillis(random.nextInt(1_000)));
            default -> server.shiftClock(Duration.ofHours(-1));
        }
    }

    private List<String> judged(List<Visitor> visitors, List<Row> rows) throws IOException {
        var operations = visitors.stream().flatMap(visitor -> visitor.operations.stream()).toList();
        var looks = visitors.stream().flatMap(visitor -> visitor.looks.stream()).toList();
        var breaches = HistoryCheck.breaches(operations, looks, rows, Salon.length(),
                servers.size() > 1 ? BEHIND_OTHERS : Duration.ZERO);
        var outcomes = operations.stream().collect(Collectors.groupingBy(operation -> operation.kind() + " " + operation.outcome(),
                Collectors.counting()));
        System.out.println("History with seed " + seed + ": " + outcomes + ", " + looks.size() + " looks, " + rows.size() + " rows");
        if (!breaches.isEmpty()) keep(operations, looks, rows);
        return breaches;
    }

    private void keep(List<?>... parts) throws IOException {
        var lines = new ArrayList<String>();
        for (var part : parts) part.forEach(one -> lines.add(one.toString()));
        Files.write(Path.of("target", "history-" + seed + ".txt"), lines);
    }
}
