package bookform.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Asks for one page over and over, on several connections at once, one request at a time on each. */
final class Load {
    private static final int MOST = 1_000_000;

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

    static Result run(int port, String path, int connections, Duration length) throws Exception {
        var tasks = new ArrayList<Callable<long[]>>();
        for (var i = 0; i < connections; i++) tasks.add(() -> ask(port, path, length));
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<long[]>();
            for (var result : threads.invokeAll(tasks)) all.add(result.get());
            var seconds = (System.nanoTime() - start) / 1e9;
            var count = all.stream().mapToLong(nanos -> nanos.length).sum();
            return Result.of(count / seconds, all.stream().flatMapToLong(Arrays::stream));
        }
    }

    private static long[] ask(int port, String path, Duration length) throws IOException {
        var request = Connection.get(port, path);
        var nanos = new long[MOST];
        var count = 0;
        try (var connection = new Connection(port)) {
            for (var end = System.nanoTime() + length.toNanos(); System.nanoTime() < end && count < MOST;) {
                var start = System.nanoTime();
                var answer = connection.exchange(request);
                nanos[count++] = System.nanoTime() - start;
                if (answer.status() != 200) throw new IOException(path + " answers " + answer.status());
            }
        }
        return Arrays.copyOf(nanos, count);
    }
}
