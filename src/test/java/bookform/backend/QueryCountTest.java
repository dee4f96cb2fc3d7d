package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.setup.DemoLocation;
import bookform.booking.AppointmentRequest;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.EventFilter;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question costs the same number of queries whatever the size of the team and the number of days: here fifty people and two months. */
class QueryCountTest {
    private static final Choices HAIRCUT_BY_ANYBODY = Choices.NONE.withServices(List.of(HAIRCUT));
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Instant NINE = TUESDAY.atTime(9, 0).atZone(ZONE).toInstant();

    @TempDir Path folder;

    private DemoBackend backend;

    @BeforeEach
    void open() {
        backend = DemoBackend.open(folder);
        backend.store().locations().replace(DemoBackend.team(50));
        backend.api().findBookingForm(PLAIN_FORM);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theSetUpIsInMemory() {
        assertQueries(0, () -> backend.api().findBookingForm(PLAIN_FORM));
        assertQueries(0, () -> backend.api().findLocation(LOCATION));
        assertQueries(0, () -> backend.api().findPrivacyPolicy(LOCATION));
        assertQueries(0, () -> backend.api().findTeamMember(LOCATION, ANNA));
        assertQueries(0, () -> backend.api().services(LOCATION, HAIRCUT_BY_ANYBODY));
    }

    /** Two at first, the counts of changes and busy time; then none; once a second, the counts; after a booking, who was booked, too. */
    @Test
    void freeTimeIsInMemory() {
        assertQueries(2, () -> backend.api().timeSlots(LOCATION, HAIRCUT_BY_ANYBODY, TUESDAY));
        assertQueries(0, () -> backend.api().services(LOCATION, HAIRCUT_BY_ANYBODY.withStart(NINE)));
        assertQueries(0, () -> backend.api().teamMembers(LOCATION, HAIRCUT_BY_ANYBODY));
        assertQueries(0, () -> backend.api().dates(LOCATION, HAIRCUT_BY_ANYBODY, MONDAY, MONDAY.plusDays(59)));
        backend.nanoTime().addAndGet(1_000_000_000);
        backend.api().findLocation(LOCATION);
        assertQueries(1, () -> backend.api().timeSlots(LOCATION, HAIRCUT_BY_ANYBODY, TUESDAY));
        book(haircut(1, Optional.empty()));
        assertQueries(2, () -> backend.api().timeSlots(LOCATION, HAIRCUT_BY_ANYBODY, TUESDAY));
        assertQueries(0, () -> backend.api().timeSlots(LOCATION, HAIRCUT_BY_ANYBODY, TUESDAY));
    }

    @Test
    void checkingIsOneQuery() {
        assertQueries(1, () -> backend.api().check(LOCATION, List.of(haircut(1, Optional.empty()), haircut(2, Optional.of(ANNA)))));
    }

    /** Key with version and blacklist, busy time; client, visit, key, link to the review; and for each appointment itself and its service. */
    @Test
    void bookingIsSixAndTwoForEachAppointment() {
        assertQueries(8, () -> book(haircut(1, Optional.empty())));
        assertQueries(10, () -> book(haircut(1, Optional.empty()), haircut(2, Optional.of(40L))));
    }

    @Test
    void anAppointmentIsTwo() {
        var booked = backend.api().book(LOCATION, visit(haircut(1, Optional.of(ANNA)))).getFirst();
        assertQueries(2, () -> backend.api().findAppointment(LOCATION, booked.id(), booked.hash()));
        assertQueries(5, () -> backend.api().cancel(LOCATION, booked.id(), booked.hash()));
    }

    /** A list: events and rooms. Seats: key with version and blacklist, event, own seats; client, visit, key, event, appointment, service, link. */
    @Test
    void eventsAreTwoAndSeatsAreTen() {
        backend.store().locations().replace(DemoLocation.setup(MONDAY));
        var workshops = EventFilter.between(MONDAY, MONDAY.plusDays(59));
        var event = backend.events().events(LOCATION, workshops).getFirst();
        assertQueries(2, () -> backend.events().events(LOCATION, workshops));
        assertQueries(2, () -> backend.events().findEvent(LOCATION, event.id()));
        assertQueries(10, () -> backend.events().bookSeats(LOCATION, new SeatRequest(PLAIN_FORM, event.id(), 2,
                new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0, "seats", Locale.ENGLISH)));
    }

    @Test
    void theSetUpIsLookedAtOnceASecond() {
        backend.nanoTime().addAndGet(1_000_000_000);
        assertQueries(1, () -> backend.api().findLocation(LOCATION));
        assertQueries(0, () -> backend.api().findLocation(LOCATION));
    }

    private void assertQueries(long expected, Runnable question) {
        var before = backend.store().queries();
        question.run();
        assertEquals(expected, backend.store().queries() - before);
    }

    private void book(AppointmentRequest... appointments) {
        backend.api().book(LOCATION, visit(appointments));
    }

    private static VisitRequest visit(AppointmentRequest... appointments) {
        return new VisitRequest(PLAIN_FORM, List.of(appointments), new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0,
                "key of " + appointments.length, Locale.ENGLISH);
    }

    private static AppointmentRequest haircut(int id, Optional<Long> teamMember) {
        return new AppointmentRequest(id, List.of(HAIRCUT), teamMember, NINE);
    }
}
