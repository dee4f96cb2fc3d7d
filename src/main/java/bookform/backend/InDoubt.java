package bookform.backend;

import bookform.booking.BookingUnavailable;

/** Something was to be changed before, and nobody knows whether it was. */
final class InDoubt extends BookingUnavailable {
    InDoubt(String what) {
        super("Nobody knows whether " + what + " was changed");
    }

    @Override
    public boolean mayBeDone() {
        return true;
    }
}
