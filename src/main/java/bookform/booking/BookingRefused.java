package bookform.booking;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The booking system understood and said no. Nothing was booked; {@link #reason()} says what would have to change. */
public final class BookingRefused extends RuntimeException {
    /** Why. The numbers of the wire are in altegio-api.md §1.5; reasons without one are our own. */
    public enum Reason {
        /** 422: neither a service nor anything else to book. */
        NOTHING_TO_BOOK,
        /** 431 */
        PHONE_INVALID,
        /** 432: wrong, used up or expired; a new one can be asked for. */
        CODE_WRONG,
        /** 433: taken meanwhile, or outside working hours. */
        SLOT_TAKEN,
        /** 434: this phone may not book online. */
        BLACKLISTED,
        /** 435 */
        NAME_MISSING,
        /** 436: any team member was asked for, and none is free. */
        NOBODY_FREE,
        /** 437: two appointments of the same visit overlap. */
        OVERLAPS_ITSELF,
        /** 438: a service, or this service with this team member, can no longer be booked. */
        SERVICE_GONE,
        /** 433: fewer seats of the event are free than were asked for. */
        SEATS_TAKEN,
        /** More seats than one client may hold of one event, together with those that the client holds. */
        TOO_MANY_SEATS,
        /** 438: the event was called off, has begun, or cannot be booked yet. */
        EVENT_GONE,
        /** Codes were sent to this phone too often; later is fine. */
        SENT_TOO_OFTEN,
        /** The appointment is too near to be cancelled or moved by its client, or the location does not allow it. */
        TOO_LATE_TO_CANCEL,
        /** The key was used before for something else. */
        KEY_REUSED,
        /** The token stands for nobody, or no longer. */
        SIGNED_OUT,
        /** No such login, or not this password: which of them is not said. */
        LOGIN_WRONG,
        /** Passwords were tried too often; later is fine. */
        TRIED_TOO_OFTEN,
        /** The new password is too short or too long. */
        PASSWORD_LENGTH,
        /** The new password is one that others try first. */
        PASSWORD_GUESSABLE,
        /** The visit, or the team member, was reviewed by this client before. */
        REVIEWED_ALREADY
    }

    private final Reason reason;
    private final OptionalInt request;
    private final OptionalInt triesLeft;
    private final Optional<Duration> wait;

    public BookingRefused(Reason reason) {
        this(reason, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** @param request the {@link AppointmentRequest#id()} that was refused */
    public BookingRefused(Reason reason, int request) {
        this(reason, OptionalInt.of(request), OptionalInt.empty(), Optional.empty());
    }

    /** CODE_WRONG. */
    public static BookingRefused wrongCode(int triesLeft) {
        return new BookingRefused(Reason.CODE_WRONG, OptionalInt.empty(), OptionalInt.of(triesLeft), Optional.empty());
    }

    /** SENT_TOO_OFTEN. */
    public static BookingRefused sentTooOften(Duration wait) {
        return new BookingRefused(Reason.SENT_TOO_OFTEN, OptionalInt.empty(), OptionalInt.empty(), Optional.of(wait));
    }

    private BookingRefused(Reason reason, OptionalInt request, OptionalInt triesLeft, Optional<Duration> wait) {
        super(reason.name(), null, false, false); // an answer, not a fault: no stack trace
        this.reason = reason;
        this.request = request;
        this.triesLeft = triesLeft;
        this.wait = wait;
    }

    public Reason reason() {
        return reason;
    }

    /** How many more codes may be tried before a new one has to be sent; empty where that is not told. */
    public OptionalInt triesLeft() {
        return triesLeft;
    }

    /** After how long it is no longer too often; empty where that is not told. */
    public Optional<Duration> waiting() {
        return wait;
    }

    /** Which appointment of the visit was refused, where that is known. */
    public OptionalInt request() {
        return request;
    }
}
