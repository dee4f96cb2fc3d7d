package bookform.backend.store;

import bookform.booking.BookingForm;
import bookform.booking.BookingForm.Caption;
import bookform.booking.Color;
import bookform.booking.FormStep;
import bookform.booking.FormStep.TimePreset;
import bookform.booking.Style;
import bookform.booking.Style.Theme;
import bookform.booking.Tracking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables {@code booking_form} and {@code booking_form_step}. */
final class FormTables {
    private final Sql sql;

    FormTables(Sql sql) {
        this.sql = sql;
    }

    List<BookingForm> find(long location) {
        var steps = steps(location);
        return sql.list("""
            SELECT booking_form.*, chain FROM booking_form JOIN location USING (location_id) WHERE location_id = ? ORDER BY place
            """, row -> new BookingForm(
                row.getLong("id"), location, steps.getOrDefault(row.getLong("id"), List.of()),
                Locale.forLanguageTag(row.getString("language")), languages(row),
                row.getBoolean("phone_confirmation"), row.getBoolean("sms_reminders"), row.getBoolean("comment_required"),
                row.getString("comment_label"), row.getString("notice"), row.getBoolean("privacy_policy"),
                Caption.valueOf(row.getString("caption")), words(row, "sites", " "),
                row.getBoolean("of_chain") ? Sql.optionalLong(row, "chain") : Optional.empty(), style(row),
                new Tracking(Optional.ofNullable(row.getString("google_analytics")), Optional.ofNullable(row.getString("meta_pixel")))),
                location);
    }

    void replace(long location, List<BookingForm> forms) {
        sql.change("DELETE FROM booking_form_step WHERE location_id = ?", location);
        sql.change("DELETE FROM booking_form WHERE location_id = ?", location);
        var place = 0;
        for (var form : forms) {
            requireFree(form);
            insert(location, form, place++);
            insertSteps(location, form);
        }
    }

    private void requireFree(BookingForm form) {
        sql.find("SELECT location_id FROM booking_form WHERE id = ?", row -> row.getLong(1), form.id()).ifPresent(owner -> {
            throw new IllegalArgumentException("There is a booking form " + form.id() + " already, at location " + owner);
        });
    }

    private void insert(long location, BookingForm form, int place) {
        sql.change("""
            INSERT INTO booking_form (location_id, id, place, language, languages, phone_confirmation, sms_reminders, comment_required,
                comment_label, notice, privacy_policy, caption, sites, of_chain, accent, background, radius, logo, header, theme,
                google_analytics, meta_pixel)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, location, form.id(), place, form.language().toLanguageTag(),
                form.languages().stream().map(Locale::toLanguageTag).collect(Collectors.joining(",")), form.phoneConfirmation(),
                form.smsReminders(), form.commentRequired(), form.commentLabel(), form.notice(), form.privacyPolicy(),
                form.caption().name(), String.join(" ", form.sites()), form.chain().isPresent(),
                form.style().accent().map(Color::hex).orElse(null), form.style().background().map(Color::hex).orElse(null),
                form.style().radius().orElse(null), form.style().logo().orElse(null), form.style().header().orElse(null),
                form.style().theme().map(Theme::name).orElse(null), form.tracking().google().orElse(null),
                form.tracking().meta().orElse(null));
    }

    private void insertSteps(long location, BookingForm form) {
        var place = 0;
        for (var step : form.steps()) {
            sql.change("""
                INSERT INTO booking_form_step (location_id, form_id, place, kind, title, hidden, preset, date, date_hidden, time,
                    time_hidden)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, location, form.id(), place++, step.kind().name(), step.title(), step.hidden(), step.preset().orElse(null),
                    step.time().date().map(LocalDate::toString).orElse(null), step.time().dateHidden(),
                    step.time().time().map(LocalTime::toString).orElse(null), step.time().timeHidden());
        }
    }

    private Map<Long, List<FormStep>> steps(long location) {
        var steps = new HashMap<Long, List<FormStep>>();
        sql.list("SELECT * FROM booking_form_step WHERE location_id = ? ORDER BY form_id, place",
                row -> steps.computeIfAbsent(row.getLong("form_id"), form -> new ArrayList<>()).add(step(row)), location);
        return steps;
    }

    private static Style style(ResultSet row) throws SQLException {
        return new Style(Optional.ofNullable(row.getString("accent")).flatMap(Color::find),
                Optional.ofNullable(row.getString("background")).flatMap(Color::find),
                Sql.optionalLong(row, "radius").map(Math::toIntExact), Optional.ofNullable(row.getString("logo")),
                Optional.ofNullable(row.getString("header")), Optional.ofNullable(row.getString("theme")).map(Theme::valueOf));
    }

    private static FormStep step(ResultSet row) throws SQLException {
        return new FormStep(FormStep.Kind.valueOf(row.getString("kind")), row.getString("title"), row.getBoolean("hidden"),
                Sql.optionalLong(row, "preset"), time(row));
    }

    private static TimePreset time(ResultSet row) throws SQLException {
        return new TimePreset(Optional.ofNullable(row.getString("date")).map(LocalDate::parse), row.getBoolean("date_hidden"),
                Optional.ofNullable(row.getString("time")).map(LocalTime::parse), row.getBoolean("time_hidden"));
    }

    private static List<Locale> languages(ResultSet row) throws SQLException {
        return words(row, "languages", ",").stream().map(Locale::forLanguageTag).toList();
    }

    private static List<String> words(ResultSet row, String column, String separator) throws SQLException {
        return Arrays.stream(row.getString(column).split(separator)).filter(word -> !word.isEmpty()).toList();
    }
}
