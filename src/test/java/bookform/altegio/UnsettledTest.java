package bookform.altegio;

import static bookform.altegio.LossyAccount.BOOK;
import static bookform.altegio.LossyAccount.LOOK;
import static bookform.altegio.LossyAccount.TEN;
import static bookform.altegio.LossyAccount.visit;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.support.RunningApp;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** reliability.md C5, C6: told to do something, and the answer is lost. */
class UnsettledTest {
    private static final long A_WHILE = 60_000;

    @RegisterExtension final LossyAccount account = new LossyAccount();

    private FaultyProxy proxy;
    private Altegio altegio;

    @BeforeEach
    void start() {
        proxy = account.proxy();
        altegio = account.altegio();
    }

    @Test
    void itIsAskedForOnceAndFoundOutLater() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        assertEquals(1, proxy.writes());
        var booked = altegio.bookings().findBooked(LOCATION, "key").orElseThrow();
        assertTrue(altegio.bookings().findAppointment(LOCATION, booked.getFirst().id(), booked.getFirst().hash()).isPresent());
        assertEquals(booked, altegio.bookings().book(LOCATION, visit("key")), "and the same request again has this answer");
        assertEquals(1, proxy.writes());
        assertEquals(1, account.held());
    }

    /** The control: without the ledger the second request asks again, and on the original that would be a second booking. */
    @Test
    void withoutTheLedgerItWouldBeAskedForTwice() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK);
        try (var forgetful = account.altegio(name -> change -> change.apply("", 0L))) {
            for (var i = 0; i < 2; i++) assertThrows(BookingUnsettled.class, () -> forgetful.bookings().book(LOCATION, visit("key")));
        }
        assertEquals(2, proxy.writes());
    }

    @Test
    void whatNeverArrivedIsSettledAfterAWhile() {
        proxy.does(TransportFault.EMPTY_5, BOOK);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().findBooked(LOCATION, "key"), "it may still be happening");
        account.millis.addAndGet(A_WHILE);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
        proxy.works();
        altegio.bookings().book(LOCATION, visit("key"));
        assertEquals(1, account.held());
    }

    /** The original does not tell by our name of it. */
    @Test
    void aTimeThatIsStillFreeWasNotBooked() {
        proxy.does(TransportFault.EMPTY_5, BOOK);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        proxy.does(TransportFault.NOT_KNOWN_HERE, LOOK);
        account.millis.addAndGet(A_WHILE);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
    }

    /** It may be this client's, or somebody else's: nobody says what is not known. */
    @Test
    void aTimeThatIsGoneStaysOpen() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        proxy.does(TransportFault.NOT_KNOWN_HERE, LOOK);
        account.millis.addAndGet(A_WHILE);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().findBooked(LOCATION, "key"));
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit("key")), "and is not asked for again");
        assertEquals(0, proxy.writes());
    }

    @Test
    void whatWasNeverSentCanBeTriedAgainAtOnce() throws IOException {
        proxy.close();
        var refused = assertThrows(BookingUnavailable.class, () -> altegio.bookings().book(LOCATION, visit("key")));
        assertFalse(refused instanceof BookingUnsettled);
        assertTrue(account.texts.values().stream().allMatch(String::isEmpty), "nothing is open");
    }

    @Test
    void whoeverLooksSeesWhetherItWasCancelledOrMoved() {
        var booked = altegio.bookings().book(LOCATION, visit("key")).getFirst();
        proxy.does(TransportFault.ANSWER_LOST_23, "PUT /");
        assertEquals(TEN.plusSeconds(3600),
                altegio.bookings().move(LOCATION, booked.id(), booked.hash(), TEN.plusSeconds(3600)).orElseThrow().start());
        assertEquals(1, proxy.writes());
        proxy.does(TransportFault.EMPTY_5, "DELETE");
        assertThrows(BookingUnavailable.class, () -> altegio.bookings().cancel(LOCATION, booked.id(), booked.hash()), "it was not");
        proxy.does(TransportFault.ANSWER_LOST_23, "DELETE");
        assertTrue(altegio.bookings().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow().isCancelled());
        assertEquals(1, proxy.writes());
    }

    @Test
    void thePageSaysSoAndFindsOut() {
        try (var app = RunningApp.onAltegio(proxy.url().toString())) {
            var details = app.get(app.details(1, "service=1&teamMember=1"));
            proxy.does(TransportFault.ANSWER_LOST_23, BOOK);
            var checking = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567"));
            assertEquals(202, checking.status());
            assertEquals("We are checking your booking", checking.heading());
            assertTrue(checking.text().contains("Please do not book again"), checking.text());
            assertEquals("You are booked", app.follow(app.submit(checking, "checking", Map.of())).heading());
            assertEquals(1, proxy.writes());
        }
        assertEquals(1, account.held());
    }
}
