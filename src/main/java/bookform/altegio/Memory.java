package bookform.altegio;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is remembered of earlier answers, so that they need not be asked for again. */
interface Memory {
    /**
     * Answers to other calls that one answer brings along.
     *
     * @param lifetime theirs
     * @param answers by their calls
     */
    record Others<T>(Lifetime lifetime, Function<T, Map<Call, ?>> answers) {}

    /** Remembers nothing. */
    Memory NONE = new Memory() {
        @Override
        public <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> question, Others<T> others) {
            return question.get();
        }

        @Override
        public <T> Optional<T> find(Lifetime lifetime, long location, Call call) {
            return Optional.empty();
        }

        @Override
        public void forget(long location, Lifetime... lifetimes) {}
    };

    /**
     * The answer to a call: the one that is remembered while that is good enough, else what the question brings.
     *
     * @param location what the answer is about; 0 when it is not known beforehand, or about no location
     * @param others is remembered along with a new answer, and grows old from then on
     */
    <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> question, Others<T> others);

    /** As above, of an answer that says nothing to others. */
    default <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> question) {
        return get(lifetime, location, call, question, new Others<>(lifetime, alone -> Map.of()));
    }

    /** The answer that is remembered, while it is good enough; asks nobody. */
    <T> Optional<T> find(Lifetime lifetime, long location, Call call);

    /** Forgets all that was said of a location within these lifetimes. */
    void forget(long location, Lifetime... lifetimes);
}
