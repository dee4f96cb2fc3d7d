package bookform.wizard;

import bookform.booking.Event;
import bookform.booking.FormStep.Kind;
import bookform.web.Assets;
import bookform.web.Texts;
import bookform.wizard.Selection.Seats;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code templates/wizard/events.jte} prints.
 *
 * @param laterUrl the list from where this one ends; empty when it is all there is
 */
public record EventsView(Frame frame, List<Day> days, String zone, String zoneId, String laterUrl) {
    /** More than anybody reads; a studio has ten classes a day. */
    private static final int MOST = 60;

    /** A day with something on it. */
    public record Day(String title, List<Item> events) {}

    /**
     * @param facts whom with and how long, {@code Daniel · 1 h 30 min}
     * @param url empty when it is full
     */
    public record Item(String time, String title, String facts, String places, String price, Optional<String> image, String url) {}

    static EventsView of(Walk walk, List<Event> coming, Assets assets, String notice) {
        var days = coming.stream().collect(Collectors.groupingBy(event -> date(walk, event), LinkedHashMap::new, Collectors.toList()));
        var shown = new LinkedHashMap<LocalDate, List<Item>>();
        var later = "";
        for (var day : days.entrySet()) {
            var soFar = shown.values().stream().mapToInt(List::size).sum();
            if (soFar > 0 && soFar + day.getValue().size() > MOST) {
                later = walk.selection().withDate(day.getKey()).url(Flow.page(Kind.EVENT));
                break;
            }
            shown.put(day.getKey(), day.getValue().stream().map(event -> item(walk, event, assets)).toList());
        }
        var t = walk.t();
        var zone = walk.location().zone();
        var frame = Frame.around(walk, Kind.EVENT, assets, notice);
        return new EventsView(shown.isEmpty() ? frame.leadingNowhere(t.text("events.empty")) : frame,
                shown.entrySet().stream().map(day -> new Day(t.fullDate(day.getKey()), day.getValue())).toList(), t.zone(zone),
                zone.getId(),
                later);
    }

    /** {@code 3 places left}, or that there are none. */
    static String places(Texts t, Event event) {
        return event.isFull() ? t.text("events.full") : t.plural("events.places", event.freeSeats());
    }

    private static Item item(Walk walk, Event event, Assets assets) {
        var t = walk.t();
        var chosen = walk.selection().withSeats(Optional.of(new Seats(event.id(), 1)));
        return new Item(t.time(event.start().atZone(walk.location().zone()).toLocalTime()), event.service().title(),
                Texts.isolated(event.teamMember().name()) + " · " + t.duration(event.length()), places(t, event),
                t.price(event.service().price()),
                event.service().image().map(assets::picture), event.isFull() ? "" : chosen.url(Flow.page(Kind.EVENT)));
    }

    private static LocalDate date(Walk walk, Event event) {
        return event.start().atZone(walk.location().zone()).toLocalDate();
    }
}
