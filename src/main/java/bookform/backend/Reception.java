package bookform.backend;

import bookform.backend.Catalogue.Current;
import bookform.backend.store.Lock;
import bookform.backend.store.ReminderTable.Kind;
import bookform.backend.store.Tables;
import bookform.backend.store.VisitTables.Known;
import bookform.backend.store.VisitTables.NewVisit;
import bookform.backend.store.VisitTables.UsedKey;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One visit being booked, as far as it does not matter what of: one key books once, the client is well described and not blacklisted,
 * and has the code where one is needed. Everything in one transaction.
 */
final class Reception {
    private final Current current;
    private final Visitor visitor;
    private final PhoneCodes codes;
    private final Tables tables;
    private final Instant now;

    /**
     * Who books. Made before the transaction: nobody need wait for a fingerprint.
     *
     * @param fingerprint tells whether the same key asks for the same thing
     */
    record Visitor(long form, ClientDetails client, Optional<String> code, String comment, int smsReminderHours,
            int emailReminderHours, String partnerReference, String key, Locale language, Consent consent, String fingerprint) {
        static Visitor of(VisitRequest visit) {
            return new Visitor(visit.form(), visit.client(), visit.code(), visit.comment(), visit.smsReminderHours(),
                    visit.emailReminderHours(), visit.partnerReference(), visit.key(), visit.language(), visit.consent(),
                    Fingerprint.of(visit));
        }

        static Visitor of(SeatRequest seats) {
            return new Visitor(seats.form(), seats.client(), seats.code(), seats.comment(), seats.smsReminderHours(),
                    seats.emailReminderHours(), seats.partnerReference(), seats.key(), seats.language(), seats.consent(),
                    Fingerprint.of(seats));
        }

        boolean hasEmail() {
            return !client.email().isBlank();
        }
    }

    /**
     * What became of it.
     *
     * @param isNew it was booked just now, not under the same key before
     */
    record Outcome(List<BookedAppointment> appointments, boolean isNew) {}

    /** What was decided on is no more: the transaction must be rolled back, and begun anew with another offer. */
    static final class Outdated extends RuntimeException {
        private Outdated() {
            super("The location offers something else by now", null, false, false); // an answer, not a fault: no stack trace
        }
    }

    Reception(Current current, Visitor visitor, PhoneCodes codes, Tables tables, Instant now) {
        this.current = current;
        this.visitor = visitor;
        this.codes = codes;
        this.tables = tables;
        this.now = now;
    }

    Offer offer() {
        return current.offer();
    }

    Tables tables() {
        return tables;
    }

    Instant now() {
        return now;
    }

    /** The key and the phone; to be held before anything is read, together with what is booked. */
    Stream<Lock> locks() {
        return Stream.of(Lock.key(offer().location().id(), visitor.key()), Lock.phone(visitor.client().phone()));
    }

    /**
     * To be asked under the locks.
     *
     * @throws Outdated when the location offers something else by now
     */
    Known known() {
        var known = tables.visits().known(offer().location().id(), visitor.key(), visitor.client().phone());
        if (known.version() != current.version()) throw new Outdated();
        return known;
    }

    /**
     * The answer that the key had before.
     *
     * @throws BookingRefused KEY_REUSED
     */
    Optional<Outcome> before(Known known) {
        return known.usedKey().map(used -> {
            if (!used.fingerprint().equals(visitor.fingerprint())) throw new BookingRefused(Reason.KEY_REUSED);
            return new Outcome(tables.appointments().ofVisit(offer().location().id(), used.visit()), false);
        });
    }

    /**
     * Whether the client may book: false when the code is wrong. That was counted, so this transaction must be committed all the same.
     *
     * @throws BookingRefused for every other reason; the transaction must be rolled back
     */
    boolean admits(Known known) {
        BookingRule.require(BookingRule.OF_CLIENT, visitor.client());
        if (needsCode() && !isCodeRight()) return false;
        if (known.blacklisted()) throw new BookingRefused(Reason.BLACKLISTED);
        return true;
    }

    /** Keeps the visit, to which appointments can be added, its key, and what was agreed to; the code is used up with it. */
    long open() {
        var location = offer().location().id();
        var visit = tables.visits().insert(location, new NewVisit(visitor.client(), Optional.of(visitor.form()), visitor.comment(),
                visitor.smsReminderHours(), visitor.emailReminderHours(), visitor.partnerReference(), visitor.language(), now));
        tables.visits().insertKey(location, visitor.key(), new UsedKey(visitor.fingerprint(), visit), visitor.hasEmail());
        if (visitor.consent().isAsked())
            tables.consents().insert(location, visit, visitor.form(), visitor.language(), visitor.consent(), now);
        if (needsCode()) codes.useUp(tables, visitor.client().phone());
        return visit;
    }

    /** The client wants to be reminded of a visit that begins at {@code start}, or does not; afterwards they are asked how it was. */
    void remind(long visit, Instant start) {
        var location = offer().location().id();
        if (offer().setup().rules().reviewLinks()) tables.reviewLinks().insert(location, visit, start);
        tables.reminders().insert(location, visit, Kind.SMS, visitor.smsReminderHours(), start, now);
        if (visitor.hasEmail())
            tables.reminders().insert(location, visit, Kind.MAIL, visitor.emailReminderHours(), start, now);
    }

    /**
     * The form decides, except those of chains, for which the location does. One that is not the location's gets nobody around a code: it
     * needs one when all of the location's forms do, and where one of them does not, anybody may book through that.
     */
    private boolean needsCode() {
        var forms = offer().setup().forms();
        var form = offer().form(visitor.form());
        if (offer().location().chain().isPresent() && form.filter(own -> own.chain().isEmpty()).isEmpty()) return offer().asksForCode();
        return form.map(BookingForm::phoneConfirmation).orElse(!forms.isEmpty() && forms.stream().allMatch(BookingForm::phoneConfirmation));
    }

    private boolean isCodeRight() {
        return visitor.code().filter(code -> !code.isBlank())
                .filter(code -> codes.booksThrough(tables, offer().location().id(), visitor.form(), visitor.client().phone(), code, now))
                .isPresent();
    }
}
