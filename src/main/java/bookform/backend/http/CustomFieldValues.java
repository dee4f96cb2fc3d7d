package bookform.backend.http;

import bookform.booking.CustomFields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code custom_fields} of a booking: numbers, texts and lists of texts by the codes of fields (altegio-api.md §4.3). */
final class CustomFieldValues {
    /** Says which partner is credited, and nothing of the booking. */
    private static final String RESERVED = "yc_partner_public_key";

    private static final int MOST = 50;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TEXT = 2_000;

    private CustomFieldValues() {}

    /**
     * @param ofVisit those that hold for every appointment of the visit
     * @throws Refusal for what is no such value, and for too many or too long ones
     */
    static CustomFields of(Map<String, Object> ofVisit, Map<String, Object> own) {
        var all = new LinkedHashMap<>(ofVisit);
        all.putAll(own);
        var values = new LinkedHashMap<String, Object>();
        all.forEach((code, value) -> {
            if (value != null && !code.equals(RESERVED)) values.put(code(code), value(value));
        });
        if (values.size() > MOST) throw Refusal.wrong("Too many custom_fields");
        return new CustomFields(values);
    }

    private static String code(String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE) throw Refusal.wrong("Not the code of a field: custom_fields");
        return code;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Number number -> new BigDecimal(number.toString());
            case List<?> list when list.size() <= MOST -> list.stream().map(CustomFieldValues::text).toList();
            default -> text(value);
        };
    }

    private static String text(Object value) {
        var isText = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!isText) throw Refusal.wrong("Neither a text nor a number nor a list of texts: custom_fields");
        if (value.toString().length() > LONGEST_TEXT) throw Refusal.wrong("Too long: custom_fields");
        return value.toString();
    }
}
