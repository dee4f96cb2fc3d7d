package bookform.booking;

/** The booking system could not answer: down, too slow, or speaking nonsense. Trying again later may work. */
public class BookingUnavailable extends RuntimeException {
    public BookingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public BookingUnavailable(String message) {
        super(message);
    }
}
