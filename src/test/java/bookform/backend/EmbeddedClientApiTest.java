package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientApi;
import bookform.booking.ClientApiContract;
import bookform.booking.Location;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Review.Draft;
import bookform.booking.Sender;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in process, and what only our own engine promises (reliability.md G2, G7, G9, G10). */
class EmbeddedClientApiTest extends ClientApiContract {
    @TempDir Path folder;

    private DemoBackend backend;

    @BeforeEach
    void open() {
        backend = DemoBackend.open(newDatabase());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    // Codes

    @Test
    void saysWhetherThereIsAPassword() {
        var token = signIn(VERA);
        assertFalse(clients().profile(token).hasPassword());
        assertTrue(clients().profile(clients().changePassword(token, "", PASSWORD)).hasPassword());
    }

    @Test
    void aCodeToBookDoesNotSignIn() {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(VERA, SMS_FORM, Locale.ENGLISH, HOME));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(VERA, code(VERA), HOME));
    }

    // Their calendar

    @Test
    void aCalendarIsOpenedByItsLastSecretAlone() {
        var token = signIn(VERA);
        assertFalse(clients().hasCalendar(token));
        var first = clients().openCalendar(token);
        assertTrue(clients().hasCalendar(token));
        assertEquals(Optional.of(clients().appointments(token)), clients().calendar(first));
        var second = clients().openCalendar(token);
        assertEquals(Optional.empty(), clients().calendar(first));
        assertTrue(clients().calendar(second).isPresent());
        clients().closeCalendar(token);
        assertFalse(clients().hasCalendar(token));
        for (var secret : List.of(second, "", "null", token)) assertEquals(Optional.empty(), clients().calendar(secret), secret);
        assertRefused(Reason.SIGNED_OUT, () -> clients().openCalendar(second));
    }

    // Passwords

    @Test
    void manyAtOnceAreNoMoreThanOneAfterTheOther() throws Exception {
        withPassword(VERA, "");
        assertTrue(fiftyAtOnce(() -> {
            try {
                clients().signInWithPassword(VERA, "not the password", HOME);
                return true;
            } catch (BookingRefused refused) {
                return refused.reason() == Reason.LOGIN_WRONG;
            } catch (BookingUnavailable tooMany) {
                return false;
            }
        }) <= LoginThrottle.OF_LOGIN.most());
    }

    @Test
    void anAddressHasFiftyFailuresAnHour() {
        for (var i = 0; i < 50; i++) {
            var login = "somebody" + i + "@example.com";
            assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(login, "not the password", HOME));
        }
        assertRefused(Reason.TRIED_TOO_OFTEN, () -> clients().signInWithPassword("another@example.com", "not the password", HOME));
        assertRefused(Reason.LOGIN_WRONG,
                () -> clients().signInWithPassword("another@example.com", "not the password", new Sender("192.0.2.2")));
        backend.clock().advance(Duration.ofHours(1));
        assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword("third@example.com", "not the password", HOME));
    }

    // G10: changing what guards the account

    @Test
    void aNewPhoneThatWasAClientBecomesOneWithThem() {
        book(VERA, "09:00");
        book(NEW_PHONE, "10:00");
        var former = signIn(NEW_PHONE);
        var token = signIn(VERA);
        backend.store().write(tables -> tables.visits().blacklist(LOCATION, VERA, true));
        backend.clock().advance(Duration.ofMinutes(20));
        clients().sendPhoneChangeCode(token, LOCATION, NEW_PHONE, Locale.ENGLISH, HOME);
        clients().changePhone(token, NEW_PHONE, code(NEW_PHONE), Locale.ENGLISH);
        assertEquals(2, clients().appointments(token).size());
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(former));
        assertEquals(true, backend.store().read(tables -> tables.visits().known(LOCATION, "", NEW_PHONE).blacklisted()),
                "a new phone is no way off the list");
    }

    // Sessions

    @Test
    void sessionsAreSeenAndEnded() {
        withPassword(VERA, "");
        var one = signInWithPassword(VERA);
        var other = signInWithPassword(VERA);
        var sessions = clients().sessions(one);
        assertEquals(3, sessions.size());
        assertEquals(1, sessions.stream().filter(session -> session.current()).count());
        clients().endSession(other, sessions.stream().filter(session -> session.current()).findFirst().orElseThrow().id());
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(one));
        clients().signOutEverywhere(other);
        assertRefused(Reason.SIGNED_OUT, () -> clients().sessions(other));
    }

    @Test
    void tenSessionsAreTheMost() {
        withPassword(VERA, "");
        var tokens = new ArrayList<String>();
        for (var i = 0; i < 12; i++, backend.clock().advance(Duration.ofMinutes(1))) tokens.add(signInWithPassword(VERA));
        assertEquals(10, clients().sessions(tokens.getLast()).size());
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(tokens.getFirst()));
    }

    @Test
    void aTokenThatNobodyUsesDies() {
        var token = signIn(VERA);
        backend.clock().advance(Accounts.IDLE.minusHours(1));
        clients().profile(token);
        backend.clock().advance(Accounts.IDLE.minusHours(1));
        clients().profile(token);
        backend.clock().advance(Accounts.IDLE);
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(token));
    }

    @Test
    void aTokenThatIsUsedDiesOneDay() {
        var token = signIn(VERA);
        for (var day = 0; day < Accounts.LIFE.toDays(); day += 20) {
            clients().profile(token);
            backend.clock().advance(Duration.ofDays(20));
        }
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(token));
    }

    // Appointments

    @Test
    void ownAppointmentsAreThoseOfThePhoneAtEveryLocation() {
        backend.store().locations().replace(secondLocation());
        var morning = book(VERA, "09:00");
        var noon = book(VERA, "12:00");
        var elsewhere = backend.api().book(2, visit(VERA, "10:00", 99)).getFirst();
        book(GLEB, "15:00");
        var own = clients().appointments(signIn(VERA));
        assertEquals(List.of(noon.id(), elsewhere.id(), morning.id()), own.stream().map(one -> one.appointment().id()).toList(),
                "the latest first");
        assertEquals(List.of(1L, 2L, 1L), own.stream().map(one -> one.appointment().location().id()).toList());
        assertEquals(backend.api().findAppointment(LOCATION, noon.id(), noon.hash()), Optional.of(own.getFirst().appointment()));
        assertEquals(noon.hash(), own.getFirst().hash());
    }

    @Test
    void theListCostsTheSameHoweverLongItIs() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        clients().appointments(token);
        var one = queries(token);
        for (var time : List.of("10:00", "11:00", "12:00", "15:00", "16:00")) book(VERA, time);
        assertEquals(one, queries(token));
    }

    // Reviews

    @Test
    void theRatingFollowsAReview() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        backend.clock().advance(Duration.ofDays(2));
        var review = only(token).reviewToken().orElseThrow();
        var before = backend.api().findTeamMember(LOCATION, ANNA).orElseThrow().rating().orElseThrow();
        clients().review(review, new Draft(1, "Not my day", Optional.empty()));
        backend.nanoTime().addAndGet(Duration.ofSeconds(2).toNanos());
        var after = backend.api().findTeamMember(LOCATION, ANNA).orElseThrow().rating().orElseThrow();
        assertEquals(before.votes() + 1, after.votes());
        assertEquals((before.stars() * before.votes() + 1) / after.votes(), after.stars(), 1e-9);
    }

    // The confirmation

    @Test
    void whoGaveAnAddressGetsAConfirmationOnce() {
        var visit = visit(VERA, "09:00", PLAIN_FORM);
        backend.api().book(LOCATION, visit);
        backend.api().book(LOCATION, visit);
        var mails = backend.messages().latest();
        assertEquals(List.of("vera@example.com"), mails.stream().map(SentMessages.Message::to).toList());
        assertEquals("Booked\n\n" + at("09:00"), mails.getFirst().text());
    }

    @Override
    protected BookingApi api() {
        return backend.api();
    }

    @Override
    protected ClientApi clients() {
        return backend.clients();
    }

    @Override
    protected TestClock clock() {
        return backend.clock();
    }

    @Override
    protected String lastMessage(String phone) {
        return backend.lastMessage(phone);
    }

    private long queries(String token) {
        var before = backend.store().queries();
        clients().appointments(token);
        return backend.store().queries() - before;
    }

    private static LocationSetup secondLocation() {
        var setup = DemoLocation.setup(DemoBackend.MONDAY);
        var first = setup.location();
        var location = new Location(2, "Second", first.address(), first.city(), first.phone(), first.zone(), first.country(),
                first.currency(),
                first.coordinates(),
                first.description(), first.logo(), first.cancellation(), first.email(), first.anyTeamMember(), first.smsReminderHours());
        return setup.withLocation(location).withForms(List.of());
    }
}
