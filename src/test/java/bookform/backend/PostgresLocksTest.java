package bookform.backend;

import static bookform.backend.setup.DemoLocation.ANNA;
import static bookform.backend.setup.DemoLocation.BORIS;
import static bookform.backend.setup.DemoLocation.HAIRCUT;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.erasure.Erasure;
import bookform.backend.store.Lock;
import bookform.backend.store.MessageTable.Message;
import bookform.backend.store.ReminderTable.Kind;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.VisitRequest;
import bookform.support.HeldUp;
import bookform.support.TestDatabase;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever changes an appointment, or forgets whose it was, waits for those who are at the same (reliability.md A4). On PostgreSQL alone:
 * SQLite has one writer. One is held up half-way, so that nothing is left to luck.
 */
@Timeout(60)
class PostgresLocksTest extends OnOneDatabase {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final Long[] NOTHING = {};
    private static final Instant NOON = at(8, "12:00");

    private BookedAppointment veras;
    private BookedAppointment glebs;

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int numberOfInstances() {
        return 2;
    }

    @Test
    void whoMovesSeesWhoMovedBefore() throws Exception {
        book(ANNA, ANNA, NOTHING);
        database().dropNet();
        assertEquals(List.of("moved", "SLOT_TAKEN"), whileGlebMoves(this::move));
        assertEquals(1, atNoon());
    }

    @Test
    void whoMovesSeesWhoTookTheRoomBefore() throws Exception {
        book(ANNA, BORIS, HAIRCUT);
        database().dropNet();
        assertEquals(List.of("moved", "SLOT_TAKEN"), whileGlebMoves(this::move));
        assertEquals(1, atNoon());
    }

    /** The control. */
    @Test
    void withoutLocksBothMove() throws Exception {
        database().dropLocks();
        book(ANNA, ANNA, NOTHING);
        database().dropNet();
        assertEquals(List.of("moved", "moved"), whileGlebMoves(this::move));
        assertEquals(2, atNoon());
    }

    /** Who moves gives back the room first and the team member's time next, and who cancels the other way round. */
    @Test
    void whoCancelsAndWhoMovesWaitInNoCircle() throws Exception {
        book(ANNA, ANNA, HAIRCUT);
        assertEquals(List.of("moved", "cancelled"), whileGlebMoves(this::cancel));
        assertEquals(0, circles());
    }

    @Test
    void whoForgetsAndWhoMovesWaitInNoCircle() throws Exception {
        book(ANNA, ANNA, HAIRCUT);
        assertEquals(List.of("moved", "forgotten"), whileGlebMoves(this::forget));
        assertEquals(0, circles());
    }

    /** The control: in the end both are served, as the database lets go of one; but for that they wait. */
    @Test
    void withoutLocksTheyDo() throws Exception {
        database().dropLocks();
        book(ANNA, ANNA, HAIRCUT);
        assertEquals(List.of("moved", "cancelled"), whileGlebMoves(this::cancel));
        assertEquals(1, circles());
    }

    /** A message to her is being kept: who forgets her waits for it, as it would be all that is left of her. */
    @Test
    void whatIsBeingKeptIsForgottenToo() throws Exception {
        book(ANNA, ANNA, NOTHING);
        forgetWhileAMessageIsKept();
        assertEquals("0", messages());
    }

    /** The control. */
    @Test
    void withoutLocksItStays() throws Exception {
        database().dropLocks();
        book(ANNA, ANNA, NOTHING);
        forgetWhileAMessageIsKept();
        assertEquals("1", messages());
    }

    /** @param needRoom services, which then need the only room */
    private void book(long verasTeamMember, long glebsTeamMember, Long... needRoom) {
        open(true);
        new DemoVariation(DemoBackend.team(2)).rooms(1, needRoom).at(instance(0));
        instances().forEach(instance -> instance.nanoTime().addAndGet(1_000_000_000)); // so that both look
        veras = book(VERA, verasTeamMember, at(1, "09:00"));
        glebs = book(GLEB, glebsTeamMember, at(1, "10:00"));
    }

    private BookedAppointment book(String phone, long teamMember, Instant start) {
        return api(0).book(LOCATION, new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(teamMember), start)),
                new ClientDetails("Somebody", phone, ""), Optional.empty(), "", 0, phone, Locale.ENGLISH)).getFirst();
    }

    /** @param other what is done to Vera's appointment, while Gleb's has given back its room, and is not yet at another time */
    private List<String> whileGlebMoves(Function<BookedAppointment, String> other) throws Exception {
        return HeldUp.at(database(), "SELECT 1 FROM appointment WHERE id = " + glebs.id(), () -> move(glebs), () -> other.apply(veras));
    }

    private String move(BookedAppointment appointment) {
        try {
            api(appointment == glebs ? 0 : 1).move(LOCATION, appointment.id(), appointment.hash(), NOON).orElseThrow();
            return "moved";
        } catch (BookingRefused refused) {
            return refused.reason().name();
        }
    }

    private String cancel(BookedAppointment appointment) {
        api(1).cancel(LOCATION, appointment.id(), appointment.hash()).orElseThrow();
        return "cancelled";
    }

    private String forget(BookedAppointment vera) {
        new Erasure(instance(1).store(), instance(1).clock()).phone(VERA, false);
        return "forgotten";
    }

    private void forgetWhileAMessageIsKept() throws Exception {
        var message = new Message(VERA, Optional.of(LOCATION), Kind.SMS, "REMINDER", VERA, "", "See you");
        HeldUp.at(database(), "SELECT 1 FROM location", () -> {
            instance(0).store().change(tables -> {
                tables.lock(Lock.phone(VERA));
                tables.messages().insertIfKnown(message, instance(0).clock().instant());
            });
            return "kept";
        }, () -> forget(veras));
    }

    private String messages() {
        return database().answer("SELECT count(*) FROM message");
    }

    private long atNoon() {
        return instance(0).store().export(LOCATION).stream().filter(one -> one.start().equals(NOON)).count();
    }

    private long circles() throws Exception {
        instances().forEach(DemoBackend::close);
        return HeldUp.circles(database());
    }

    private static Instant at(int day, String time) {
        return DemoBackend.MONDAY.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
