package bookform.backend.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operation answers when all goes well.
 *
 * @param type of the data, or of each of its elements; empty when there is no data
 * @param dataShown whether the envelope has {@code data} at all
 * @param lifetime how long the caller may keep it without asking again; zero for not at all
 */
record Shape(int status, Optional<Class<?>> type, boolean list, boolean dataShown, Duration lifetime) {
    static Shape one(Class<?> type) {
        return new Shape(200, Optional.of(type), false, true, Duration.ZERO);
    }

    static Shape many(Class<?> type) {
        return new Shape(200, Optional.of(type), true, true, Duration.ZERO);
    }

    /** {@code "data": null}. */
    static Shape nothing() {
        return new Shape(200, Optional.empty(), false, true, Duration.ZERO);
    }

    /** Created, and not a word of what: not even {@code data}. */
    static Shape acknowledged() {
        return new Shape(201, Optional.empty(), false, false, Duration.ZERO);
    }

    /** As {@link #acknowledged}, for what was changed. */
    static Shape accepted() {
        return new Shape(202, Optional.empty(), false, false, Duration.ZERO);
    }

    Shape created() {
        return new Shape(201, type, list, dataShown, lifetime);
    }

    /** The same for everybody, and seldom another. */
    Shape keptFor(Duration lifetime) {
        return new Shape(status, type, list, dataShown, lifetime);
    }
}
