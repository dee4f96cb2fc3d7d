package bookform.backend.store;

import bookform.booking.BookingUnavailable;

/** What failed is the commit itself, and nobody can tell whether it was written: on that depends what the next start, or connection, finds. */
public final class Unsure extends BookingUnavailable {
    private final boolean untilRestart;

    /** @param untilRestart see {@link #isUntilRestart} */
    Unsure(Throwable cause, boolean untilRestart) {
        super("The database may have written, or not", cause);
        this.untilRestart = untilRestart;
    }

    /** Whether only a restart finds out: what can be read before is as if nothing had been written. */
    public boolean isUntilRestart() {
        return untilRestart;
    }

    @Override
    public boolean mayBeDone() {
        return true;
    }
}
