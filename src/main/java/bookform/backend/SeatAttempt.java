package bookform.backend;

import bookform.backend.Reception.Outcome;
import bookform.backend.store.Lock;
import bookform.backend.store.NewAppointment;
import bookform.backend.store.StoredEvent;
import bookform.backend.store.Tables;
import bookform.backend.store.VisitTables.Known;
import bookform.booking.Appointment.BookedService;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.SeatRequest;
import java.util.List;
import java.util.Optional;

/** Seats of one event being booked: everything that is read for the decision, and everything that is written, in one transaction. */
final class SeatAttempt {
    private final Offer offer;
    private final SeatRequest request;
    private final Reception reception;
    private final Tables tables;
    private final boolean looks;

    /** @param looks false only in tests that prove that the database refuses seats by itself */
    SeatAttempt(Reception reception, SeatRequest request, boolean looks) {
        this.reception = reception;
        this.offer = reception.offer();
        this.tables = reception.tables();
        this.request = request;
        this.looks = looks;
    }

    /**
     * Books, or answers as before when the key has booked the same already.
     *
     * @return empty when the code is wrong: that was counted, so this transaction must be committed all the same
     * @throws BookingRefused for every other reason; the transaction must be rolled back
     */
    Optional<Outcome> book() {
        tables.lock(reception.locks());
        var known = reception.known();
        return reception.before(known).or(() -> bookNew(known));
    }

    /**
     * Everybody wants the same event, so it is locked last, and only while its seats are counted and taken; whoever comes when it is full
     * does not wait for it. How many the client holds already is safe under the lock of the phone.
     */
    private Optional<Outcome> bookNew(Known known) {
        if (!reception.admits(known)) return Optional.empty();
        requireSeats(event());
        var held = tables.events().seatsHeldBy(offer.location().id(), request.event(), request.client().phone());
        if (request.seats() > offer.setup().rules().seatsPerClient() - held) throw new BookingRefused(Reason.TOO_MANY_SEATS);
        var visit = reception.open();
        tables.lock(Lock.event(offer.location().id(), request.event()));
        var event = event();
        requireSeats(event);
        var booked = insert(event, visit);
        reception.remind(visit, event.time().from());
        return Optional.of(new Outcome(List.of(booked), true));
    }

    private StoredEvent event() {
        return tables.events().findToBook(offer.location().id(), request.event(), offer.location().currency())
                .filter(EventOpening.at(offer, reception.now())::isOpen).orElseThrow(() -> new BookingRefused(Reason.EVENT_GONE));
    }

    private void requireSeats(StoredEvent event) {
        if (looks && request.seats() > event.freeSeats()) throw new BookingRefused(Reason.SEATS_TAKEN);
    }

    private BookedAppointment insert(StoredEvent event, long visit) {
        var price = event.service().price().min();
        var service = new BookedService(event.service().id(), event.service().title(), price, event.time().length());
        var seats = NewAppointment.seats(event, request.seats(), service, reception.now());
        return new BookedAppointment(0, tables.appointments().insert(offer.location().id(), visit, seats), seats.hash());
    }
}
