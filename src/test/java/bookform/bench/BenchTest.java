package bookform.bench;

import static bookform.bench.Report.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -q -DskipTests package && mvn -q -Pbench test} prints one table: what the application does, beside the ceiling of the same
 * run. Ours and the ceiling take turns and the middle ratio counts, so that a machine that is busy with other things disturbs both.
 */
@Tag("bench")
class BenchTest {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final int TURNS = 5;
    private static final int STARTS = 7;
    private static final int BOOKINGS = 200;
    private static final int RIVALS = 50;

    private static final String CEILING = "/bench/constant";
    private static final String SERVICES = "/forms/1/services";
    private static final String CHOICES = "service=5&teamMember=any";

    private final Report report = new Report();

    @Test
    void printsTheTable() throws Exception {
        assertTrue(Files.exists(Child.JAR), "There is no " + Child.JAR + ": run mvn -q -DskipTests package first");
        var data = Files.createTempDirectory("bookform-bench");
        try (var server = Child.ofClasses(data.resolve("pages"))) {
            measurePages(server);
            measureBookings(server);
            report.atMost("memory resident at most, under all of the above", server.megabytes("VmHWM"), 200, "MB");
            measureStarts(data);
        } finally {
            System.out.println(
                    number("%n%d processors, Java %s%n%n", Runtime.getRuntime().availableProcessors(), Runtime.version()) + report);
        }
        Child.delete(data);
    }

    private void measurePages(Child server) throws Exception {
        try (var connection = new Connection(server.port)) {
            // The ceiling is only one while it is the very same page
            assertArrayEquals(connection.exchange(Connection.get(server.port, CEILING)).body(),
                    connection.exchange(Connection.get(server.port, SERVICES)).body());
            // Not the first: it may be over before its turn comes
            var details = details(new Client(server.port, connection)).getLast();
            var time = "/forms/1/time?" + CHOICES;
            var teamMember = "/forms/1/team-member?service=5";
            for (var path : List.of(CEILING, SERVICES, teamMember, time, details)) Load.run(server.port, path, 8, WARM_UP);
            measurePage(server, "services step", SERVICES, 0.7);
            measurePage(server, "team-member step", teamMember, 0);
            measurePage(server, "time step", time, 0);
            measurePage(server, "details", details, 0);
        }
    }

    private void measurePage(Child server, String name, String path, double least) throws Exception {
        for (var connections : List.of(8, 1)) {
            var turns = new ArrayList<Turn>();
            for (var i = 0; i < TURNS; i++)
                turns.add(new Turn(Load.run(server.port, path, connections, TURN), Load.run(server.port, CEILING, connections, TURN)));
            turns.sort((one, other) -> Double.compare(one.ratio(), other.ratio()));
            var middle = turns.get(TURNS / 2);
            var work = name + ", " + connections + (connections == 1 ? " connection" : " connections");
            report.share(work + ": requests a second", middle.ours.perSecond(), middle.ceiling.perSecond(), middle.ratio(),
                    connections == 8 ? least : 0);
            report.beside(work + ": p50 / p99 ms", latency(middle.ours), latency(middle.ceiling));
        }
    }

    private record Turn(Load.Result ours, Load.Result ceiling) {
        double ratio() {
            return ours.perSecond() / ceiling.perSecond();
        }
    }

    private static String latency(Load.Result result) {
        return number("%.2f / %.2f", result.millis(0.5), result.millis(0.99));
    }

    /** The details for every free start on every day in sight. */
    private static List<String> details(Client client) throws IOException {
        var details = new ArrayList<String>();
        for (var day : client.days(CHOICES)) details.addAll(client.starts(day));
        return details;
    }

    private void measureBookings(Child server) throws Exception {
        try (var connection = new Connection(server.port)) {
            var client = new Client(server.port, connection);
            var starts = details(client);
            var nanos = new ArrayList<Long>();
            for (var start : starts.subList(0, Math.min(BOOKINGS, starts.size() - 1))) {
                var booking = client.booking(start);
                var began = System.nanoTime();
                var answer = connection.exchange(booking);
                if (answer.status() == 303) nanos.add(System.nanoTime() - began);
            }
            var alone = Load.Result.of(0, nanos.stream().mapToLong(Long::longValue));
            report.plain("booking, end to end, " + nanos.size() + " one after another: p50 / p99 ms", latency(alone));
            measureRace(server, client);
        }
    }

    /** Everybody wants the last slot in sight, of one person, at the same moment. */
    private void measureRace(Child server, Client client) throws Exception {
        var choices = "service=5&teamMember=1";
        var slot = client.starts(client.days(choices).getLast()).getLast();
        var start = new CountDownLatch(1);
        var rivals = new ArrayList<Callable<long[]>>();
        for (var i = 0; i < RIVALS; i++) {
            var booking = client.booking(slot);
            var connection = new Connection(server.port);
            rivals.add(() -> {
                try (connection) {
                    start.await();
                    var began = System.nanoTime();
                    var answer = connection.exchange(booking);
                    return new long[] {answer.status(), System.nanoTime() - began};
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(RIVALS)) {
            var results = rivals.stream().map(threads::submit).toList();
            start.countDown();
            var answers = new ArrayList<long[]>();
            for (var result : results) answers.add(result.get());
            var latency = Load.Result.of(0, answers.stream().mapToLong(answer -> answer[1]));
            report.exactly(RIVALS + " posts for one slot at once: booked", answers.stream().filter(answer -> answer[0] == 303).count(), 1);
            report.plain(RIVALS + " posts for one slot at once: p50 / max ms",
                    number("%.0f / %.0f", latency.millis(0.5), latency.millis(1)));
        }
    }

    /** In turns, as the machine's mood changes; the ceiling is a Javalin that says hello, from the same libraries. */
    private void measureStarts(Path data) throws Exception {
        var cache = data.resolve("bookform.aot");
        Child.run("-XX:AOTCacheOutput=" + cache, "rehearse");
        var bare = new double[STARTS];
        var fresh = new double[STARTS];
        var second = new double[STARTS];
        var cached = new double[STARTS];
        for (var i = 0; i < STARTS; i++) {
            var folder = data.resolve("fresh" + i);
            bare[i] = startBare(data);
            fresh[i] = start(folder);
            second[i] = start(folder);
            cached[i] = start(folder, "-XX:AOTCache=" + cache);
        }
        var ceiling = middle(bare);
        report.atMost("start to first byte, jar, fresh data folder", middle(fresh), ceiling, 900, "ms");
        report.atMost("start to first byte, jar, second start", middle(second), ceiling, 900, "ms");
        report.atMost("start to first byte, with the AOT cache, second start", middle(cached), ceiling, middle(second) / 2, "ms");
    }

    private static double start(Path data, String... jvm) throws IOException {
        try (var server = Child.ofJar(data, jvm)) {
            return server.nanosToFirstByte / 1e6;
        }
    }

    private static double startBare(Path data) throws IOException {
        try (var server = Child.bare(data)) {
            return server.nanosToFirstByte / 1e6;
        }
    }

    private static double middle(double[] millis) {
        return Arrays.stream(millis).sorted().skip(STARTS / 2).findFirst().orElseThrow();
    }
}
