package bookform.altegio;

import java.util.function.BiFunction;

/** A short text that one instance keeps for itself, or all of them together. */
public interface SharedText {
    /**
     * Changes it, with nobody else in between.
     *
     * @param change from what it is, empty at first, and the time, in milliseconds of the one clock that all go by, to what it shall be;
     *     called again when somebody was in between after all
     */
    void change(BiFunction<String, Long, String> change);

    /** For an instance on its own. */
    static SharedText own() {
        return new SharedText() {
            private String text = "";

            @Override
            public synchronized void change(BiFunction<String, Long, String> change) {
                text = change.apply(text, System.nanoTime() / 1_000_000);
            }
        };
    }
}
