package bookform.backend.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of one object on their way into a file, in order. What reading assumes anyway is left out. */
final class WrittenFields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    WrittenFields put(String key, Object value) {
        fields.put(key, value);
        return this;
    }

    WrittenFields put(String key, Optional<?> value) {
        value.ifPresent(present -> fields.put(key, present));
        return this;
    }

    /** @param usual the value that a missing field stands for */
    WrittenFields put(String key, Object value, Object usual) {
        return value.equals(usual) ? this : put(key, value);
    }

    Map<String, Object> map() {
        return fields;
    }
}
