package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.booking.Appointment;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientApi;
import bookform.booking.ClientDetails;
import bookform.booking.Location;
import bookform.booking.OwnAppointment;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Review;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Clients who come back (reliability.md G2, G7, G9, G10): Vera, and Gleb, who is not to see what is hers. */
class EmbeddedClientApiTest {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final String NEW_PHONE = "+37062222222";
    private static final String PASSWORD = "mano žalias dviratis";
    private static final Sender HOME = new Sender("192.0.2.1");

    @TempDir Path folder;

    private DemoBackend backend;
    private int keys;

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

    // Coming in with a code

    @Test
    void aCodeSignsIn() {
        book(VERA, "09:00");
        var profile = clients().profile(signIn(VERA));
        assertEquals(List.of("Vera Kalnina", VERA, "vera@example.com", "vera@example.com"),
                List.of(profile.name(), profile.phone(), profile.email(), profile.login()));
        assertFalse(profile.hasPassword());
        assertNotEquals(profile.id(), clients().profile(signIn(GLEB)).id(), "whoever was not known is from now on");
    }

    @Test
    void aWrongCodeDoesNot() {
        sendSignInCode(VERA);
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(VERA, "12345", HOME));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(GLEB, code(VERA), HOME));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode("", "", HOME));
    }

    @Test
    void fiftyAtOnceSignInOnce() throws Exception {
        sendSignInCode(VERA);
        var code = code(VERA);
        assertEquals(1, fiftyAtOnce(() -> {
            try {
                clients().signInWithCode(VERA, code, HOME);
                return true;
            } catch (BookingRefused refused) {
                assertEquals(Reason.CODE_WRONG, refused.reason());
                return false;
            }
        }));
    }

    @Test
    void aCodeToBookDoesNotSignIn() {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(VERA, SMS_FORM, Locale.ENGLISH, HOME));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(VERA, code(VERA), HOME));
    }

    @Test
    void nobodySendsACodeToChangeAPhoneWithoutSigningIn() {
        var request = new PhoneCodeRequest(VERA, Set.of(PhoneCodeRequest.Purpose.PHONE_CHANGE), Optional.empty(), Locale.ENGLISH, HOME);
        assertThrows(IllegalArgumentException.class, () -> backend.api().sendPhoneCode(LOCATION, request));
    }

    // Passwords

    @Test
    void aPasswordSignsInByPhoneAndByAddress() {
        withPassword(VERA, "vera@example.com");
        for (var login : List.of(VERA, "370 612 34567", "vera@example.com", " Vera@Example.com ")) {
            assertEquals(VERA, clients().profile(clients().signInWithPassword(login, PASSWORD, HOME)).phone());
        }
        assertTrue(clients().profile(signInWithPassword(VERA)).hasPassword());
    }

    @Test
    void knownAndUnknownGetTheSameAnswer() {
        withPassword(VERA, "");
        signIn(GLEB); // has no password
        for (var login : List.of(VERA, GLEB, "+37063333333", "nobody@example.com", "", "@", "0")) {
            for (var i = 0; i < 3; i++)
                assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(login, "not the password", HOME));
            assertRefused(Reason.TRIED_TOO_OFTEN, () -> clients().signInWithPassword(login, "not the password", HOME));
        }
    }

    @Test
    void triesAreSlowedDownAndAtLastStopped() {
        withPassword(VERA, "");
        var waits = List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30));
        for (var wait : waits) {
            if (wait.isPositive()) {
                backend.clock().advance(wait.minusSeconds(1));
                assertRefused(Reason.TRIED_TOO_OFTEN, () -> signInWithPassword(VERA));
                backend.clock().advance(Duration.ofSeconds(1));
            }
            assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(VERA, "not the password", HOME));
        }
        backend.clock().advance(Duration.ofMinutes(10));
        assertRefused(Reason.TRIED_TOO_OFTEN, () -> signInWithPassword(VERA));
        signIn(VERA); // nobody is locked out of their own phone
        backend.clock().advance(Duration.ofMinutes(5));
        signInWithPassword(VERA);
    }

    /** The control: it is the login that is counted, so that others are not slowed down. */
    @Test
    void othersAreNotSlowedDown() {
        withPassword(VERA, "");
        for (var i = 0; i < 3; i++) assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(GLEB, "not the password", HOME));
        signInWithPassword(VERA);
    }

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

    @Test
    void anAddressOpensTheAccountThatHadItFirst() {
        withPassword(VERA, "vera@example.com");
        backend.clock().advance(Duration.ofMinutes(30));
        withPassword(GLEB, "vera@example.com");
        assertEquals(VERA, clients().profile(clients().signInWithPassword("vera@example.com", PASSWORD, HOME)).phone());
    }

    // G10: changing what guards the account

    @Test
    void aNewPasswordEndsAllSessions() {
        var first = signIn(VERA);
        backend.clock().advance(Duration.ofMinutes(20));
        var second = signIn(VERA);
        var third = clients().changePassword(second, "", PASSWORD);
        for (var token : List.of(first, second)) assertRefused(Reason.SIGNED_OUT, () -> clients().profile(token));
        assertEquals(VERA, clients().profile(third).phone());
        assertRefused(Reason.LOGIN_WRONG, () -> clients().changePassword(third, "not the password", "another password"));
        var fourth = clients().changePassword(third, PASSWORD, "another password");
        assertRefused(Reason.LOGIN_WRONG, () -> signInWithPassword(VERA));
        assertEquals(VERA, clients().profile(fourth).phone());
    }

    @Test
    void aPasswordThatIsNoneIsRefused() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        assertRefused(Reason.PASSWORD_LENGTH, () -> clients().changePassword(token, "", "1234567"));
        for (var guessable : List.of("password1", VERA, "61234567", "vera@example.com")) {
            assertRefused(Reason.PASSWORD_GUESSABLE, () -> clients().changePassword(token, "", guessable));
        }
        assertFalse(clients().profile(token).hasPassword());
    }

    @Test
    void aNewPhoneNeedsItsCode() {
        book(VERA, "09:00");
        var other = signIn(VERA);
        backend.clock().advance(Duration.ofMinutes(20));
        var token = signIn(VERA);
        clients().sendPhoneChangeCode(token, LOCATION, NEW_PHONE, Locale.ENGLISH, HOME);
        assertRefused(Reason.CODE_WRONG, () -> clients().changePhone(token, NEW_PHONE, "000", Locale.ENGLISH));
        var thief = signIn(GLEB);
        assertRefused(Reason.CODE_WRONG, () -> clients().changePhone(thief, NEW_PHONE, code(NEW_PHONE), Locale.ENGLISH));
        clients().changePhone(token, NEW_PHONE, code(NEW_PHONE), Locale.ENGLISH);
        assertEquals(NEW_PHONE, clients().profile(token).phone());
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(other));
        assertEquals("Now +370…22", backend.messages().latest().getFirst().text(), "the old phone learns of it");
        assertEquals(VERA, backend.messages().latest().getFirst().to());
        assertEquals(1, clients().appointments(token).size(), "what was booked comes along");
        backend.clock().advance(Duration.ofMinutes(20));
        assertEquals(List.of(), clients().appointments(signIn(VERA)), "and whoever gets the old number does not see it");
    }

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
        assertEquals(true, backend.store().read(tables -> tables.visits().isBlacklisted(LOCATION, NEW_PHONE)),
                "a new phone is no way off the list");
    }

    @Test
    void aProfileCanBeChanged() {
        var token = signIn(VERA);
        clients().changeProfile(token, " Vera K. ", " Vera@Example.org ");
        assertEquals("Vera K.", clients().profile(token).name());
        assertEquals("vera@example.org", clients().profile(token).email());
    }

    // Sessions

    @Test
    void whoSignsOutIsOut() {
        var token = signIn(VERA);
        clients().signOut(token);
        clients().signOut(token);
        clients().signOut("nonsense");
        assertRefused(Reason.SIGNED_OUT, () -> clients().appointments(token));
    }

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

    @Test
    void noTokenIsNobody() {
        for (var token : List.of("", " ", "x", "0".repeat(43), "x".repeat(10_000)))
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

    @Test
    void ownAppointmentsAreCancelledAndMoved() {
        var booked = book(VERA, "09:00");
        var token = signIn(VERA);
        assertEquals(at("10:00"), clients().move(token, LOCATION, booked.id(), at("10:00")).orElseThrow().appointment().start());
        book(GLEB, "15:00");
        assertRefused(Reason.SLOT_TAKEN, () -> clients().move(token, LOCATION, booked.id(), at("15:00")));
        assertEquals(at("10:00"), only(token).appointment().start());
        assertTrue(clients().cancel(token, LOCATION, booked.id()).orElseThrow().appointment().isCancelled());
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> clients().move(token, LOCATION, booked.id(), at("12:00")));
    }

    @Test
    void othersAppointmentsAreNotThere() {
        var booked = book(VERA, "09:00");
        var thief = signIn(GLEB);
        assertEquals(Optional.empty(), clients().findAppointment(thief, LOCATION, booked.id()));
        assertEquals(Optional.empty(), clients().cancel(thief, LOCATION, booked.id()));
        assertEquals(Optional.empty(), clients().move(thief, LOCATION, booked.id(), at("10:00")));
        assertEquals(Optional.empty(), clients().findAppointment(thief, 99, booked.id()));
        assertEquals(Appointment.Status.WAITING,
                backend.api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow().status());
        assertTrue(clients().findAppointment(signIn(VERA), LOCATION, booked.id()).isPresent(), "the control");
    }

    // Reviews

    @Test
    void aVisitIsReviewedOnceAndTheRatingFollows() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        assertEquals(Optional.empty(), only(token).reviewToken(), "not before it is over");
        backend.clock().advance(Duration.ofDays(2));
        var review = only(token).reviewToken().orElseThrow();
        assertFalse(clients().findReviewedVisit(review).orElseThrow().reviewed());
        var before = backend.api().findTeamMember(LOCATION, ANNA).orElseThrow().rating().orElseThrow();
        assertTrue(clients().review(review, new Draft(1, "Not my day", Optional.empty())).orElseThrow().reviewed());
        assertRefused(Reason.REVIEWED_ALREADY, () -> clients().review(review, new Draft(5, "", Optional.empty())));
        backend.nanoTime().addAndGet(Duration.ofSeconds(2).toNanos());
        var after = backend.api().findTeamMember(LOCATION, ANNA).orElseThrow().rating().orElseThrow();
        assertEquals(before.votes() + 1, after.votes());
        assertEquals((before.stars() * before.votes() + 1) / after.votes(), after.stars(), 1e-9);
        var listed =
                clients().reviews(LOCATION, new Filter(Optional.empty(), Optional.empty(), Optional.of(ANNA), Optional.empty(), 1, 20));
        assertEquals(List.of("Not my day", "Vera"), List.of(listed.getFirst().text(), listed.getFirst().client()));
        assertEquals(List.of(),
                clients().reviews(LOCATION, new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(5), 1, 20)));
    }

    @Test
    void aReviewTokenIsNotGuessed() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        backend.clock().advance(Duration.ofDays(2));
        var review = only(token).reviewToken().orElseThrow();
        var proof = review.replaceFirst(".*-", "");
        for (var forged : List.of("", "1-1-1", "abcde", review + "0", "2" + review.substring(1), "1-zz-" + proof, "../" + review)) {
            assertEquals(Optional.empty(), clients().findReviewedVisit(forged), forged);
        }
    }

    @Test
    void aTeamMemberIsReviewedByWhoWasThere() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        var draft = new Draft(5, "Lovely", Optional.empty());
        assertEquals(Optional.empty(), clients().reviewTeamMember(token, LOCATION, ANNA, draft), "not yet");
        backend.clock().advance(Duration.ofDays(2));
        assertEquals(Optional.empty(), clients().reviewTeamMember(token, LOCATION, BORIS, draft));
        assertEquals("Vera", clients().reviewTeamMember(token, LOCATION, ANNA, draft).map(Review::client).orElseThrow());
        assertRefused(Reason.REVIEWED_ALREADY, () -> clients().reviewTeamMember(token, LOCATION, ANNA, draft));
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

    private ClientApi clients() {
        return backend.clients();
    }

    private void sendSignInCode(String phone) {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(phone, Locale.ENGLISH, Sender.OURSELVES));
    }

    private String signIn(String phone) {
        sendSignInCode(phone);
        return clients().signInWithCode(phone, code(phone), HOME);
    }

    private String signInWithPassword(String login) {
        return clients().signInWithPassword(login, PASSWORD, HOME);
    }

    private String withPassword(String phone, String email) {
        var token = signIn(phone);
        clients().changeProfile(token, "Somebody", email);
        return clients().changePassword(token, "", PASSWORD);
    }

    private String code(String phone) {
        return backend.lastCode(phone);
    }

    private OwnAppointment only(String token) {
        var own = clients().appointments(token);
        assertEquals(1, own.size());
        return own.getFirst();
    }

    private long queries(String token) {
        var before = backend.store().queries();
        clients().appointments(token);
        return backend.store().queries() - before;
    }

    private BookedAppointment book(String phone, String time) {
        return backend.api().book(LOCATION, visit(phone, time, PLAIN_FORM)).getFirst();
    }

    private VisitRequest visit(String phone, String time, long form) {
        return new VisitRequest(form, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), at(time))),
                new ClientDetails("Vera Kalnina", phone, phone.equals(VERA) ? "vera@example.com" : ""), Optional.empty(), "", 0,
                "key-" + keys++, Locale.ENGLISH);
    }

    private static Instant at(String time) {
        return DemoBackend.MONDAY.plusDays(1).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static LocationSetup secondLocation() {
        var setup = DemoLocation.setup(DemoBackend.MONDAY);
        var first = setup.location();
        var location = new Location(2, "Second", first.address(), first.phone(), first.zone(), first.country(), first.currency(),
                first.coordinates(),
                first.description(), first.logo(), first.cancellation(), first.email(), first.anyTeamMember(), first.smsReminderHours());
        return setup.withLocation(location).withForms(List.of());
    }

    private static long fiftyAtOnce(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(50)) {
            var yes = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(50, work))) {
                if (answer.get()) yes++;
            }
            return yes;
        }
    }

    private static void assertRefused(Reason reason, Executable executable) {
        assertEquals(reason, assertThrows(BookingRefused.class, executable).reason());
    }
}
