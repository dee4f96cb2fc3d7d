package bookform.support;

import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Whether a class that several threads use behaves as if one came after the other. Lincheck runs its operations in random orders from
 * three threads, and looks for an order that explains the answers.
 *
 * <p>By stress, not by model checking: that mode finds what Caffeine does by chance, by the thread's number and the pool's leisure, and
 * gives up ("Non-determinism found").
 */
public final class Linearizable {
    private static final int SCENARIOS = 20;
    private static final int RUNS = 2_000;

    private Linearizable() {}

    /** @throws AssertionError with the shortest run that nothing explains */
    public static void check(Class<?> operations) {
        new StressOptions().iterations(SCENARIOS).invocationsPerIteration(RUNS).threads(3).actorsPerThread(2).actorsBefore(0).actorsAfter(0)
                .check(operations);
    }
}
