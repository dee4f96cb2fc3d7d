package bookform.wizard;

import bookform.booking.Choices;
import bookform.booking.FormStep;
import bookform.booking.Style.Theme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the client has chosen so far on one booking form, as it stands in the address ({@link AskedSelection}). Nothing of it is kept on
 * the server; nothing in it names a person.
 *
 * @param location empty while not chosen, and on forms that are of no chain
 * @param teamMember {@link FormStep#ANY} for any team member; empty while not chosen
 * @param seats of an event, instead of services, a team member and a start
 */
record Selection(long form, Optional<Long> location, List<Long> services, Optional<Long> teamMember, When when, Optional<Seats> seats,
        Manner manner) {
    /** So many seats of an event. */
    record Seats(long event, int count) {}

    /**
     * A start, or what of the calendar is looked at until there is one.
     *
     * @param date the day whose times are shown
     * @param month the month that the calendar shows, where no day is chosen
     */
    record When(Optional<LocalDate> date, Optional<YearMonth> month, Optional<Instant> start) {
        static final When OPEN = new When(Optional.empty(), Optional.empty(), Optional.empty());

        When withoutStart() {
            return new When(date, month, Optional.empty());
        }
    }

    /**
     * How the address asks to be shown.
     *
     * @param theme the site around a frame knows how it looks itself
     */
    record Manner(Optional<String> language, Optional<Theme> theme) {
        static final Manner USUAL = new Manner(Optional.empty(), Optional.empty());

        Manner withLanguage(String language) {
            return new Manner(Optional.of(language), theme);
        }

        /** As they stand in an address or a form. */
        Stream<Map.Entry<String, String>> fields() {
            return Stream.of(language.map(tag -> Map.entry("lang", tag)), theme.map(asked -> Map.entry("theme", asked.word())))
                    .flatMap(Optional::stream);
        }
    }

    Selection {
        services = List.copyOf(services);
    }

    static Selection none(long form) {
        return new Selection(form, Optional.empty(), List.of(), Optional.empty(), When.OPEN, Optional.empty(), Manner.USUAL);
    }

    Optional<Instant> start() {
        return when.start();
    }

    /** The same as the port takes it. */
    Choices choices() {
        return new Choices(services, teamMember.filter(id -> id != FormStep.ANY), start());
    }

    boolean has(FormStep.Kind kind) {
        return switch (kind) {
            case LOCATION -> location.isPresent();
            case SERVICE -> !services.isEmpty();
            case TEAM_MEMBER -> teamMember.isPresent();
            case TIME -> start().isPresent();
            case EVENT -> seats.isPresent();
            case DETAILS -> false;
        };
    }

    /** Whatever manner they are seen in. */
    boolean choosesLike(Selection other) {
        return equals(other.with(manner));
    }

    Selection without(FormStep.Kind kind) {
        return switch (kind) {
            case LOCATION -> new Selection(form, Optional.empty(), services, teamMember, when, seats, manner);
            case SERVICE -> withServices(List.of());
            case TEAM_MEMBER -> withTeamMember(Optional.empty());
            case TIME -> with(when.withoutStart());
            case EVENT -> withSeats(Optional.empty());
            case DETAILS -> this;
        };
    }

    /** What was chosen at another location is no longer: its services and team are its own. */
    Selection withLocation(long id) {
        var here = Optional.of(id);
        if (location.isEmpty() || location.equals(here)) return new Selection(form, here, services, teamMember, when, seats, manner);
        return new Selection(form, here, List.of(), Optional.empty(), when.withoutStart(), Optional.empty(), manner);
    }

    Selection withServices(List<Long> services) {
        return new Selection(form, location, services, teamMember, when, seats, manner);
    }

    Selection withTeamMember(Optional<Long> teamMember) {
        return new Selection(form, location, services, teamMember, when, seats, manner);
    }

    /** A day to look at; whatever start was chosen is no longer. */
    Selection withDate(LocalDate date) {
        return with(new When(Optional.of(date), Optional.empty(), Optional.empty()));
    }

    /** A month to look at; whatever day or start was chosen is no longer. */
    Selection withMonth(YearMonth month) {
        return with(new When(Optional.empty(), Optional.of(month), Optional.empty()));
    }

    Selection withStart(Instant start) {
        return with(new When(Optional.empty(), Optional.empty(), Optional.of(start)));
    }

    Selection withSeats(Optional<Seats> seats) {
        return new Selection(form, location, services, teamMember, when, seats, manner);
    }

    Selection withLanguage(String language) {
        return with(manner.withLanguage(language));
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
        teamMember.ifPresent(id -> fields.add(Map.entry("teamMember", id == FormStep.ANY ? "any" : id.toString())));
        when.date().ifPresent(day -> fields.add(Map.entry("date", day.toString())));
        when.month().ifPresent(shown -> fields.add(Map.entry("month", shown.toString())));
        start().ifPresent(instant -> fields.add(Map.entry("start", instant.toString())));
        seats.ifPresent(chosen -> fields.add(Map.entry("event", Long.toString(chosen.event()))));
        seats.filter(chosen -> chosen.count() > 1).ifPresent(chosen -> fields.add(Map.entry("seats", Integer.toString(chosen.count()))));
        manner.fields().forEach(fields::add);
        return fields;
    }

    private String query() {
        return Stream.concat(services.stream().map(service -> Map.entry("service", service.toString())), fieldsBesidesServices().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Selection with(When when) {
        return new Selection(form, location, services, teamMember, when, seats, manner);
    }

    private Selection with(Manner manner) {
        return new Selection(form, location, services, teamMember, when, seats, manner);
    }
}
