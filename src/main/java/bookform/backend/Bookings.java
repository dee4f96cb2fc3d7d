package bookform.backend;

import bookform.backend.Correspondence.Purpose;
import bookform.backend.Correspondence.Reader;
import bookform.backend.Reception.Outcome;
import bookform.backend.Reception.Visitor;
import bookform.backend.store.Store;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Books whatever there is to book, in one transaction, and tells the client. */
final class Bookings {
    private final Store store;
    private final Catalogue catalogue;
    private final Appointments appointments;
    private final PhoneCodes codes;
    private final BookingCounts counts;
    private final Correspondence correspondence;
    private final ClientTexts texts;
    private final Clock clock;

    Bookings(Store store, Catalogue catalogue, Appointments appointments, PhoneCodes codes, BookingCounts counts, Outbox outbox,
            ClientTexts texts, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.appointments = appointments;
        this.codes = codes;
        this.counts = counts;
        this.correspondence = new Correspondence(store, clock, outbox);
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The transaction sees its own set-up. Who gave an address gets a confirmation, once: a request that is repeated books nothing and
     * sends nothing.
     *
     * @param gone why nothing can be booked when there is no such location
     * @param attempt empty when the code is wrong
     */
    List<BookedAppointment> book(long location, Visitor visitor, Reason gone, Function<Reception, Optional<Outcome>> attempt) {
        catalogue.offer(location); // reads a set-up that is new, so that the writer need not
        var outcome = counts.counted(() -> store.write(tables -> {
            var offer = catalogue.offer(location, tables).orElseThrow(() -> new BookingRefused(gone));
            return attempt.apply(new Reception(offer, visitor, codes, tables, clock.instant()));
        }).orElseThrow(() -> new BookingRefused(Reason.CODE_WRONG)));
        if (outcome.isNew()) {
            counts.countMade();
            confirm(location, visitor, outcome.appointments());
        }
        return outcome.appointments();
    }

    private void confirm(long location, Visitor visitor, List<BookedAppointment> booked) {
        if (visitor.client().email().isBlank()) return;
        correspondence.mail(new Reader(visitor.client().phone(), Optional.of(location)), Purpose.BOOKED,
                () -> texts.booked(visitor.language(), visitor.client().email(),
                        booked.stream().flatMap(one -> appointments.find(location, one.id(), Claim.hash(one.hash())).stream()).toList()),
                none -> {});
    }
}
