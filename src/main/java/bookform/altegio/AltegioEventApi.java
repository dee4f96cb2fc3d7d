package bookform.altegio;

import bookform.altegio.wire.Activity;
import bookform.altegio.wire.ActivityBooking;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.EventFilter;
import bookform.booking.Location;
import bookform.booking.SeatRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Group events on an Altegio account (altegio-api.md §4.6). Free seats are as short-lived as free times. */
final class AltegioEventApi implements EventApi {
    private static final int PAGE = 300;
    private static final int MOST_PAGES = 10;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 30);

    private final Upstream upstream;
    private final Memory memory;
    private final Locations locations;
    private final Ledger ledger;
    private final Once once;

    AltegioEventApi(Upstream upstream, Memory memory, Locations locations, Ledger ledger, Once once) {
        this.upstream = upstream;
        this.memory = memory;
        this.locations = locations;
        this.ledger = ledger;
        this.once = once;
    }

    /** As the location has set up what is booked there: to count its events would cost every first booking a call more. */
    @Override
    public boolean hasEvents(long location) {
        return locations.isForGroups(location);
    }

    @Override
    public List<Event> events(long location, EventFilter filter) {
        var first = filter.first().isBefore(FIRST) ? FIRST : filter.first();
        var last = filter.last().isAfter(LAST) ? LAST : filter.last();
        if (first.isAfter(last)) return List.of();
        var search = Call.get("activity/" + location + "/search").named("activity/search").query("from", first).query("till", last)
                .query("count", PAGE).services(filter.services()).list("staff_ids", filter.teamMembers())
                .list("resource_ids", filter.rooms());
        return locations.find(location)
                .map(place -> memory.get(Lifetime.TIMES, location, search, () -> all(search).stream()
                        .flatMap(found -> event(found, place, true).stream()).sorted(Comparator.comparing(Event::start)).toList()))
                .orElse(List.of());
    }

    /** Whether it can be booked, only the search says: that lists no others. */
    @Override
    public Optional<Event> findEvent(long location, long event) {
        var call = Call.get("activity", location, event);
        return locations.find(location)
                .flatMap(place -> memory.get(Lifetime.TIMES, location, call, () -> upstream.find(call, Activity.class)
                        .filter(found -> found.id() == event).flatMap(found -> event(found, place, false)))
                        .map(found -> {
                            var day = LocalDate.ofInstant(found.start(), place.zone());
                            return events(location, EventFilter.between(day, day)).stream().filter(open -> open.id() == event).findFirst()
                                    .orElse(found);
                        }));
    }

    @Override
    public BookedAppointment bookSeats(long location, SeatRequest seats) {
        VisitBookings.requireReachable(seats.client());
        return once.book(ledger.name(location, seats), new Once.Booking() {
            @Override
            public Call call() {
                var client = seats.client();
                return Call.post("activity", location, seats.event(), "book").named("activity/book").in(seats.language())
                        .body(new ActivityBooking(client.name(), client.phone(), client.email(), seats.code().orElse(""), seats.comment(),
                                seats.smsReminderHours(), seats.emailReminderHours(), seats.key(), seats.seats(), seats.form(),
                                seats.consent().agreed(), seats.consent().newsletter()));
            }

            @Override
            public List<BookedAppointment> booked(Call call, Reply reply) {
                var booked = reply.read(call, ActivityBooking.Booked.class);
                if (booked.id() <= 0) throw new Fault(Fault.Kind.GARBLED, call);
                return List.of(new BookedAppointment(1, booked.id(), booked.hash()));
            }

            @Override
            public BookingRefused refusal(Call call, Reply reply) {
                return Refusals.ofSeats(call, reply);
            }
        }).getFirst();
    }

    private List<Activity> all(Call search) {
        var all = new ArrayList<Activity>();
        for (var page = 1; page <= MOST_PAGES; page++) {
            var found = upstream.list(search.query("page", page), Activity.class);
            all.addAll(found);
            if (found.size() < PAGE) break;
        }
        return all;
    }

    /** Empty for what has no service, leader or time, which nobody could choose. */
    private Optional<Event> event(Activity wire, Location place, boolean open) {
        if (wire.id() <= 0 || wire.service() == null || wire.staff() == null) return Optional.empty();
        return WireTime.instant(wire.date(), place.zone()).map(start -> Offers.event(wire, place, start,
                locations.seatsPerClient(place.id()), open));
    }
}
