package bookform.altegio.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Reads a value of the wrong type as if it were not there. The document as a whole must still be what was expected. */
final class WrongIsMissing extends DeserializationProblemHandler {
    @Override
    public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws JacksonException {
        if (parser.streamReadContext().getParent() == null || parser.streamReadContext().inRoot()) return NOT_HANDLED;
        parser.skipChildren();
        return missing(type.getRawClass());
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        return missing(type);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return missing(type);
    }

    /** A text or a number where an object belongs. */
    @Override
    public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator,
            JsonParser parser, String message) {
        return parser.streamReadContext().inRoot() ? NOT_HANDLED : missing(type);
    }

    private static Object missing(Class<?> type) {
        if (type == String.class) return "";
        if (type == Optional.class) return Optional.empty();
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        return type == boolean.class || type == Boolean.class ? false : null;
    }
}
