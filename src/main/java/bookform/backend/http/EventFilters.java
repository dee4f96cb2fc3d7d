package bookform.backend.http;

import bookform.altegio.wire.ActivityChoices.Filter;
import bookform.altegio.wire.ActivityChoices.Option;
import bookform.booking.Event;
import bookform.booking.EventFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What events can be chosen by: whoever leads them, where they are, what happens, and what that stands under. */
final class EventFilters {
    private final Function<Locale, Map<String, String>> texts;

    /** Something of an event that can be chosen. */
    private record Choice(long id, String title) {}

    /** @param texts our sentences by language and key, in English for languages that we do not speak */
    EventFilters(Function<Locale, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** @param events of the period, whatever else was chosen */
    List<Filter> of(List<Event> events, EventFilter chosen, Optional<Locale> language) {
        var words = texts.apply(language.orElse(Locale.ENGLISH));
        var anyTeamMember = new EventFilter(chosen.first(), chosen.last(), chosen.services(), List.of(), chosen.rooms());
        var anyRoom = new EventFilter(chosen.first(), chosen.last(), chosen.services(), chosen.teamMembers(), List.of());
        var anyService = new EventFilter(chosen.first(), chosen.last(), List.of(), chosen.teamMembers(), chosen.rooms());
        return List.of(
                filter("staff", words.get("event.team_members"), events, anyTeamMember, EventFilters::teamMember),
                filter("resource", words.get("event.rooms"), events, anyRoom, EventFilters::rooms),
                filter("service", words.get("event.services"), events, anyService, EventFilters::service),
                filter("service_category", words.get("event.categories"), events, anyService, EventFilters::category));
    }

    private static Filter filter(String code, String title, List<Event> events, EventFilter others,
            Function<Event, Stream<Choice>> choices) {
        var left = events.stream().filter(others::takes).flatMap(choices).collect(Collectors.toSet());
        return new Filter(code, title, events.stream().flatMap(choices).distinct()
                .map(choice -> new Option(choice.id, choice.title, !left.contains(choice))).toList());
    }

    private static Stream<Choice> teamMember(Event event) {
        return Stream.of(new Choice(event.teamMember().id(), event.teamMember().name()));
    }

    private static Stream<Choice> rooms(Event event) {
        return event.rooms().stream().map(room -> new Choice(room.id(), room.title()));
    }

    private static Stream<Choice> service(Event event) {
        return Stream.of(new Choice(event.service().id(), event.service().title()));
    }

    private static Stream<Choice> category(Event event) {
        return Stream.of(new Choice(event.category().id(), event.category().title()));
    }
}
