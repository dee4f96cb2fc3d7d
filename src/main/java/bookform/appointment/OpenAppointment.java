package bookform.appointment;

import bookform.booking.Appointment;
import bookform.web.Texts;
import gg.jte.Content;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** One appointment in the hands of somebody who has shown that it is theirs: by its hash, or by having signed in. */
public interface OpenAppointment {
    Texts t();

    Appointment appointment();

    /** As {@link bookform.booking.BookingApi#cancel}. */
    Optional<Appointment> cancel();

    /** As {@link bookform.booking.BookingApi#move}. */
    Optional<Appointment> move(Instant start);

    /** @param page one of its pages, {@code time?day=2026-11-24}; empty for the appointment itself, which takes a query alone, too */
    String url(String page);

    /** Shows one of its pages, in what surrounds them. Nobody keeps them: they are personal. */
    void show(Context ctx, Sheet sheet, Content content);

    /** Shows the appointment itself, with a sentence that must be read first. */
    void show(Context ctx, String notice);

    /**
     * What stands around the content of a page.
     *
     * @param page as for {@link #url}
     * @param back where the page before is; empty for none
     * @param notice a sentence that must be read first; empty for none
     */
    record Sheet(String page, String title, String back, String notice) {}
}
