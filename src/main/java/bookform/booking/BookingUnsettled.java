package bookform.booking;

/**
 * The booking system was told to book, and its answer was lost: whether it did is not known yet. {@link BookingApi#findBooked} asks; the
 * same request again books at most once, too.
 */
public final class BookingUnsettled extends BookingUnavailable {
    public BookingUnsettled(String message, Throwable cause) {
        super(message, cause);
    }

    public BookingUnsettled(String message) {
        super(message);
    }

    @Override
    public boolean mayBeDone() {
        return true;
    }
}
