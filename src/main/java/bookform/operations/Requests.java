package bookform.operations;

import bookform.telemetry.Histogram;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** How requests were answered, by route: there are as many as the route table has, whatever strangers ask for. */
final class Requests {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ConcurrentMap<Route, Answers> answers = new ConcurrentHashMap<>();
    private final LongAdder underWay = new LongAdder();

    record Route(String method, String path) {}

    /** The answers of one route. */
    static final class Answers {
        final ConcurrentMap<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
        final Histogram seconds = Histogram.ofSeconds();
    }

    void begin() {
        underWay.increment();
    }

    void end(String method, String path, int status, long nanos) {
        underWay.decrement();
        var route = answers.computeIfAbsent(new Route(METHODS.contains(method) ? method : "OTHER", path), unseen -> new Answers());
        route.byStatus.computeIfAbsent(status, unseen -> new LongAdder()).increment();
        route.seconds.observeNanos(nanos);
    }

    long underWay() {
        return underWay.sum();
    }

    void forEach(BiConsumer<Route, Answers> action) {
        answers.forEach(action);
    }
}
