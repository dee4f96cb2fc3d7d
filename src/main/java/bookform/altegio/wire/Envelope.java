package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * What every answer comes in when the vendor's media type was asked for (§1.4).
 *
 * @param data an object, a list, or null
 * @param meta {@link #NO_META}, or an object such as {@link Count}
 */
public record Envelope<T>(boolean success, T data, Object meta) {
    public static final List<Object> NO_META = List.of();

    /** Without {@code data}, where the original leaves it out. */
    public record Acknowledgement(boolean success, Object meta) {}

    /** How many there are, whatever the page. */
    public record Count(int count) {}

    /** As {@link Count}, in lists with pages. */
    public record TotalCount(int totalCount) {}

    /** What happened, in words. */
    public record Message(@JsonInclude(Include.NON_EMPTY) String message) {}
}
