package bookform.bench;

import static bookform.bench.Report.number;

import bookform.support.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -q -Pbench test -Dtest=EngineBenchTest} prints one table: what the engine does over HTTP, in a process of its own with the
 * JVM settings that we ship, beside the ceiling of the same run, a constant answer of the same size. Ours and the ceiling take turns,
 * and the middle turn counts. One part alone: {@code -Dtest=EngineBenchTest#bookings}.
 */
@Tag("bench")
class EngineBenchTest {
    /** Requests, not seconds: the compiler counts, and the machine may be busy. */
    private static final int WARM_UP = 40_000;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int TURNS = 5;
    private static final int ALONE = 1_000;
    private static final int RIVALS = 50;
    private static final int CONNECTIONS = 32;
    private static final double MOST_MEGABYTES = 220;

    private static final Report report = new Report();

    @TempDir private Path folder;

    /** @param cpu what the server's processors spent on one request, of ours and of the ceiling, in microseconds */
    private record Turn(Load.Result ours, Load.Result ceiling, double[] cpu) {
        double ratio() {
            return ours.perSecond() / ceiling.perSecond();
        }
    }

    @AfterAll
    static void print() {
        System.out.println(number("%n%d processors, Java %s%n%n", Runtime.getRuntime().availableProcessors(), Runtime.version()) + report);
    }

    @Test
    void shown() throws Exception {
        try (var world = EngineWorld.at(sqlite("shown")).withSalon().withLargeTeam();
                var server = Child.onDatabase(sqlite("shown"), folder)) {
            var calls = new EngineCalls(server.port, world);
            var oneMember = calls.times(EngineWorld.SALON, 1, 1);
            warmUp(server, () -> oneMember, 200, 8);
            alone(server, calls, "free slots, 1 member, 1 day", oneMember, 0.4, 2);
            together(server, calls, "free slots, 1 member, 1 day", oneMember);
            alone(server, calls, "free slots, any of 10, 1 day", calls.times(EngineWorld.SALON, 0, 1), 0.6, 0);
            alone(server, calls, "a month of dates, any of 10", calls.month(EngineWorld.SALON), 0.8, 0);
            alone(server, calls, "a month of dates, any of 1,000", calls.month(EngineWorld.LARGE), 5, 0);
            var resident = server.megabytes("VmHWM");
            report.atMost("memory resident at most, under all of the above", resident, MOST_MEGABYTES, "MB");
        }
    }

    @Test
    void bookings() throws Exception {
        book("SQLite", sqlite("bookings"));
    }

    @Test
    void bookingsOnPostgres() throws Exception {
        book("PostgreSQL", TestDatabase.postgres().url());
    }

    @Test
    void bookingsOnASlowDisk() throws Exception {
        try (var world = EngineWorld.at(sqlite("slow")).withFreeTeams();
                var server = Child.onDatabase(sqlite("slow"), folder, SlowDisk.under(folder))) {
            var calls = new EngineCalls(server.port, world);
            warmUp(server, calls::nextBooking, 201, CONNECTIONS);
            var middle = middle(server, calls::nextBooking, 201, calls.constantPost(150), CONNECTIONS);
            rate("bookings, SQLite, 32 connections, every fsync 1 ms slower", middle, 2_000, 0);
            var alone = Load.run(server.port, calls::nextBooking, 201, 1, TURN);
            report.beside("a booking, SQLite, 1 connection, every fsync 1 ms slower: p50 / p99 ms", latency(alone), "");
        }
    }

    @Test
    void races() throws Exception {
        try (var world = EngineWorld.at(sqlite("races")).withFreeTeams(); var server = Child.onDatabase(sqlite("races"), folder)) {
            var calls = new EngineCalls(server.port, world);
            race(server, RIVALS + " at once for one slot: booked", 1, client -> calls.booking(EngineWorld.TEN, 1, 1, 0, client));
            race(server, RIVALS + " at once for any of 10 free members: booked", 10,
                    client -> calls.booking(EngineWorld.TEN, 0, 2, 0, client));
        }
    }

    /** A thousand times the appointments, nine of ten in the salon's past and future, the others in 999 more locations. */
    @Test
    void scale() throws Exception {
        var started = new ArrayList<double[]>();
        try (var small = EngineWorld.at(sqlite("small")).withSalon();
                var large = EngineWorld.at(sqlite("large")).withSalon().withPastAndFuture(900).withManyLocations(999)) {
            for (var i = 0; i < TURNS; i++) started.add(new double[] {start("empty"), start("large")});
            try (var few = Child.onDatabase(sqlite("small"), folder); var many = Child.onDatabase(sqlite("large"), folder)) {
                var ofFew = new EngineCalls(few.port, small);
                var ofMany = new EngineCalls(many.port, large);
                warmUp(few, () -> ofFew.times(1, 1, 1), 200, 8);
                warmUp(many, () -> ofMany.times(1, 1, 1), 200, 8);
                report.plain("appointments: dataset; 1,000 times as many", small.appointments() + "; " + large.appointments());
                scaled("free slots, 1 member, 1 day", few, ofFew.times(1, 1, 1), many, ofMany.times(1, 1, 1));
                scaled("free slots, any of 10, 1 day", few, ofFew.times(1, 0, 1), many, ofMany.times(1, 0, 1));
                scaled("a month of dates, any of 10", few, ofFew.month(1), many, ofMany.month(1));
            }
        }
        var longer = started.stream().mapToDouble(pair -> pair[1] - pair[0]).sorted().skip(TURNS / 2).findFirst().orElseThrow();
        report.atMost("start with 1,000 times the appointments, longer than empty", longer, 2_000, "ms");
    }

    private interface Rival {
        byte[] request(int client);
    }

    private String sqlite(String name) {
        return "jdbc:sqlite:" + folder.resolve(name + ".db");
    }

    private double start(String name) throws IOException {
        try (var server = Child.onDatabase(sqlite(name), folder)) {
            return server.nanosToFirstByte / 1e6;
        }
    }

    private static void alone(Child server, EngineCalls calls, String work, byte[] request, double p50, double p99) throws Exception {
        Load.run(server.port, () -> request, 200, 1, TURN);
        var middle = middle(server, () -> request, 200, calls.constant(size(server, request)), 1);
        var fine = middle.ours.millis(0.5) < p50 && (p99 == 0 || middle.ours.millis(0.99) < p99);
        report.row(work + ", 1 connection: p50 / p99 ms", latency(middle.ours), latency(middle.ceiling), "",
                p99 == 0 ? number("< %.1f", p50) : number("< %.1f / %.0f", p50, p99), fine);
    }

    private static void together(Child server, EngineCalls calls, String work, byte[] request) throws Exception {
        rate(work + ", 8 connections: requests a second",
                middle(server, () -> request, 200, calls.constant(size(server, request)), 8), 12_000, 0.6);
    }

    private static void rate(String work, Turn turn, double least, double share) {
        report.row(work, number("%.0f", turn.ours.perSecond()), number("%.0f", turn.ceiling.perSecond()),
                number("%.0f %%", turn.ratio() * 100), number(share == 0 ? "> %.0f" : "> %.0f, %.0f %%", least, share * 100),
                turn.ours.perSecond() > least && turn.ratio() >= share);
        report.beside(work.replaceFirst(": .*", "") + ": the server's CPU, µs each", number("%.0f", turn.cpu[0]),
                number("%.0f", turn.cpu[1]));
    }

    private static void warmUp(Child server, Supplier<byte[]> requests, int status, int connections) throws Exception {
        for (var done = 0; done < WARM_UP;) done += Load.run(server.port, requests, status, connections, TURN).nanos().length;
    }

    private static Turn middle(Child server, Supplier<byte[]> ours, int status, byte[] ceiling, int connections) throws Exception {
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < TURNS; i++) {
            var begin = server.cpu();
            var our = Load.run(server.port, ours, status, connections, TURN);
            var between = server.cpu();
            var constant = Load.run(server.port, () -> ceiling, 200, connections, TURN);
            turns.add(new Turn(our, constant, new double[] {micros(begin, between, our), micros(between, server.cpu(), constant)}));
        }
        turns.sort(Comparator.comparingDouble(Turn::ratio));
        return turns.get(TURNS / 2);
    }

    private static double micros(Duration from, Duration to, Load.Result result) {
        return to.minus(from).toNanos() / 1_000.0 / result.nanos().length;
    }

    private void book(String database, String url) throws Exception {
        try (var world = EngineWorld.at(url).withFreeTeams(); var server = Child.onDatabase(url, folder)) {
            var calls = new EngineCalls(server.port, world);
            warmUp(server, calls::nextBooking, 201, CONNECTIONS);
            var together = middle(server, calls::nextBooking, 201, calls.constantPost(150), CONNECTIONS);
            var alone = Load.run(server.port, calls::nextBooking, 201, 1, TURN.multipliedBy(2));
            var sync = sync();
            report.row("a booking, " + database + ", 1 connection: p50 / p99 ms; a sync of 4 KB", latency(alone), latency(sync), "", "< 3",
                    alone.millis(0.5) < 3);
            rate("bookings, " + database + ", 32 connections: a second", together, 3_000, 0);
        }
    }

    private void race(Child server, String work, int winners, Rival rival) throws Exception {
        var start = new CountDownLatch(1);
        var rivals = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < RIVALS; i++) {
            var request = rival.request(i);
            var connection = new Connection(server.port);
            rivals.add(() -> {
                try (connection) {
                    start.await();
                    return connection.exchange(request).status();
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(RIVALS)) {
            var results = rivals.stream().map(threads::submit).toList();
            start.countDown();
            var booked = 0;
            for (var result : results) if (result.get() == 201) booked++;
            report.exactly(work, booked, winners);
        }
    }

    private static void scaled(String work, Child few, byte[] ofFew, Child many, byte[] ofMany) throws Exception {
        var ratios = new ArrayList<double[]>();
        for (var i = -1; i < TURNS; i++) {
            var one = Load.run(few.port, () -> ofFew, 200, 1, TURN).millis(0.5);
            var other = Load.run(many.port, () -> ofMany, 200, 1, TURN).millis(0.5);
            if (i >= 0) ratios.add(new double[] {one, other, other / one}); // the first turn warms up
        }
        ratios.sort(Comparator.comparingDouble(turn -> turn[2]));
        var middle = ratios.get(TURNS / 2);
        report.row(work + ", 1,000 times as many: p50 ms", number("%.2f", middle[1]), number("%.2f", middle[0]),
                number("%.2f x", middle[2]), "<= 1.3 x", middle[2] <= 1.3);
    }

    private static int size(Child server, byte[] request) throws IOException {
        try (var connection = new Connection(server.port)) {
            return connection.exchange(request).body().length;
        }
    }

    /** What the disk takes to keep 4 KB. */
    private Load.Result sync() throws IOException {
        var nanos = new long[ALONE];
        var page = ByteBuffer.allocate(4_096);
        try (var file = FileChannel.open(folder.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var i = 0; i < ALONE; i++) {
                var start = System.nanoTime();
                file.write(page.rewind());
                file.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        return Load.Result.of(0, LongStream.of(nanos));
    }

    private static String latency(Load.Result result) {
        return number("%.2f / %.2f", result.millis(0.5), result.millis(0.99));
    }
}
