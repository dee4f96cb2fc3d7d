package bookform.backend;

import bookform.backend.Reception.Visitor;
import bookform.backend.availability.TimeRange;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.store.Store;
import bookform.backend.store.StoredEvent;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Event;
import bookform.booking.EventApi;
import bookform.booking.EventFilter;
import bookform.booking.SeatRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Group events on our own database. */
public final class EmbeddedEventApi implements EventApi {
    private final EmbeddedBookingApi booking;
    private final Store store;
    private final Clock clock;
    private final boolean looksBeforeBooking;

    public EmbeddedEventApi(EmbeddedBookingApi booking, Store store, Clock clock) {
        this(booking, store, clock, true);
    }

    /** @param looksBeforeBooking false only in tests that prove that the database refuses seats by itself */
    EmbeddedEventApi(EmbeddedBookingApi booking, Store store, Clock clock, boolean looksBeforeBooking) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        this.looksBeforeBooking = looksBeforeBooking;
    }

    @Override
    public boolean hasEvents(long location) {
        return booking.catalogue().offer(location).filter(offer -> offer.setup().services().stream().anyMatch(OfferedService::isForGroups))
                .isPresent();
    }

    @Override
    public List<Event> events(long location, EventFilter filter) {
        return booking.catalogue().offer(location).map(offer -> {
            var opening = EventOpening.at(offer, clock.instant());
            return opening.within(filter.first(), filter.last()).map(range -> starting(offer, range)).orElse(List.of()).stream()
                    .map(event -> opening.shown(event)).filter(event -> event.open() && filter.takes(event)).toList();
        }).orElse(List.of());
    }

    @Override
    public Optional<Event> findEvent(long location, long event) {
        return booking.catalogue().offer(location).flatMap(offer -> store
                .read(tables -> tables.events().find(location, event, offer.location().currency()))
                .filter(stored -> !stored.cancelled())
                .map(EventOpening.at(offer, clock.instant())::shown));
    }

    @Override
    public BookedAppointment bookSeats(long location, SeatRequest request) {
        if (request.key().isBlank()) throw new IllegalArgumentException("Seats are booked under a key");
        return booking.bookings().book(location, Visitor.of(request), Reason.EVENT_GONE,
                reception -> new SeatAttempt(reception, request, looksBeforeBooking).book()).getFirst();
    }

    private List<StoredEvent> starting(Offer offer, TimeRange range) {
        return store.read(tables -> tables.events().starting(offer.location().id(), range, offer.location().currency()));
    }
}
