package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** On an {@link Optional} or a {@link Map}: when it is empty it is written as {@code []}, as PHP writes an empty object (§1.6). */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = EmptyArray.Writer.class)
public @interface EmptyArray {
    /** Writes {@code []}, or the value. */
    final class Writer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            switch (value) {
                case Optional<?> optional when optional.isPresent() -> json.writePOJO(optional.get());
                case Map<?, ?> map when !map.isEmpty() -> write(map, json);
                default -> json.writeStartArray().writeEndArray();
            }
        }

        private static void write(Map<?, ?> map, JsonGenerator json) {
            json.writeStartObject();
            map.forEach((name, value) -> json.writePOJOProperty(name.toString(), value));
            json.writeEndObject();
        }
    }
}
