package bookform.backend.store;

import bookform.booking.CustomFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table {@code appointment_field}. A list that is empty leaves no row: nothing was answered. */
final class AppointmentFieldTable {
    private final Sql sql;

    private enum Kind {
        TEXT, NUMBER, LIST
    }

    private record Field(long appointment, String code, Kind kind, String value) {}

    AppointmentFieldTable(Sql sql) {
        this.sql = sql;
    }

    void insert(long location, long appointment, CustomFields fields) {
        var place = 0;
        for (var field : fields.values().entrySet()) {
            switch (field.getValue()) {
                case List<?> texts -> {
                    for (var text : texts) insert(location, appointment, place++, field.getKey(), Kind.LIST, (String) text);
                }
                case BigDecimal number -> insert(location, appointment, place++, field.getKey(), Kind.NUMBER, number.toPlainString());
                default -> insert(location, appointment, place++, field.getKey(), Kind.TEXT, (String) field.getValue());
            }
        }
    }

    /** By appointment; those without any are missing. */
    Map<Long, CustomFields> find(String which, Object... parameters) {
        var all = new HashMap<Long, Map<String, Object>>();
        for (var field : sql.list("SELECT * FROM appointment_field WHERE " + which + " ORDER BY appointment_id, place",
                row -> new Field(row.getLong("appointment_id"), row.getString("code"), Kind.valueOf(row.getString("kind")),
                        row.getString("value")),
                parameters))
            put(all.computeIfAbsent(field.appointment, appointment -> new LinkedHashMap<>()), field);
        var found = new HashMap<Long, CustomFields>();
        all.forEach((appointment, values) -> found.put(appointment, new CustomFields(values)));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> values, Field field) {
        switch (field.kind) {
            case TEXT -> values.put(field.code, field.value);
            case NUMBER -> values.put(field.code, new BigDecimal(field.value));
            case LIST -> ((List<String>) values.computeIfAbsent(field.code, code -> new ArrayList<String>())).add(field.value);
        }
    }

    private void insert(long location, long appointment, int place, String code, Kind kind, String value) {
        sql.changeSoon("INSERT INTO appointment_field (location_id, appointment_id, place, code, kind, value) VALUES (?, ?, ?, ?, ?, ?)",
                location, appointment, place, code, kind.name(), value);
    }
}
