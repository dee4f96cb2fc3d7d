package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.Store;
import bookform.backend.store.StoredEvent;
import bookform.backend.store.Tables;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
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
    private final Outbox outbox;
    private final ClientTexts texts;
    private final boolean looksBeforeBooking;

    public EmbeddedEventApi(EmbeddedBookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts) {
        this(booking, store, clock, outbox, texts, true);
    }

    /** @param looksBeforeBooking false only in tests that prove that the database refuses seats by itself */
    EmbeddedEventApi(EmbeddedBookingApi booking, Store store, Clock clock, Outbox outbox, ClientTexts texts, boolean looksBeforeBooking) {
        this.booking = booking;
        this.store = store;
        this.clock = clock;
        this.outbox = outbox;
        this.texts = texts;
        this.looksBeforeBooking = looksBeforeBooking;
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

    /** As for appointments: who gave an address gets a confirmation, once. */
    @Override
    public BookedAppointment bookSeats(long location, SeatRequest request) {
        if (request.key().isBlank()) throw new IllegalArgumentException("Seats are booked under a key");
        booking.catalogue().offer(location); // reads a set-up that is new, so that the writer need not
        var outcome = booking.counts().counted(() -> store.write(tables -> book(tables, location, request))
                .orElseThrow(() -> new BookingRefused(Reason.CODE_WRONG)));
        if (outcome.isNew()) booking.counts().countMade();
        var booked = outcome.appointments().getFirst();
        if (outcome.isNew() && !request.client().email().isBlank()) {
            outbox.send(() -> texts.booked(request.language(), request.client().email(),
                    booking.findAppointment(location, booked.id(), booked.hash()).stream().toList()));
        }
        return booked;
    }

    private List<StoredEvent> starting(Offer offer, TimeRange range) {
        return store.read(tables -> tables.events().starting(offer.location().id(), range, offer.location().currency()));
    }

    /** In the transaction that writes. The set-up, too, is what it sees. */
    private Optional<Reception.Outcome> book(Tables tables, long location, SeatRequest request) {
        var offer = booking.catalogue().offer(location, tables).orElseThrow(() -> new BookingRefused(Reason.EVENT_GONE));
        return new SeatAttempt(offer, request, booking.codes(), tables, clock.instant(), looksBeforeBooking).book();
    }
}
