package bookform.backend.store;

import bookform.booking.BookingUnavailable;

/** What failed is the commit itself, and nobody can tell whether it was written: on that depends what the next start, or connection, finds. */
public final class Unsure extends BookingUnavailable {
    Unsure(Throwable cause) {
        super("The database may have written, or not", cause);
    }

    @Override
    public boolean mayBeDone() {
        return true;
    }
}
