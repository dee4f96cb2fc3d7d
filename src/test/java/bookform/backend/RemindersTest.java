package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.ANNA;
import static bookform.backend.setup.DemoLocation.FRINGE_TRIM;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.EventFilter;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemindersTest extends SentByItself {
    private static final String VERA = "+37061234567";
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Test
    void comesTheChosenHoursBeforeTheVisitAndOnce() {
        book(WEDNESDAY, 24, 0);
        at(WEDNESDAY.minus(Duration.ofHours(24)).minusSeconds(1));
        assertEquals(List.of(), sent());
        at(WEDNESDAY.minus(Duration.ofHours(24)));
        assertEquals(List.of("See you at " + WEDNESDAY), sent());
        at(WEDNESDAY.minus(Duration.ofHours(2)));
        assertEquals(1, sent().size());
    }

    @Test
    void whoWantsNoneGetsNone() {
        book(WEDNESDAY, 0, 0);
        at(WEDNESDAY.minusSeconds(60));
        assertEquals(List.of(), sent());
    }

    @Test
    void whoHasJustBookedKnows() {
        book(WEDNESDAY, 72, 0);
        at(WEDNESDAY.minusSeconds(60));
        assertEquals(List.of(), sent());
    }

    @Test
    void aCancelledVisitIsNotRemindedOf() {
        var booked = book(WEDNESDAY, 24, 0);
        backend.api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow();
        at(WEDNESDAY.minus(Duration.ofHours(2)));
        assertEquals(List.of(), sent());
    }

    @Test
    void aVisitThatWasMovedIsRemindedOfAtItsNewTime() {
        var booked = book(WEDNESDAY, 24, 0);
        var later = WEDNESDAY.plus(Duration.ofHours(2));
        move(booked, later);
        at(WEDNESDAY.minus(Duration.ofHours(24)));
        assertEquals(List.of(), sent());
        at(later.minus(Duration.ofHours(24)));
        assertEquals(List.of("See you at " + later), sent());
    }

    @Test
    void aVisitThatWasMovedForwardIsRemindedOfEarlier() {
        var earlier = WEDNESDAY.minus(Duration.ofHours(24));
        move(book(WEDNESDAY, 12, 0), earlier);
        at(earlier.minus(Duration.ofHours(12)));
        assertEquals(List.of("See you at " + earlier), sent());
    }

    @Test
    void aVisitThatIsMovedAfterItsReminderHasAnother() {
        var booked = book(WEDNESDAY, 24, 0);
        at(WEDNESDAY.minus(Duration.ofHours(24)));
        var later = WEDNESDAY.plus(Duration.ofHours(48));
        move(booked, later);
        at(later.minus(Duration.ofHours(24)));
        assertEquals(List.of("See you at " + later, "See you at " + WEDNESDAY), sent());
    }

    @Test
    void aGatewayThatIsDownIsTriedAgainUntilTheVisitBegins() {
        book(WEDNESDAY, 24, 0);
        gatewayIsDown = true;
        at(WEDNESDAY.minus(Duration.ofHours(24)));
        gatewayIsDown = false;
        at(WEDNESDAY.minus(Duration.ofHours(24)).plusSeconds(299));
        assertEquals(List.of(), sent(), "it may still be on its way");
        at(WEDNESDAY.minus(Duration.ofHours(24)).plusSeconds(300));
        assertEquals(1, sent().size());

        var thursday = WEDNESDAY.plus(Duration.ofHours(24));
        book(thursday, 12, 0);
        gatewayIsDown = true;
        at(thursday.minus(Duration.ofHours(12)));
        gatewayIsDown = false;
        at(thursday);
        assertEquals(1, sent().size(), "too late");
        assertEquals("0", database.answer("SELECT count(*) FROM reminder"));
    }

    @Test
    void comesByMailWhereAPartnerAsksForThat() {
        book(WEDNESDAY, 0, 24);
        at(WEDNESDAY.minus(Duration.ofHours(24)));
        assertEquals(List.of("Reminder\n\n" + WEDNESDAY, "Booked\n\n" + WEDNESDAY), sent());
    }

    @Test
    void seatsAreRemindedOfAsWell() {
        var event = backend.events().events(LOCATION, EventFilter.between(MONDAY, MONDAY.plusDays(14))).getFirst();
        backend.events().bookSeats(LOCATION,
                new SeatRequest(PLAIN_FORM, event.id(), 1, new ClientDetails("Vera", VERA, ""), Optional.empty(),
                        "", 1, 0, "", "seats", Locale.ENGLISH, Consent.NONE));
        at(event.start().minus(Duration.ofHours(1)));
        assertEquals(List.of("See you at " + event.start()), sent());
    }

    @Override
    protected void sendDue() {
        new Reminders(backend.api(), backend.store(), backend.clock(), outbox(), DemoBackend.TEXTS).sendDue();
    }

    /** Twelve clients who want to be reminded by now. @param round so many quarters of an hour later, so that they find room */
    @Override
    protected void bookTwelve(int round) {
        backend.clock().set(MONDAY.atTime(7, 0).atZone(ZONE).toInstant().toString());
        backend.store().locations().replace(DemoBackend.team(12));
        for (var person = 1; person <= 12; person++)
            book(WEDNESDAY.plus(Duration.ofMinutes(15L * (person % 8) + 1_440L * 7 * round)), 24, 0, person);
        backend.clock().set(WEDNESDAY.plus(Duration.ofDays(7L * round)).minus(Duration.ofHours(12)).toString());
    }

    @Test
    void moreThanAHandfulAreSentInOneGo() {
        backend.store().locations().replace(DemoBackend.team(12));
        var booked = new ArrayList<BookedAppointment>();
        for (var person = 1; person <= 12; person++)
            for (var slot = 0; slot < 5; slot++)
                booked.add(book(WEDNESDAY.plus(Duration.ofMinutes(30L * slot)), 24, 0, person));
        at(WEDNESDAY.minus(Duration.ofHours(12)));
        assertEquals(60, booked.size());
        assertEquals(60, sent().size());
    }

    private BookedAppointment book(Instant start, int smsHours, int mailHours) {
        return book(start, smsHours, mailHours, ANNA);
    }

    private BookedAppointment book(Instant start, int smsHours, int mailHours, long person) {
        return backend.api().book(LOCATION, new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(person), start)),
                new ClientDetails("Vera", VERA, mailHours > 0 ? "vera@example.com" : ""), Optional.empty(), "", smsHours, mailHours, "",
                "reminder " + KEYS.incrementAndGet(), Locale.ENGLISH, Consent.NONE)).getFirst();
    }
}
