package bookform.backend.store;

import bookform.backend.setup.SlotGrid;
import bookform.backend.setup.SlotGrid.Kind;
import bookform.backend.setup.SlotGrid.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table {@code slot_grid}. */
final class SlotGridTable {
    private static final String USUAL = "";

    private final Sql sql;

    SlotGridTable(Sql sql) {
        this.sql = sql;
    }

    SlotGrid find(long location) {
        var slots = new HashMap<String, Slots>();
        sql.list("SELECT * FROM slot_grid WHERE location_id = ?", row -> slots.put(row.getString("day"), slots(row)), location);
        var usual = slots.remove(USUAL);
        var week = new HashMap<DayOfWeek, Slots>();
        var days = new TreeMap<LocalDate, Slots>();
        slots.forEach((day, differing) -> {
            if (day.length() == 1) {
                week.put(DayOfWeek.of(Integer.parseInt(day)), differing);
            } else {
                days.put(LocalDate.parse(day), differing);
            }
        });
        return new SlotGrid(usual, week, days);
    }

    void replace(long location, SlotGrid grid) {
        sql.change("DELETE FROM slot_grid WHERE location_id = ?", location);
        insert(location, USUAL, grid.usual());
        grid.week().forEach((weekday, slots) -> insert(location, String.valueOf(weekday.getValue()), slots));
        grid.days().forEach((date, slots) -> insert(location, date.toString(), slots));
    }

    private void insert(long location, String day, Slots slots) {
        sql.change("""
            INSERT INTO slot_grid (location_id, day, kind, step, first_start, last_start, starts) VALUES (?, ?, ?, ?, ?, ?, ?)
            """, location, day, slots.kind().name(), slots.step().toSeconds(), slots.first().map(LocalTime::toSecondOfDay).orElse(null),
                slots.last().map(LocalTime::toSecondOfDay).orElse(null),
                slots.starts().stream().map(start -> String.valueOf(start.toSecondOfDay())).collect(Collectors.joining(",")));
    }

    private static Slots slots(ResultSet row) throws SQLException {
        return new Slots(Kind.valueOf(row.getString("kind")), Duration.ofSeconds(row.getLong("step")), time(row, "first_start"),
                time(row, "last_start"), Arrays.stream(row.getString("starts").split(",")).filter(start -> !start.isEmpty())
                        .map(start -> LocalTime.ofSecondOfDay(Long.parseLong(start))).toList());
    }

    private static Optional<LocalTime> time(ResultSet row, String column) throws SQLException {
        return Sql.optionalLong(row, column).map(LocalTime::ofSecondOfDay);
    }
}
