package bookform.backend.http;

import java.util.Optional;

/**
 * What an operation answers when all goes well.
 *
 * @param type of the data, or of each of its elements; empty when there is no data
 * @param dataShown whether the envelope has {@code data} at all
 */
record Shape(int status, Optional<Class<?>> type, boolean list, boolean dataShown) {
    static Shape one(Class<?> type) {
        return new Shape(200, Optional.of(type), false, true);
    }

    static Shape many(Class<?> type) {
        return new Shape(200, Optional.of(type), true, true);
    }

    /** {@code "data": null}. */
    static Shape nothing() {
        return new Shape(200, Optional.empty(), false, true);
    }

    /** Created, and not a word of what: not even {@code data}. */
    static Shape acknowledged() {
        return new Shape(201, Optional.empty(), false, false);
    }

    /** As {@link #acknowledged}, for what was changed. */
    static Shape accepted() {
        return new Shape(202, Optional.empty(), false, false);
    }

    Shape created() {
        return new Shape(201, type, list, dataShown);
    }

}
