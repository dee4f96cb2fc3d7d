package bookform.booking;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to questions of the business's own, by the code of the question, in the order they were given: texts, numbers
 * ({@link BigDecimal}), or lists of texts.
 */
public record CustomFields(Map<String, Object> values) {
    public static final CustomFields NONE = new CustomFields(Map.of());

    public CustomFields {
        for (var value : values.values()) {
            if (!(value instanceof String || value instanceof BigDecimal || isTexts(value)))
                throw new IllegalArgumentException("Not an answer: " + value.getClass());
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    private static boolean isTexts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }
}
