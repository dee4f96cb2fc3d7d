package bookform.altegio;

import bookform.altegio.Ledger.State;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a booking at most once under one key, whatever happens on the way. */
final class Once {
    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final long NAP = 100;

    /**
     * What a booking is known by.
     *
     * @param fingerprint equal for the same booking, as far as a key stands for one
     */
    record Name(long location, String key, String fingerprint, List<Ledger.Wanted> wanted) {}

    /** What is asked for, and what the answers mean. */
    interface Booking {
        /** @throws BookingRefused for what cannot be asked for; nothing is sent then */
        Call call();

        /** @throws Fault when it says "booked", but not what */
        List<BookedAppointment> booked(Call call, Reply reply);

        BookingRefused refusal(Call call, Reply reply);
    }

    private final Upstream upstream;
    private final Memory memory;
    private final Ledger ledger;
    private final Settlement settlement;

    Once(Upstream upstream, Memory memory, Ledger ledger, Settlement settlement) {
        this.upstream = upstream;
        this.memory = memory;
        this.ledger = ledger;
        this.settlement = settlement;
    }

    List<BookedAppointment> book(Name name, Booking booking) {
        var known = ledger.begin(name);
        if (known.isEmpty()) return send(name, call(name, booking), booking);
        if (!known.get().fingerprint().equals(name.fingerprint)) throw new BookingRefused(Reason.KEY_REUSED);
        return findBooked(name.location, name.key).orElseGet(() -> book(name, booking));
    }

    /** Waits for whoever is asking at this moment: a second click has the first one's answer. */
    Optional<List<BookedAppointment>> findBooked(long location, String key) {
        for (var end = System.nanoTime() + WAIT.toNanos(); System.nanoTime() < end && isUnderWay(location, key);) {
            try {
                Thread.sleep(NAP);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new BookingUnsettled("Stopped while waiting");
            }
        }
        return settlement.find(location, key);
    }

    private boolean isUnderWay(long location, String key) {
        return ledger.find(location, key).filter(entry -> entry.state() == State.SENT && entry.age().compareTo(WAIT) < 0).isPresent();
    }

    private Call call(Name name, Booking booking) {
        try {
            return booking.call();
        } catch (RuntimeException nothingIsSent) {
            note(() -> ledger.forget(name.location, name.key));
            throw nothingIsSent;
        }
    }

    private List<BookedAppointment> send(Name name, Call call, Booking booking) {
        try {
            var reply = upstream.send(call);
            if (!reply.isGood()) throw booking.refusal(call, reply);
            var booked = booking.booked(call, reply);
            note(() -> ledger.booked(name.location, name.key, booked));
            return booked;
        } catch (Fault fault) {
            if (fault.mayBeDone()) {
                note(() -> ledger.unknown(name.location, name.key));
                throw new BookingUnsettled("Altegio was told to book, and its answer was lost", fault);
            }
            note(() -> ledger.forget(name.location, name.key));
            throw fault;
        } catch (BookingRefused refused) {
            note(() -> ledger.forget(name.location, name.key));
            throw refused;
        } finally {
            memory.forget(name.location, Lifetime.TIMES); // the others only hint at where to look, and would cost every booking two calls more
        }
    }

    /** What is already settled over there does not depend on whether we can write it down. */
    private static void note(Runnable note) {
        try {
            note.run();
        } catch (BookingUnavailable databaseIsAway) {
            LOG.warn("What became of a booking could not be noted: {}", databaseIsAway.toString());
        }
    }
}
