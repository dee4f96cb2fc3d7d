package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.DemoBackend.SECRET;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.erasure.Erasure;
import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientDetails;
import bookform.booking.EventFilter;
import bookform.booking.Review.Draft;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import bookform.support.CapturedLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewLinksTest extends SentByItself {
    private static final String VERA = "+37061234567";
    private static final Optional<URI> ADDRESS = Optional.of(URI.create("https://booking.example"));
    private static final AtomicInteger KEYS = new AtomicInteger();

    /** Of a visit that begins then. */
    private static final Instant END = WEDNESDAY.plus(Duration.ofMinutes(15));

    @Test
    void comesAnHourAfterTheVisitOnceAndLeadsToItsReview() {
        var booked = book(WEDNESDAY, "");
        at(WEDNESDAY);
        at(END.plus(Duration.ofHours(1)).minusSeconds(1));
        assertEquals(List.of(), sent());
        at(END.plus(Duration.ofHours(1)));
        at(END.plus(Duration.ofHours(2)));
        assertEquals(1, sent().size());
        var link = sent().getFirst();
        assertTrue(link.matches("lt https://booking\\.example/reviews/[0-9a-z-]+\\?lang=lt"), link);
        assertEquals(booked.id(), backend.clients().findReviewedVisit(token(link)).orElseThrow().appointment().id());
        assertEquals("0", database.answer("SELECT count(*) FROM review_link"));
    }

    @Test
    void comesByMailToWhoGaveAnAddress() {
        book(WEDNESDAY, "vera@example.com");
        at(END.plus(Duration.ofHours(1)));
        assertEquals(List.of("How was it?", "Booked"), sent().stream().map(text -> text.replaceAll("(?s)\n.*", "")).toList());
        assertEquals("vera@example.com", backend.messages().latest().getFirst().to());
    }

    @Test
    void whatDidNotTakePlaceIsNotAskedAbout() {
        var cancelled = book(WEDNESDAY, "");
        backend.api().cancel(LOCATION, cancelled.id(), cancelled.hash()).orElseThrow();
        var missed = book(WEDNESDAY.plus(Duration.ofHours(1)), "");
        database.script("UPDATE appointment SET status = 'NO_SHOW' WHERE id = " + missed.id());
        at(END.plus(Duration.ofHours(3)));
        assertEquals(List.of(), sent());
        var arrived = book(WEDNESDAY.plus(Duration.ofHours(5)), "");
        database.script("UPDATE appointment SET status = 'ARRIVED' WHERE id = " + arrived.id());
        at(END.plus(Duration.ofHours(6)));
        assertEquals(1, sent().size(), "the control");
    }

    @Test
    void whoHasReviewedAlreadyIsNotAsked() {
        var booked = book(WEDNESDAY, "");
        backend.clock().set(END.toString());
        var token = new ReviewTokens(new Keyed(SECRET)).token(LOCATION, booked.id());
        backend.clients().review(token, new Draft(5, "Lovely", Optional.empty())).orElseThrow();
        at(END.plus(Duration.ofHours(1)));
        assertEquals(List.of(), sent());
    }

    @Test
    void followsAVisitThatIsMoved() {
        move(book(WEDNESDAY, ""), WEDNESDAY.plus(Duration.ofHours(2)));
        at(END.plus(Duration.ofHours(1)));
        assertEquals(List.of(), sent());
        at(END.plus(Duration.ofHours(3)));
        assertEquals(1, sent().size());

        var tuesday = WEDNESDAY.plus(Duration.ofDays(6));
        move(book(WEDNESDAY.plus(Duration.ofDays(9)), ""), tuesday);
        at(tuesday.plus(Duration.ofMinutes(75)));
        assertEquals(2, sent().size(), "earlier, too");
    }

    /** Also before the hour is over, and whatever the clocks do that night. */
    @ParameterizedTest
    @CsvSource({"2026-11-25T10:15, 2026-11-25T11:15, Europe/Vilnius", "2026-11-25T19:59, 2026-11-25T20:59, Europe/Vilnius",
            "2026-11-25T20:00, 2026-11-26T09:00, Europe/Vilnius", "2026-11-25T23:30, 2026-11-26T09:00, Europe/Vilnius",
            "2026-11-25T07:30, 2026-11-25T09:00, Europe/Vilnius", "2026-11-25T08:00, 2026-11-25T09:00, Europe/Vilnius",
            "2026-10-24T22:00, 2026-10-25T09:00, Europe/Berlin", "2026-03-28T22:00, 2026-03-29T09:00, Europe/Berlin"})
    void nobodyIsWoken(String end, String asked, ZoneId zone) {
        assertEquals(LocalDateTime.parse(asked).atZone(zone).toInstant(),
                ReviewLinks.moment(LocalDateTime.parse(end).atZone(zone).toInstant(), zone));
    }

    @Test
    void aGatewayThatIsDownIsTriedAgainForADayAndNotLonger() {
        book(WEDNESDAY, "");
        gatewayIsDown = true;
        at(END.plus(Duration.ofHours(1)));
        gatewayIsDown = false;
        at(END.plus(Duration.ofHours(1)).plusSeconds(299));
        assertEquals(List.of(), sent(), "it may still be on its way");
        at(END.plus(Duration.ofHours(1)).plusSeconds(300));
        assertEquals(1, sent().size());
    }

    /** We were down, too. */
    @Test
    void afterADayNobodyIsAskedAnyMore() {
        book(WEDNESDAY, "");
        at(END.plus(Duration.ofDays(1)));
        assertEquals(1, sent().size(), "the control");
        var friday = WEDNESDAY.plus(Duration.ofDays(2));
        book(friday, "");
        at(friday.plus(Duration.ofMinutes(15)).plus(Duration.ofDays(1)).plusSeconds(1));
        assertEquals(1, sent().size());
        assertEquals("0", database.answer("SELECT count(*) FROM review_link"));
    }

    @Test
    void severalAppointmentsAreAskedAboutOnceAfterTheLast() {
        var visit = backend.api().book(LOCATION, visit("",
                new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), WEDNESDAY),
                new AppointmentRequest(2, List.of(FRINGE_TRIM), Optional.of(ANNA), WEDNESDAY.plus(Duration.ofHours(4)))));
        at(END.plus(Duration.ofHours(1)));
        assertEquals(List.of(), sent());
        at(END.plus(Duration.ofHours(5)));
        assertEquals(List.of(visit.getLast().id()), sent().stream()
                .map(link -> backend.clients().findReviewedVisit(token(link)).orElseThrow().appointment().id()).toList());
    }

    @Test
    void seatsAreAskedAboutAsWell() {
        var event = backend.events().events(LOCATION, EventFilter.between(MONDAY, MONDAY.plusDays(14))).getFirst();
        backend.events().bookSeats(LOCATION, new SeatRequest(PLAIN_FORM, event.id(), 1, new ClientDetails("Vera", VERA, ""),
                Optional.empty(), "", 0, "seats", Locale.ENGLISH));
        at(event.start());
        at(ReviewLinks.moment(event.end(), ZONE));
        assertEquals(1, sent().size());
    }

    @Test
    void whereTheLocationDoesNotWantItNobodyIsNoted() {
        var setup = DemoLocation.setup(MONDAY);
        var rules = setup.rules();
        backend.store().locations().replace(setup.withRules(new Rules(rules.notice(), rules.horizonDays(), rules.slots(), Set.of())));
        book(WEDNESDAY, "");
        assertEquals("0", database.answer("SELECT count(*) FROM review_link"));
    }

    @Test
    void whoWasForgottenIsNotAsked() {
        book(WEDNESDAY, "");
        backend.clock().set(END.toString());
        new Erasure(backend.store(), backend.clock()).phone(VERA, false);
        at(END.plus(Duration.ofHours(1)));
        assertEquals(List.of(), sent());
    }

    @Test
    void withoutAnAddressOfOursThereIsNothingToSend() {
        book(WEDNESDAY, "");
        backend.clock().set(END.plus(Duration.ofHours(1)).toString());
        links(Optional.empty()).sendDue();
        assertEquals(List.of(), sent());
        assertEquals("0", database.answer("SELECT count(*) FROM review_link"));
    }

    /** What goes wrong with one task of the rounds leaves the others alone. */
    @Test
    void roundsGoOn() {
        book(WEDNESDAY, "");
        backend.clock().set(END.plus(Duration.ofHours(1)).toString());
        try (var log = CapturedLog.start()) {
            rounds().go();
            assertEquals(2, log.said().size());
        }
        assertEquals(1, sent().size());
    }

    private Rounds rounds() {
        return new Rounds(() -> {
            throw new BookingUnavailable("The database is down");
        }, () -> {
            throw new IllegalStateException("a bug");
        }, links(ADDRESS)::sendDue);
    }

    @Override
    protected void sendDue() {
        links(ADDRESS).sendDue();
    }

    /** Twelve visits that are over by an hour. @param round so many weeks later, so that they find room */
    @Override
    protected void bookTwelve(int round) {
        backend.clock().set(MONDAY.atTime(7, 0).atZone(ZONE).toInstant().toString());
        var team = DemoBackend.team(12);
        backend.store().locations().replace(team);
        for (var person = 1; person <= 12; person++) book(WEDNESDAY.plus(Duration.ofDays(7L * round)), "", person);
        backend.clock().set(END.plus(Duration.ofDays(7L * round)).plus(Duration.ofHours(1)).toString());
    }

    private ReviewLinks links(Optional<URI> address) {
        return new ReviewLinks(backend.api(), backend.store(), backend.clock(), outbox(), DemoBackend.TEXTS, SECRET, address);
    }

    private static String token(String link) {
        return link.replaceAll(".*/reviews/|\\?.*", "");
    }

    private BookedAppointment book(Instant start, String email) {
        return book(start, email, ANNA);
    }

    private BookedAppointment book(Instant start, String email, long person) {
        return backend.api().book(LOCATION, visit(email, new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(person), start)))
                .getFirst();
    }

    private static VisitRequest visit(String email, AppointmentRequest... appointments) {
        return new VisitRequest(PLAIN_FORM, List.of(appointments), new ClientDetails("Vera", VERA, email), Optional.empty(), "", 0,
                "review link " + KEYS.incrementAndGet(), Locale.of("lt"));
    }
}
