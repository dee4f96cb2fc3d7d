package bookform.wizard;

import bookform.appointment.AppointmentFacts;
import bookform.booking.Event;
import bookform.booking.FormStep.Kind;
import bookform.web.Assets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@code templates/wizard/eventStep.jte} prints: one event, and how many seats of it.
 *
 * @param about what the service is, in few words; empty for nothing
 * @param instructions what to bring or know; empty for nothing
 * @param rooms where in the house; empty where that does not matter
 * @param seats how many there can be at once; empty when it is full
 * @param action where the choice leads
 * @param fields the other choices, as hidden fields; none where the form carries details: its other buttons lead elsewhere
 */
public record EventView(Frame frame, String when, String zone, String zoneId, String teamMember, Optional<String> photo, String rooms,
        String about, String instructions, String places, String price, String length, List<Seats> seats, String action,
        List<Map.Entry<String, String>> fields, String listUrl) {
    public record Seats(int count, boolean chosen) {}

    static EventView of(Walk walk, Event event, Assets assets, String notice) {
        var t = walk.t();
        var chosen = walk.selection();
        var zone = walk.location().zone();
        var list = chosen.without(Kind.EVENT).url(Flow.page(Kind.EVENT));
        var one = chosen.withSeats(Optional.of(new Selection.Seats(event.id(), 1)));
        var page = Flow.page(Kind.DETAILS);
        var most = Math.min(event.freeSeats(), event.seatsPerClient());
        var wanted = chosen.seats().map(Selection.Seats::count).orElse(1);
        return new EventView(
                Frame.around(walk, Kind.EVENT, assets, notice).withCarrier(walk.carriesDetails() ? "seats-form" : "")
                        .withTitle(event.service().title()).withBack(list).withoutWays(),
                AppointmentFacts.when(t, event.start().atZone(zone), event.length()), t.zone(zone), zone.getId(), event.teamMember().name(),
                event.teamMember().photo().map(assets::picture),
                String.join(", ", event.rooms().stream().map(Event.Room::title).filter(title -> !title.isBlank()).toList()),
                event.service().comment(), event.instructions(), EventsView.places(t, event), t.price(event.service().price()),
                t.duration(event.length()),
                IntStream.rangeClosed(1, most).mapToObj(count -> new Seats(count, count == Math.min(wanted, most))).toList(),
                walk.carriesDetails() ? one.url(page) : "/forms/" + walk.form().id() + "/" + page,
                walk.carriesDetails() ? List.of() : one.fieldsBesidesServices(), list);
    }
}
