package bookform.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do the same at one moment. */
public final class AtOnce {
    private AtOnce() {}

    /** Everybody is at the line before anybody starts; their answers in the order of their numbers. */
    public static <T> List<T> all(int clients, IntFunction<T> client) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < clients; i++) {
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
}
