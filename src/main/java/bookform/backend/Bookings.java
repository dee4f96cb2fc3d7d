package bookform.backend;

import bookform.backend.Reception.Outcome;
import bookform.backend.Reception.Outdated;
import bookform.backend.Reception.Visitor;
import bookform.backend.store.Lock;
import bookform.backend.store.NoSeats;
import bookform.backend.store.Overlap;
import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.backend.store.Unsure;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Books whatever there is to book, in one transaction, and tells the client. */
final class Bookings {
    private static final int LOOKS = 5;

    private final Store store;
    private final Catalogue catalogue;
    private final PhoneCodes codes;
    private final BookingCounts counts;
    private final Confirmations confirmations;
    private final Clock clock;

    Bookings(Store store, Catalogue catalogue, PhoneCodes codes, BookingCounts counts, Confirmations confirmations, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.codes = codes;
        this.counts = counts;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /**
     * Who gave an address gets a confirmation, once: also who is told that it is not known whether they are booked, should they be.
     *
     * @param gone why nothing can be booked when there is no such location
     * @param attempt empty when the code is wrong
     */
    List<BookedAppointment> book(long location, Visitor visitor, Reason gone, Function<Reception, Optional<Outcome>> attempt) {
        try {
            var outcome = counts.counted(() -> decided(location, visitor, gone, attempt));
            if (outcome.isNew()) counts.countMade();
            confirm(location, visitor);
            return outcome.appointments();
        } catch (BookingUnsettled notKnown) {
            confirm(location, visitor);
            throw notKnown;
        }
    }

    /** With the offer that the transaction sees, too: the first look may be a second old. */
    private Outcome decided(long location, Visitor visitor, Reason gone, Function<Reception, Optional<Outcome>> attempt) {
        for (var look = 0; look < LOOKS; look++) {
            var current = catalogue.current(location).orElseThrow(() -> new BookingRefused(gone));
            try {
                return written(tables -> attempt.apply(new Reception(current, visitor, codes, tables, clock.instant())))
                        .orElseThrow(() -> new BookingRefused(Reason.CODE_WRONG));
            } catch (Outdated outdated) {
                catalogue.lookAgain(location);
            }
        }
        throw new BookingUnavailable("What the location offers changes all the time");
    }

    /**
     * The database has the last word: it refuses what overlaps and seats that are not there, whatever was decided. Where it does so at the
     * commit, which of several appointments it was is not told.
     */
    private Optional<Outcome> written(Function<Tables, Optional<Outcome>> work) {
        try {
            return store.write(work);
        } catch (Overlap overlap) {
            throw new BookingRefused(Reason.SLOT_TAKEN);
        } catch (NoSeats full) {
            throw new BookingRefused(Reason.SEATS_TAKEN);
        } catch (Unsure notKnown) {
            throw new BookingUnsettled("It may have been booked", notKnown);
        }
    }

    /** Who books under the key is done once we have its lock; what cannot be read, or written, now is not known now. */
    Optional<List<BookedAppointment>> find(long location, String key) {
        try {
            var booked = store.write(tables -> {
                tables.lock(Lock.key(location, key));
                return tables.visits().findKey(location, key).map(used -> tables.appointments().ofVisit(location, used.visit()));
            });
            if (booked.isPresent()) confirmations.send(location, key);
            return booked;
        } catch (BookingUnavailable later) {
            throw new BookingUnsettled("The database does not say what was booked", later);
        }
    }

    private void confirm(long location, Visitor visitor) {
        if (visitor.hasEmail()) confirmations.send(location, visitor.key());
    }
}
