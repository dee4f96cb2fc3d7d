package bookform.backend.http;

import bookform.altegio.wire.ActivityBooking;
import bookform.altegio.wire.ActivityBooking.Booked;
import bookform.altegio.wire.ActivityChoices.DatesRange;
import bookform.altegio.wire.Envelope;
import bookform.booking.BookingApi;
import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.EventFilter;
import bookform.booking.Location;
import bookform.booking.SeatRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Group events and their seats (altegio-api.md §4.6). Only those are listed whose time can be booked; full ones too. */
final class EventOperations {
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 300;

    /** Where no end is given; the horizon of the location is nearer. */
    private static final int DAYS_AHEAD = 366;

    private final BookingApi api;
    private final EventApi events;
    private final EventViews views;
    private final EventFilters filters;
    private final Clock clock;

    EventOperations(BookingApi api, EventApi events, EventViews views, EventFilters filters, Clock clock) {
        this.api = api;
        this.events = events;
        this.views = views;
        this.filters = filters;
        this.clock = clock;
    }

    Answer search(Call call) {
        var location = call.location();
        var found = events.events(location.id(), filter(call, location));
        var count = Math.clamp(call.number("count").orElse((long) USUAL_PAGE), 1, LARGEST_PAGE);
        var page = found.stream().skip(Math.clamp(call.number("page").orElse(1L) - 1, 0, Integer.MAX_VALUE) * (long) count).limit(count);
        return Answer.of(page.map(event -> views.of(call, location, event)).toList(), new Envelope.Count(found.size()));
    }

    Answer dates(Call call) {
        var location = call.location();
        return Answer.of(dates(location, events.events(location.id(), filter(call, location))));
    }

    Answer datesRange(Call call) {
        var location = call.location();
        var dates = dates(location, events.events(location.id(), chosen(call, today(location), lastDay(location))));
        return Answer.of(new DatesRange(dates.stream().findFirst(), dates.stream().reduce((earlier, later) -> later)));
    }

    /** What the events of the period can be chosen by, whatever was chosen so far. */
    Answer filters(Call call) {
        var location = call.location();
        var chosen = filter(call, location);
        var all = events.events(location.id(), EventFilter.between(chosen.first(), chosen.last()));
        var answer = filters.of(all, chosen, call.language());
        return Answer.of(answer, new Envelope.Count(answer.size()));
    }

    Answer services(Call call) {
        var answer = views.services(call.location().id(), call.number("staff_id").flatMap(Call::teamMember), call.query("term"));
        return Answer.of(answer, new Envelope.Count(answer.size()));
    }

    Answer show(Call call) {
        var location = call.location();
        return Answer.of(views.of(call, location, event(call, location)));
    }

    Answer book(Call call) {
        var location = call.location();
        var event = event(call, location);
        var body = call.body(ActivityBooking.class);
        if (body.clientsCount() < 0) throw Refusal.wrong("There are no fewer seats than one: clients_count");
        var booker = Booker.of(call, location, body.fullname(), body.phone(), body.email(), body.code(), body.comment(), body.apiId());
        var booked = events.bookSeats(location.id(), new SeatRequest(body.bookformId(), event.id(), Math.max(1, body.clientsCount()),
                booker.client(), booker.code(), booker.comment(), Math.max(0, body.notifyBySms()), Math.max(0, body.notifyByEmail()),
                booker.reference(), booker.key(),
                Booker.language(call, api, body.bookformId()),
                Booker.consent(api, location, body.isPersonalDataProcessingAllowed(), body.isNewsletterAllowed())));
        return Answer.of(new Booked(booked.id(), booked.hash()));
    }

    private Event event(Call call, Location location) {
        return events.findEvent(location.id(), call.id("event")).orElseThrow(Refusal::notFound);
    }

    private EventFilter filter(Call call, Location location) {
        var first = call.date("from").orElseGet(() -> today(location));
        return chosen(call, first, call.date("till").orElseGet(() -> lastDay(location)));
    }

    private static EventFilter chosen(Call call, LocalDate first, LocalDate last) {
        return new EventFilter(first, last, call.ids("service_ids", "service_id"), call.ids("staff_ids", "staff_id"),
                call.ids("resource_ids", "resource_id"));
    }

    private static List<String> dates(Location location, List<Event> events) {
        return events.stream().map(event -> LocalDate.ofInstant(event.start(), location.zone()).toString()).distinct().toList();
    }

    private LocalDate today(Location location) {
        return LocalDate.ofInstant(clock.instant(), location.zone());
    }

    private LocalDate lastDay(Location location) {
        return today(location).plusDays(DAYS_AHEAD);
    }
}
