package bookform.altegio;

import java.util.function.Supplier;

/** What is remembered of earlier answers, so that they need not be asked for again. */
interface Memory {
    /** Remembers nothing. */
    Memory NONE = new Memory() {
        @Override
        public <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> question) {
            return question.get();
        }

        @Override
        public void put(Lifetime lifetime, long location, Call call, Object answer) {}

        @Override
        public void forget(long location, Lifetime... lifetimes) {}
    };

    /**
     * The answer to a call: the one that is remembered while that is good enough, else what the question brings.
     *
     * @param location what the answer is about; 0 when it is not known beforehand, or about no location
     */
    <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> question);

    /** Remembers what another answer has said of this one. */
    void put(Lifetime lifetime, long location, Call call, Object answer);

    /** Forgets all that was said of a location within these lifetimes. */
    void forget(long location, Lifetime... lifetimes);
}
