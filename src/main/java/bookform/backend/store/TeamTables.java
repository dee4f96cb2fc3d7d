package bookform.backend.store;

import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.WorkingHours;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.booking.Html;
import bookform.booking.TeamMember.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables {@code team_member}, {@code skill}, {@code working_week} and {@code working_day}. One query each, however large the team. */
final class TeamTables {
    private final Sql sql;

    TeamTables(Sql sql) {
        this.sql = sql;
    }

    List<Person> find(long location, Currency currency) {
        var skills = skills(location, currency);
        var hours = hours(location);
        return sql.list("SELECT * FROM team_member WHERE location_id = ? AND active = 1 ORDER BY place", row -> {
            var id = row.getLong("id");
            return new Person(id, row.getString("name"), row.getString("specialization"), row.getString("position"),
                    Optional.ofNullable(row.getString("photo")), rating(row), new Html(row.getString("information")),
                    skills.getOrDefault(id, List.of()), hours.getOrDefault(id, WorkingHours.NONE), row.getBoolean("online"));
        }, location);
    }

    void replace(long location, List<Person> team) {
        sql.change("DELETE FROM skill WHERE location_id = ?", location);
        sql.change("DELETE FROM working_week WHERE location_id = ?", location);
        sql.change("DELETE FROM working_day WHERE location_id = ?", location);
        sql.change("UPDATE team_member SET active = 0 WHERE location_id = ?", location);
        var place = 0;
        for (var person : team) {
            insert(location, person, place++);
            insertSkills(location, person);
            insertHours(location, person);
        }
    }

    static Optional<Rating> rating(ResultSet row) throws SQLException {
        var stars = row.getDouble("rating_stars");
        return row.wasNull() ? Optional.empty() : Optional.of(new Rating(stars, row.getInt("rating_votes")));
    }

    private void insert(long location, Person person, int place) {
        sql.change("""
            INSERT INTO team_member (location_id, id, active, place, name, specialization, position, photo, rating_stars, rating_votes,
                information, online)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location_id, id) DO UPDATE SET active = 1, place = excluded.place, name = excluded.name,
                specialization = excluded.specialization, position = excluded.position, photo = excluded.photo,
                rating_stars = excluded.rating_stars, rating_votes = excluded.rating_votes, information = excluded.information,
                online = excluded.online
            """, location, person.id(), place, person.name(), person.specialization(), person.position(), person.photo().orElse(null),
                person.rating().map(Rating::stars).orElse(null), person.rating().map(Rating::votes).orElse(null),
                person.information().source(), person.online());
    }

    private void insertSkills(long location, Person person) {
        var place = 0;
        for (var skill : person.skills()) {
            sql.change("""
                INSERT INTO skill (location_id, team_member_id, service_id, place, duration, technical_break, price_min, price_max)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, location, person.id(), skill.service(), place++, skill.duration().toSeconds(), skill.technicalBreak().toSeconds(),
                    skill.price().min().minor(), skill.price().max().minor());
        }
    }

    private void insertHours(long location, Person person) {
        person.hours().week().forEach((weekday, stretches) -> stretches.forEach(stretch -> sql.change("""
            INSERT INTO working_week (location_id, team_member_id, weekday, from_time, to_time) VALUES (?, ?, ?, ?, ?)
            """, location, person.id(), weekday.getValue(), stretch.from().toSecondOfDay(), stretch.toSecondOfDay())));
        person.hours().days().forEach((date, stretches) -> {
            if (stretches.isEmpty()) insertDay(location, person, date, 0, 0);
            stretches.forEach(stretch -> insertDay(location, person, date, stretch.from().toSecondOfDay(), stretch.toSecondOfDay()));
        });
    }

    private void insertDay(long location, Person person, LocalDate date, int from, int to) {
        sql.change("INSERT INTO working_day (location_id, team_member_id, date, from_time, to_time) VALUES (?, ?, ?, ?, ?)",
                location, person.id(), date.toString(), from, to);
    }

    private Map<Long, List<Skill>> skills(long location, Currency currency) {
        var skills = new HashMap<Long, List<Skill>>();
        sql.list("SELECT * FROM skill WHERE location_id = ? ORDER BY team_member_id, place",
                row -> skills.computeIfAbsent(row.getLong("team_member_id"), member -> new ArrayList<>()).add(
                        new Skill(row.getLong("service_id"), Duration.ofSeconds(row.getLong("duration")),
                                Duration.ofSeconds(row.getLong("technical_break")),
                                SetUpTables.price(row, currency))),
                location);
        return skills;
    }

    private Map<Long, WorkingHours> hours(long location) {
        var weeks = new HashMap<Long, Map<DayOfWeek, List<Stretch>>>();
        sql.list("SELECT * FROM working_week WHERE location_id = ? ORDER BY from_time",
                row -> weeks.computeIfAbsent(row.getLong("team_member_id"), member -> new HashMap<>())
                        .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), weekday -> new ArrayList<>()).add(stretch(row)),
                location);
        var days = new HashMap<Long, TreeMap<LocalDate, List<Stretch>>>();
        sql.list("SELECT * FROM working_day WHERE location_id = ? ORDER BY from_time", row -> {
            var stretches = days.computeIfAbsent(row.getLong("team_member_id"), member -> new TreeMap<>())
                    .computeIfAbsent(LocalDate.parse(row.getString("date")), date -> new ArrayList<>());
            return row.getInt("to_time") > 0 && stretches.add(stretch(row));
        }, location);
        var hours = new HashMap<Long, WorkingHours>();
        weeks.forEach((member, week) -> hours.put(member, new WorkingHours(week, new TreeMap<>())));
        days.forEach((member, exceptions) -> hours.put(member, new WorkingHours(weeks.getOrDefault(member, Map.of()), exceptions)));
        return hours;
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return Stretch.ofSecondsOfDay(row.getInt("from_time"), row.getInt("to_time"));
    }
}
