package bookform.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Asks over and over, on several connections at once, one request at a time on each. */
final class Load {
    private static final int EXPECTED = 10_000;

    private Load() {}

    /** @param nanos how long each request took, in order */
    record Result(double perSecond, long[] nanos) {
        static Result of(double perSecond, LongStream nanos) {
            return new Result(perSecond, nanos.sorted().toArray());
        }

        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
        }
    }

    /** One page, again and again. */
    static Result run(int port, String path, int connections, Duration length) throws Exception {
        var request = Connection.get(port, path);
        return run(port, () -> request, 200, connections, length);
    }

    /**
     * @param requests asked by all connections
     * @param status what every answer must have
     */
    static Result run(int port, Supplier<byte[]> requests, int status, int connections, Duration length) throws Exception {
        var tasks = new ArrayList<Callable<long[]>>();
        for (var i = 0; i < connections; i++) tasks.add(() -> ask(port, requests, status, length));
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<long[]>();
            for (var result : threads.invokeAll(tasks)) all.add(result.get());
            var seconds = (System.nanoTime() - start) / 1e9;
            var count = all.stream().mapToLong(nanos -> nanos.length).sum();
            return Result.of(count / seconds, all.stream().flatMapToLong(Arrays::stream));
        }
    }

    private static long[] ask(int port, Supplier<byte[]> requests, int status, Duration length) throws IOException {
        var nanos = new long[EXPECTED];
        var count = 0;
        try (var connection = new Connection(port)) {
            for (var end = System.nanoTime() + length.toNanos(); System.nanoTime() < end;) {
                var request = requests.get();
                var start = System.nanoTime();
                var answer = connection.exchange(request);
                if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
                nanos[count++] = System.nanoTime() - start;
                if (answer.status() != status) {
                    throw new IOException(new String(request, StandardCharsets.UTF_8) + " answers " + answer.head() + answer.text());
                }
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
