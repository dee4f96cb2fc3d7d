package bookform.backend;

import bookform.booking.Appointment;
import bookform.booking.Location;
import java.util.List;
import java.util.Locale;

/** What we write to clients, in their language. Given from outside, where the translations are. */
public interface ClientTexts {
    /** The text message that carries a code to book with, or to change a phone, or for whoever cannot say which. */
    String code(Locale language, String code);

    /** The text message that carries a code to sign in with. */
    String signInCode(Locale language, String code);

    /** The text message that carries a code to be forgotten with. */
    String erasureCode(Locale language, String code);

    /** The e-mail that carries a code to make the address the client's. */
    Mail emailCode(Locale language, String to, String code);

    /** The e-mail to an address that is no longer the client's. */
    Mail emailChanged(Locale language, String to);

    /** The text message to a phone that is no longer the client's. */
    String phoneChanged(Locale language, String newPhone);

    /**
     * The text message before a visit.
     *
     * @param appointments those of it that are still to come, the first one first
     */
    String reminder(Locale language, List<Appointment> appointments);

    /** The e-mail before a visit. */
    Mail reminder(Locale language, String to, List<Appointment> appointments);

    /** The text message after a visit, with the address of the page that takes a review of it. */
    String review(Locale language, Location location, String link);

    /** The e-mail after a visit. */
    Mail review(Locale language, String to, Location location, String link);

    /**
     * The e-mail that confirms what was just booked.
     *
     * @param appointments of one visit, in the order they were booked
     */
    Mail booked(Locale language, String to, List<Appointment> appointments);
}
