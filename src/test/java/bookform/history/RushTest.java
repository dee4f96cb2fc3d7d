package bookform.history;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.AtOnce;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sixty-four clients press at once for one slot after another, over HTTP (reliability.md A1). */
@Timeout(120)
class RushTest {
    private static final int CLIENTS = 64;
    private static final int STARTS_A_DAY = 12;
    /** What a slot that is taken is called on the wire. */
    private static final int TAKEN = 433;
    private static final Duration SLOWEST = Duration.ofSeconds(2);

    @TempDir Path folder;

    private final List<ServerProcess> servers = new ArrayList<>();
    private final Map<Integer, Caller> callers = new ConcurrentHashMap<>();

    /** @param status of the HTTP answer, or the fine code of a refusal */
    private record Answer(int status, Duration after) {}

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
    }

    @Test
    void eachSlotHasOneWinner() throws Exception {
        assertOneWinnerEach(TestDatabase.sqlite(folder), 1, 10);
    }

    @Test
    void eachSlotHasOneWinnerBetweenTwoProcesses() throws Exception {
        assertOneWinnerEach(TestDatabase.postgres(), 2, 10);
    }

    @Tag("soak") @Test @Timeout(1_200)
    void eachOfFiveHundredSlotsHasOneWinner() throws Exception {
        assertQuick(assertOneWinnerEach(TestDatabase.sqlite(folder), 1, 500));
    }

    @Tag("soak") @Test @Timeout(1_200)
    void eachOfFiveHundredSlotsHasOneWinnerBetweenTwoProcesses() throws Exception {
        assertQuick(assertOneWinnerEach(TestDatabase.postgres(), 2, 500));
    }

    /** The control: without lock and net somebody has company sooner or later. */
    @Test
    void withoutLockAndNetSomeSlotsHaveMore() throws Exception {
        var database = TestDatabase.postgres();
        var salon = Salon.on(database, 1);
        database.dropLocks();
        database.dropNet();
        start(salon, 2);
        var most = 0L;
        for (var slot = 0; slot < 20 && most <= 1; slot++) most = counted(rush(salon, slot)).get(201);
        assertTrue(most > 1, "one winner each");
    }

    private List<Answer> assertOneWinnerEach(TestDatabase database, int processes, int slots) throws Exception {
        var salon = Salon.on(database, 1 + slots / STARTS_A_DAY / 8);
        start(salon, processes);
        var all = new ArrayList<Answer>();
        for (var slot = 0; slot < slots; slot++) {
            var answers = rush(salon, slot);
            assertEquals(Map.of(201, 1L, TAKEN, CLIENTS - 1L), counted(answers), "slot " + slot);
            all.addAll(answers);
        }
        assertEquals(slots, salon.rows().size());
        return all;
    }

    private static void assertQuick(List<Answer> answers) {
        var times = answers.stream().map(Answer::after).sorted().toList();
        var p99 = times.get(times.size() * 99 / 100);
        System.out.println("A1: " + times.size() + " answers, p99 " + p99.toMillis() + " ms");
        assertTrue(p99.compareTo(SLOWEST) < 0, "p99 " + p99);
    }

    private void start(Salon salon, int processes) throws Exception {
        for (var i = 0; i < processes; i++) servers.add(new ServerProcess(salon.database().url(), folder.resolve("data-" + i)));
    }

    /** @param slot hours of one team member after the other, all of them working time */
    private List<Answer> rush(Salon salon, int slot) throws Exception {
        var member = 1 + slot / STARTS_A_DAY / 8;
        var start = Salon.day(slot / STARTS_A_DAY % 8).atTime(9, 0).plusMinutes(15L * (slot % STARTS_A_DAY)).atZone(ZONE).toInstant();
        return AtOnce.all(CLIENTS, client -> {
            var caller = callers.computeIfAbsent(client, anybody -> new Caller(servers, salon.token(), new Random()));
            var begun = System.nanoTime();
            try {
                var answer =
                        caller.call("POST", "/book_record/" + LOCATION, Salon.visit(slot * CLIENTS + client, member, start)).orElseThrow();
                return new Answer(answer.statusCode() == 201 ? 201 : Caller.code(answer), Duration.ofNanos(System.nanoTime() - begun));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
    }

    private static Map<Integer, Long> counted(List<Answer> answers) {
        return answers.stream().map(Answer::status).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
