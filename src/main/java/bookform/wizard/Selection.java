package bookform.wizard;

import bookform.booking.Choices;
import bookform.booking.FormStep;
import bookform.booking.Style.Theme;
import bookform.calendar.AskedDates;
import bookform.web.Incoming;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the client has chosen so far on one booking form, as it stands in the address. Nothing of it is kept on the server; nothing in
 * it names a person. What cannot be read counts as not chosen.
 *
 * @param location empty while not chosen, and on forms that are of no chain
 * @param teamMember {@link FormStep#ANY} for any team member; empty while not chosen
 * @param date the day whose times are shown
 * @param month the month that the calendar shows, where no day is chosen
 * @param seats of an event, instead of services, a team member and a start
 * @param language the language that the address asks for
 * @param theme what the address asks for: the site around a frame knows how it looks itself
 */
record Selection(long form, Optional<Long> location, List<Long> services, Optional<Long> teamMember, Optional<LocalDate> date,
        Optional<YearMonth> month,
        Optional<Instant> start, Optional<Seats> seats, Optional<String> language, Optional<Theme> theme) {
    private static final int MOST_SERVICES = 20;
    private static final long MOST_SEATS = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");

    /** So many seats of an event. */
    record Seats(long event, int count) {}

    Selection {
        services = List.copyOf(services);
    }

    static Selection none(long form) {
        return new Selection(form, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** From the query, and for forms that post their choices, from the body. */
    static Selection from(Context ctx, long form) {
        var sent = Sent.of(ctx);
        return new Selection(form,
                sent.first("location").flatMap(Selection::id),
                sent.all("service").flatMap(text -> id(text).stream()).distinct().limit(MOST_SERVICES).toList(),
                sent.first("teamMember").flatMap(Selection::teamMember),
                sent.first("date").flatMap(AskedDates::day),
                sent.first("month").flatMap(AskedDates::month),
                sent.first("start").flatMap(AskedDates::start),
                sent.first("event").flatMap(Selection::id).map(event -> new Seats(event, seats(sent))),
                sent.first("lang").filter(tag -> LANGUAGE.matcher(tag).matches()),
                sent.first("theme").flatMap(Theme::find));
    }

    /** The same as the port takes it. */
    Choices choices() {
        return new Choices(services, teamMember.filter(id -> id != FormStep.ANY), start);
    }

    boolean has(FormStep.Kind kind) {
        return switch (kind) {
            case LOCATION -> location.isPresent();
            case SERVICE -> !services.isEmpty();
            case TEAM_MEMBER -> teamMember.isPresent();
            case TIME -> start.isPresent();
            case EVENT -> seats.isPresent();
            case DETAILS -> false;
        };
    }

    /** Whatever language and theme they are seen in. */
    boolean choosesLike(Selection other) {
        return equals(new Selection(other.form, other.location, other.services, other.teamMember, other.date, other.month, other.start,
                other.seats, language, theme));
    }

    Selection without(FormStep.Kind kind) {
        return switch (kind) {
            case LOCATION -> new Selection(form, Optional.empty(), services, teamMember, date, month, start, seats, language, theme);
            case SERVICE -> withServices(List.of());
            case TEAM_MEMBER -> withTeamMember(Optional.empty());
            case TIME -> new Selection(form, location, services, teamMember, date, month, Optional.empty(), seats, language, theme);
            case EVENT -> withSeats(Optional.empty());
            case DETAILS -> this;
        };
    }

    /** What was chosen at another location is no longer: its services and team are its own. */
    Selection withLocation(long id) {
        var leaves = location.filter(other -> other != id).isPresent();
        return new Selection(form, Optional.of(id), leaves ? List.of() : services, leaves ? Optional.empty() : teamMember, date, month,
                leaves ? Optional.empty() : start, leaves ? Optional.empty() : seats, language, theme);
    }

    Selection withServices(List<Long> services) {
        return new Selection(form, location, services, teamMember, date, month, start, seats, language, theme);
    }

    Selection withTeamMember(Optional<Long> teamMember) {
        return new Selection(form, location, services, teamMember, date, month, start, seats, language, theme);
    }

    /** A day to look at; whatever start was chosen is no longer. */
    Selection withDate(LocalDate date) {
        return new Selection(form, location, services, teamMember, Optional.of(date), Optional.empty(), Optional.empty(), seats, language,
                theme);
    }

    /** A month to look at; whatever day or start was chosen is no longer. */
    Selection withMonth(YearMonth month) {
        return new Selection(form, location, services, teamMember, Optional.empty(), Optional.of(month), Optional.empty(), seats, language,
                theme);
    }

    Selection withStart(Instant start) {
        return new Selection(form, location, services, teamMember, Optional.empty(), Optional.empty(), Optional.of(start), seats, language,
                theme);
    }

    Selection withSeats(Optional<Seats> seats) {
        return new Selection(form, location, services, teamMember, date, month, start, seats, language, theme);
    }

    Selection withLanguage(String language) {
        return new Selection(form, location, services, teamMember, date, month, start, seats, Optional.of(language), theme);
    }

    /** @param page the last part of the path: {@code services}, {@code visits} …; an event has a page of its own, {@code events/7} */
    String url(String page) {
        if (seats.isPresent() && page.equals(Flow.page(FormStep.Kind.EVENT)))
            return withSeats(Optional.empty()).url(page + "/" + seats.get().event());
        var query = query();
        return "/forms/" + form + "/" + page + (query.isEmpty() ? "" : "?" + query);
    }

    /** The choices as form fields, for forms that send more than choices; services are left to the caller. */
    List<Map.Entry<String, String>> fieldsBesidesServices() {
        var fields = new ArrayList<Map.Entry<String, String>>();
        location.ifPresent(id -> fields.add(Map.entry("location", id.toString())));
        teamMember.ifPresent(id -> fields.add(Map.entry("teamMember", teamMemberText(id))));
        date.ifPresent(day -> fields.add(Map.entry("date", day.toString())));
        month.ifPresent(shown -> fields.add(Map.entry("month", shown.toString())));
        start.ifPresent(instant -> fields.add(Map.entry("start", instant.toString())));
        seats.ifPresent(chosen -> fields.add(Map.entry("event", Long.toString(chosen.event()))));
        seats.filter(chosen -> chosen.count() > 1).ifPresent(chosen -> fields.add(Map.entry("seats", Integer.toString(chosen.count()))));
        language.ifPresent(tag -> fields.add(Map.entry("lang", tag)));
        theme.ifPresent(asked -> fields.add(Map.entry("theme", asked.word())));
        return fields;
    }

    private String query() {
        var query = new StringBuilder();
        for (var service : services) append(query, "service", service.toString());
        for (var field : fieldsBesidesServices()) append(query, field.getKey(), field.getValue());
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!query.isEmpty()) query.append('&');
        query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String teamMemberText(long id) {
        return id == FormStep.ANY ? "any" : Long.toString(id);
    }

    /** Altegio's sign for any team member is understood, too. */
    private static Optional<Long> teamMember(String text) {
        return text.equals("any") || text.equals(Long.toString(FormStep.ANY)) ? Optional.of(FormStep.ANY) : id(text);
    }

    private static int seats(Sent sent) {
        return sent.first("seats").flatMap(Selection::id).filter(count -> count <= MOST_SEATS).map(Long::intValue).orElse(1);
    }

    private static Optional<Long> id(String text) {
        return Incoming.id(text).filter(id -> id > 0);
    }

    /** What a request says, read once for all the choices. */
    private record Sent(Map<String, String> path, Map<String, List<String>> query, Map<String, List<String>> body) {
        static Sent of(Context ctx) {
            return new Sent(ctx.pathParamMap(), ctx.queryParamMap(), ctx.method().name().equals("POST") ? ctx.formParamMap() : Map.of());
        }

        Stream<String> all(String name) {
            return Stream.of(Stream.ofNullable(path.get(name)), query.getOrDefault(name, List.of()).stream(),
                    body.getOrDefault(name, List.of()).stream()).flatMap(Function.identity());
        }

        Optional<String> first(String name) {
            return all(name).findFirst();
        }
    }
}
