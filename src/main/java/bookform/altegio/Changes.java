package bookform.altegio;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Changes to what can be looked at: when the answer is lost, looking tells whether the change was made. It is not made twice. */
final class Changes {
    private Changes() {}

    /**
     * What has become of it.
     *
     * @param done whether it shows the change
     * @throws Fault when it was not made, or that cannot be seen
     */
    static <T> Optional<T> settled(Runnable change, Supplier<Optional<T>> look, Predicate<T> done) {
        try {
            change.run();
        } catch (Fault fault) {
            var seen = fault.mayHaveHappened() ? look.get() : Optional.<T>empty();
            if (seen.filter(done).isEmpty()) throw fault;
            return seen;
        }
        return look.get();
    }
}
