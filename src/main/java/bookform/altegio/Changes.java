package bookform.altegio;

import bookform.altegio.wire.BookRequest.Change;
import bookform.altegio.wire.WireTime;
import bookform.booking.Appointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Changes to appointments, which can be looked at: when the answer is lost, looking tells whether the change was made. It is not made
 * twice.
 */
final class Changes {
    private final Upstream upstream;
    private final Memory memory;

    Changes(Upstream upstream, Memory memory) {
        this.upstream = upstream;
        this.memory = memory;
    }

    /**
     * Makes a change, and says what has become of it.
     *
     * @param done whether it shows the change
     * @throws Fault when it was not made, or {@link Fault#mayBeDone} when that cannot be seen
     */
    Optional<Appointment> make(long location, Call call, Supplier<Optional<Appointment>> look, Predicate<Appointment> done) {
        try {
            send(location, call);
        } catch (Fault fault) {
            if (!fault.mayBeDone()) throw fault;
            var seen = seen(call, look).filter(done);
            if (seen.isEmpty()) throw fault; // it may still be on its way
            return seen;
        }
        return seen(call, look);
    }

    /**
     * A move to another start, with another comment or the one that is there: what is left out would be lost.
     *
     * @throws BookingRefused SLOT_TAKEN for a time that the wire cannot tell
     */
    static Change move(Appointment appointment, Instant start, Optional<String> comment) {
        if (!WireTime.isWritable(start)) throw new BookingRefused(Reason.SLOT_TAKEN);
        return new Change(WireTime.withColon(start, appointment.location().zone()), comment.or(() -> Optional.of(appointment.comment())));
    }

    /** Whether a move was made. */
    static boolean isMoved(Appointment appointment, Instant start, Optional<String> comment) {
        return appointment.start().equals(start) && comment.filter(told -> !told.equals(appointment.comment())).isEmpty();
    }

    /** That the look failed says nothing of the change: its own fault would say that nothing was done. */
    private static Optional<Appointment> seen(Call call, Supplier<Optional<Appointment>> look) {
        try {
            return look.get();
        } catch (Fault blind) {
            throw new Fault(Fault.Kind.UNSEEN, call, blind);
        }
    }

    private void send(long location, Call call) {
        var reply = upstream.send(call);
        memory.forget(location, Lifetime.TIMES);
        if (!reply.isGood() && !reply.isNotThere()) throw Refusals.ofChange(call, reply);
    }
}
