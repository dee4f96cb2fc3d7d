package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.AtOnce;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who books is told by e-mail, once, whoever finds out that they have (reliability.md C1, C4). */
class ConfirmationsTest extends OnDemoBackend {
    private static final Instant WEDNESDAY = MONDAY.plusDays(2).atTime(10, 0).atZone(ZONE).toInstant();
    private static final String KEY = "a key";

    @Test
    void oneThatWasSentIsNotSentAgain() {
        book();
        assertEquals(1, mails());
        book();
        find();
        assertEquals(1, mails());
    }

    @Test
    void oneThatWasNeverSentIsSentToWhoeverAsks() {
        book();
        owe();
        find();
        assertEquals(2, mails(), "the note is all that counts");
        find();
        book();
        assertEquals(2, mails());
    }

    @Test
    void orToWhoeverBooksAgain() {
        book();
        owe();
        book();
        assertEquals(2, mails());
    }

    @Test
    void ofManyWhoAskAtOnceOneSendsIt() throws Exception {
        book();
        owe();
        AtOnce.all(20, client -> find());
        assertEquals(2, mails());
    }

    @Test
    void whatWasCancelledMeanwhileIsNotConfirmed() {
        var booked = book().getFirst();
        owe();
        backend.api().cancel(LOCATION, booked.id(), booked.hash());
        find();
        assertEquals(1, mails());
    }

    @Test
    void whoGaveNoAddressIsOwedNothing() {
        backend.api().book(LOCATION, visit(""));
        assertEquals("0", database.answer("SELECT sum(to_confirm) FROM booking_key"));
    }

    /** As a booking leaves it that has been written, when nobody has been told. */
    private void owe() {
        database.script("UPDATE booking_key SET to_confirm = 1");
    }

    List<BookedAppointment> book() {
        return backend.api().book(LOCATION, visit("vera@example.com"));
    }

    List<BookedAppointment> find() {
        return backend.api().findBooked(LOCATION, KEY).orElseThrow();
    }

    long mails() {
        return backend.messages().latest().stream().filter(message -> message.to().equals("vera@example.com")).count();
    }

    private static VisitRequest visit(String email) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), WEDNESDAY)),
                new ClientDetails("Vera", "+37061234567", email), Optional.empty(), "", 0, KEY, Locale.ENGLISH);
    }
}
