package bookform.altegio;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.RunningApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reliability.md C5, C6: told to do something, and the answer is lost. */
class UnsettledTest {
    private static final Instant TEN = LocalDate.parse("2026-11-24").atTime(10, 0).atZone(ZONE).toInstant();
    private static final String BOOK = "POST /api/v1/book_record";
    private static final String LOOK = "GET /api/v1/book_records";
    private static final long A_WHILE = 60_000;

    @TempDir Path folder;

    private final AtomicLong millis = new AtomicLong();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private DemoServer server;
    private FaultyProxy proxy;
    private Altegio altegio;

    @BeforeEach
    void start() {
        server = DemoServer.start(folder);
        proxy = new FaultyProxy(server.url());
        altegio = altegio(this::kept);
    }

    @AfterEach
    void stop() throws IOException {
        altegio.close();
        proxy.close();
        server.close();
    }

    @Test
    void itIsAskedForOnceAndFoundOutLater() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK + "/");
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit()));
        assertEquals(1, proxy.writes());
        var booked = altegio.bookings().findBooked(LOCATION, "key").orElseThrow();
        assertTrue(altegio.bookings().findAppointment(LOCATION, booked.getFirst().id(), booked.getFirst().hash()).isPresent());
        assertEquals(booked, altegio.bookings().book(LOCATION, visit()), "and the same request again has this answer");
        assertEquals(1, proxy.writes());
        assertEquals(1, held());
    }

    /** The control: without the ledger the second request asks again, and on the original that would be a second booking. */
    @Test
    void withoutTheLedgerItWouldBeAskedForTwice() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK + "/");
        try (var forgetful = altegio(name -> change -> change.apply("", 0L))) {
            for (var i = 0; i < 2; i++) assertThrows(BookingUnsettled.class, () -> forgetful.bookings().book(LOCATION, visit()));
        }
        assertEquals(2, proxy.writes());
    }

    @Test
    void whatNeverArrivedIsSettledAfterAWhile() {
        proxy.does(TransportFault.EMPTY_5, BOOK + "/");
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit()));
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().findBooked(LOCATION, "key"), "it may still be happening");
        millis.addAndGet(A_WHILE);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
        proxy.works();
        altegio.bookings().book(LOCATION, visit());
        assertEquals(1, held());
    }

    /** The original does not tell by our name of it. */
    @Test
    void aTimeThatIsStillFreeWasNotBooked() {
        proxy.does(TransportFault.EMPTY_5, BOOK + "/");
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit()));
        proxy.does(TransportFault.NOT_KNOWN_HERE, LOOK);
        millis.addAndGet(A_WHILE);
        assertEquals(Optional.empty(), altegio.bookings().findBooked(LOCATION, "key"));
    }

    /** It may be this client's, or somebody else's: nobody says what is not known. */
    @Test
    void aTimeThatIsGoneStaysOpen() {
        proxy.does(TransportFault.ANSWER_LOST_23, BOOK + "/");
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit()));
        proxy.does(TransportFault.NOT_KNOWN_HERE, LOOK);
        millis.addAndGet(A_WHILE);
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().findBooked(LOCATION, "key"));
        assertThrows(BookingUnsettled.class, () -> altegio.bookings().book(LOCATION, visit()), "and is not asked for again");
        assertEquals(0, proxy.writes());
    }

    @Test
    void whatWasNeverSentCanBeTriedAgainAtOnce() throws IOException {
        proxy.close();
        var refused = assertThrows(BookingUnavailable.class, () -> altegio.bookings().book(LOCATION, visit()));
        assertFalse(refused instanceof BookingUnsettled);
        assertTrue(texts.values().stream().allMatch(String::isEmpty), "nothing is open");
    }

    @Test
    void whoeverLooksSeesWhetherItWasCancelledOrMoved() {
        var booked = altegio.bookings().book(LOCATION, visit()).getFirst();
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
            proxy.does(TransportFault.ANSWER_LOST_23, BOOK + "/");
            var checking = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567"));
            assertEquals(202, checking.status());
            assertEquals("We are checking your booking", checking.heading());
            assertTrue(checking.text().contains("Please do not book again"), checking.text());
            assertEquals("You are booked", app.follow(app.submit(checking, "checking", Map.of())).heading());
            assertEquals(1, proxy.writes());
        }
        assertEquals(1, held());
    }

    private Altegio altegio(Function<String, SharedText> kept) {
        return new Altegio(new AltegioAccount(proxy.url(), "demo", AltegioAccount.MOST_CALLS), server.clock(),
                change -> change.apply("", 0L),
                new Ledger(kept, new byte[32]), new Patience(System::nanoTime, Duration.ofSeconds(9), Duration.ofSeconds(5),
                        Duration.ofSeconds(5)),
                (patience, old) -> Memory.NONE);
    }

    private SharedText kept(String name) {
        return (BiFunction<String, Long, String> change) -> texts.compute(name,
                (same, text) -> change.apply(text == null ? "" : text, millis.get()));
    }

    private long held() {
        return server.store().export(LOCATION).stream().filter(one -> one.status() != Status.CANCELLED).count();
    }

    private static VisitRequest visit() {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), TEN)),
                new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0, "key", Locale.ENGLISH);
    }
}
