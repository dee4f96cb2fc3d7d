package bookform.backend.setup;

import bookform.booking.CustomFields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;

/** The custom fields of an appointment in a file: texts, numbers and lists of texts by the code of the field. */
final class CustomFieldsPart {
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private CustomFieldsPart() {}

    static CustomFields read(Fields appointment) {
        var values = new LinkedHashMap<String, Object>();
        appointment.find("customFields").filter(node -> node.object().isPresent()).ifPresent(node -> {
            for (var field : node.children()) {
                switch (field.kind()) {
                    case NUMBER -> field.number(LARGEST.negate(), LARGEST, "").ifPresent(number -> values.put(field.key(), number));
                    case LIST -> values.put(field.key(), field.children().stream().flatMap(text -> text.text().stream()).toList());
                    default -> field.text().ifPresent(text -> values.put(field.key(), text));
                }
            }
        });
        return new CustomFields(values);
    }
}
