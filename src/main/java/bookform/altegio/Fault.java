package bookform.altegio;

import bookform.booking.BookingUnavailable;

/** A call that was not answered, or with nothing that can be understood. What was wrong is in its {@link Kind}; nothing of the answer is. */
final class Fault extends BookingUnavailable {
    /** What went wrong, in the words of the log. */
    enum Kind {
        /** The connection was never made, so nothing happened over there. */
        NOT_CONNECTED(false),
        /** The other side cannot show that it is who it should be. */
        NOT_TRUSTED(false),
        /** The connection broke, or the answer ended too early. */
        CUT_OFF(true),
        TIMED_OUT(true),
        TOO_LARGE(true),
        /** An answer that is not the API's: HTML, half a document, another type. */
        GARBLED(true),
        /** 5xx. */
        FAILED(true),
        /** It was taken; what became of it cannot be seen. */
        UNSEEN(true),
        /** 3xx, which is not followed: the token is for one host alone. */
        REDIRECTED(true),
        /** 403 in HTML: whoever guards the API takes us for a robot. */
        BLOCKED(false),
        /** 429. */
        LIMITED(false),
        /** 401, 402 or 403 on what needs the partner token alone. */
        TOKEN_REFUSED(false),
        /** Not sent: too many calls are waiting for their turn. */
        BUSY(false),
        /** Not sent: it failed so often that it is left alone for a moment. */
        RESTING(false);

        private final boolean mayHaveHappened;

        Kind(boolean mayHaveHappened) {
            this.mayHaveHappened = mayHaveHappened;
        }
    }

    private final Kind kind;
    private final boolean isOfRead;

    Fault(Kind kind, Call call) {
        this(kind, call, null);
    }

    Fault(Kind kind, Call call, Throwable cause) {
        super("Altegio: " + call + " " + kind, cause);
        this.kind = kind;
        this.isOfRead = call.isRead();
    }

    Kind kind() {
        return kind;
    }

    /** A question alone does nothing. */
    @Override
    public boolean mayBeDone() {
        return kind.mayHaveHappened && !isOfRead;
    }
}
