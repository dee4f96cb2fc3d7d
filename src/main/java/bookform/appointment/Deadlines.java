package bookform.appointment;

import bookform.booking.Appointment;
import bookform.web.Texts;
import java.time.Instant;

/** Until when a client may move or cancel, told beforehand. */
public final class Deadlines {
    private Deadlines() {}

    /** In words; empty for an appointment that is over or cancelled. */
    public static String rule(Texts t, Appointment appointment, Instant now) {
        var move = appointment.movableUntil();
        var cancel = appointment.cancellableUntil();
        if (appointment.isCancelled() || !now.isBefore(appointment.start())) return "";
        if (move.isPresent() && move.equals(cancel)) return t.text("change.until", "when", when(t, appointment, move.get()));
        if (move.isEmpty() && cancel.isEmpty()) return t.text("confirmation.cancel_by_phone");
        return (move.map(last -> t.text("change.move_until", "when", when(t, appointment, last))).orElse("") + " "
                + cancel.map(last -> t.text("confirmation.cancel_until", "when", when(t, appointment, last))).orElse("")).strip();
    }

    /**
     * Why it can no longer be changed here.
     *
     * @param key of a sentence that ends with the phone
     */
    static String tooLate(Texts t, Appointment appointment, String key) {
        var phone = appointment.location().phone();
        return phone.isBlank() ? t.text("confirmation.cancel_by_phone") : t.text(key, "phone", phone);
    }

    private static String when(Texts t, Appointment appointment, Instant last) {
        return t.dateAndTime(last.atZone(appointment.location().zone()).toLocalDateTime());
    }
}
