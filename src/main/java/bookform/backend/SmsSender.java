package bookform.backend;

/** Sends text messages to phones. May take its time: never called while something is being written. */
@FunctionalInterface
public interface SmsSender {
    /**
     * @param phone E.164
     * @throws bookform.booking.BookingUnavailable when it cannot be sent now
     */
    void send(String phone, String text);
}
