package bookform.booking;

/** The booking system could not answer: down, too slow, or speaking nonsense. Trying again later may work. */
public class BookingUnavailable extends RuntimeException {
    public BookingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public BookingUnavailable(String message) {
        super(message);
    }

    /** Whether what was asked for may have been done all the same: nobody can tell, and whoever asked has to look again. */
    public boolean mayBeDone() {
        return false;
    }
}
