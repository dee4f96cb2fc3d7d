package bookform.wizard;

import bookform.booking.Event;
import bookform.booking.FormStep.Kind;
import bookform.booking.PriceRange;
import bookform.booking.Service;
import bookform.booking.TimeSlot;
import bookform.web.PricedLine;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The running choice, what it costs and how long it takes; {@code templates/wizard/_summary.jte} prints it.
 *
 * @param place title and address of the location; empty where there is no other
 * @param headline price and length, {@code €83 · 1 h 45 min}; before there are any, what else was chosen
 * @param subline the rest of the choice in few words
 * @param servicesUrl where to choose again; empty where that is not up to the client, as in the other addresses
 */
public record SummaryView(List<PricedLine> services, String place, String teamMember, String when, String headline, String subline,
        String length,
        String price,
        String placeUrl, String servicesUrl, String teamMemberUrl, String timeUrl) {
    /** What was chosen in the steps before {@code kind}; empty when that is nothing. On the services step, the services ticked so far. */
    static Optional<SummaryView> of(Walk walk, Kind kind, List<Service> services) {
        return of(walk, kind, services, walk.slot().stream().toList());
    }

    /** @param slots tell how long the services take where those do not say so themselves, and the slots are of one mind */
    static Optional<SummaryView> of(Walk walk, Kind kind, List<Service> services, List<TimeSlot> slots) {
        if (walk.event().isPresent()) return Optional.of(of(walk, walk.event().get()));
        var t = walk.t();
        var before = walk.flow().before(kind);
        var teamMember = before.contains(Kind.TEAM_MEMBER) && walk.selection().has(Kind.TEAM_MEMBER)
                ? walk.teamMember().map(person -> person.name()).orElseGet(() -> t.text("team_member.any")) : "";
        var length = length(services, slots);
        var when = before.contains(Kind.TIME)
                ? walk.selection().start().map(start -> when(walk, start.atZone(walk.location().zone()), length)).orElse("") : "";
        var place = before.contains(Kind.LOCATION) ? joined(walk.location().title(), walk.location().address()) : "";
        if (services.isEmpty() && teamMember.isEmpty() && when.isEmpty() && place.isEmpty()) return Optional.empty();

        var price = services.stream().map(Service::price).reduce(PriceRange.zero(walk.location().currency()), PriceRange::plus);
        var cost = services.isEmpty() ? "" : t.price(price);
        var time = length.isZero() ? "" : t.duration(length);
        var count = services.isEmpty() ? "" : t.plural("services.chosen", services.size());
        var chosen = when.isEmpty() ? joined(count, teamMember) : joined(when, teamMember);
        var placeAlone = chosen.isEmpty() && services.isEmpty();
        var headline = joined(cost, time);
        if (headline.isEmpty()) headline = placeAlone ? walk.location().title() : chosen;
        var subline = placeAlone ? walk.location().address() : headline.equals(chosen) ? "" : chosen;
        return Optional.of(new SummaryView(
                services.stream().map(service -> new PricedLine(service.title(), t.price(service.price()))).toList(), place, teamMember,
                when, headline, subline, time, cost,
                changeUrl(walk, Kind.LOCATION), kind == Kind.SERVICE ? "" : changeUrl(walk, Kind.SERVICE),
                changeUrl(walk, Kind.TEAM_MEMBER), changeUrl(walk, Kind.TIME)));
    }

    /** The seats of an event that were chosen; all of it is changed where they were. */
    private static SummaryView of(Walk walk, Event event) {
        var t = walk.t();
        var count = walk.selection().seats().orElseThrow().count();
        var each = event.service().price();
        var price = t.price(new PriceRange(each.min().times(count), each.max().times(count)));
        var length = t.duration(event.length());
        var when = when(walk, event.start().atZone(walk.location().zone()), event.length());
        var title = count == 1 ? event.service().title() : event.service().title() + " × " + count;
        return new SummaryView(List.of(new PricedLine(title, price)), "", event.teamMember().name(), when, joined(price, length),
                joined(when, event.teamMember().name()), length, price, "", walk.url(Kind.EVENT), "",
                walk.selection().without(Kind.EVENT).url(Flow.page(Kind.EVENT)));
    }

    /** Zero when it is not known. */
    private static Duration length(List<Service> services, List<TimeSlot> slots) {
        var durations = services.stream().map(Service::duration).flatMap(Optional::stream).toList();
        if (durations.size() == services.size()) return durations.stream().reduce(Duration.ZERO, Duration::plus);
        var lengths = slots.stream().map(TimeSlot::length).distinct().toList();
        return lengths.size() == 1 ? lengths.getFirst() : Duration.ZERO;
    }

    private static String when(Walk walk, ZonedDateTime start, Duration length) {
        var t = walk.t();
        var from = t.dateAndTime(start.toLocalDateTime());
        return t.capital(length.isZero() ? from : from + "–\u2060" + t.time(start.plus(length).toLocalTime()));
    }

    private static String changeUrl(Walk walk, Kind kind) {
        var shown = walk.flow().shown().stream().anyMatch(step -> step.kind() == kind);
        if (!shown) return "";
        var selection = kind == Kind.TIME ? walk.startDate().map(walk.selection()::withDate).orElse(walk.selection()) : walk.selection();
        return selection.url(Flow.page(kind));
    }

    private static String joined(String... parts) {
        return String.join("\u00a0· ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
