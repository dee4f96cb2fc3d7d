package bookform.booking;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingRefused.Reason;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every booking system behind our pages must do for clients who come back (reliability.md G7, G9, G10): Vera, and Gleb, who is not
 * to see what is hers. On the demo location with an empty calendar; a subclass only says how to reach one.
 */
public abstract class ClientApiContract {
    protected static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    protected static final String VERA = "+37061234567";
    protected static final String GLEB = "+37069999999";
    protected static final String NEW_PHONE = "+37062222222";
    protected static final String PASSWORD = "mano žalias dviratis";
    protected static final Sender HOME = new Sender("192.0.2.1");

    private int keys;

    /** The same ones throughout a test; new ones for every test. */
    protected abstract BookingApi api();

    protected abstract ClientApi clients();

    /** Early on {@link #MONDAY} until a test moves it. */
    protected abstract TestClock clock();

    /** What a phone was sent last. */
    protected abstract String lastMessage(String phone);

    // Coming in with a code

    @Test
    void aCodeSignsIn() {
        book(VERA, "09:00");
        var profile = clients().profile(signIn(VERA));
        assertEquals(List.of("Vera Kalnina", VERA, "vera@example.com", VERA),
                List.of(profile.name(), profile.phone(), profile.email(), profile.login()), "the address is a suggestion, as yet");
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
    void nobodySendsACodeToChangeAPhoneWithoutSigningIn() {
        var request = new PhoneCodeRequest(VERA, Set.of(PhoneCodeRequest.Purpose.PHONE_CHANGE), Optional.empty(), Locale.ENGLISH, HOME);
        assertThrows(IllegalArgumentException.class, () -> api().sendPhoneCode(LOCATION, request));
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
                clock().advance(wait.minusSeconds(1));
                assertRefused(Reason.TRIED_TOO_OFTEN, () -> signInWithPassword(VERA));
                clock().advance(Duration.ofSeconds(1));
            }
            assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(VERA, "not the password", HOME));
        }
        clock().advance(Duration.ofMinutes(10));
        assertRefused(Reason.TRIED_TOO_OFTEN, () -> signInWithPassword(VERA));
        signIn(VERA); // nobody is locked out of their own phone
        clock().advance(Duration.ofMinutes(5));
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
    void anAddressOpensTheAccountThatHadItFirst() {
        withPassword(VERA, "vera@example.com");
        clock().advance(Duration.ofMinutes(30));
        withPassword(GLEB, "vera@example.com");
        assertEquals(VERA, clients().profile(clients().signInWithPassword("vera@example.com", PASSWORD, HOME)).phone());
    }

    // G10: changing what guards the account

    @Test
    void aNewPasswordEndsAllSessions() {
        var first = signIn(VERA);
        clock().advance(Duration.ofMinutes(20));
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
    }

    @Test
    void aNewPhoneNeedsItsCode() {
        book(VERA, "09:00");
        var other = signIn(VERA);
        clock().advance(Duration.ofMinutes(20));
        var token = signIn(VERA);
        clients().sendPhoneChangeCode(token, LOCATION, NEW_PHONE, Locale.ENGLISH, HOME);
        assertRefused(Reason.CODE_WRONG, () -> clients().changePhone(token, NEW_PHONE, "000", Locale.ENGLISH));
        var thief = signIn(GLEB);
        assertRefused(Reason.CODE_WRONG, () -> clients().changePhone(thief, NEW_PHONE, code(NEW_PHONE), Locale.ENGLISH));
        clients().changePhone(token, NEW_PHONE, code(NEW_PHONE), Locale.ENGLISH);
        assertEquals(NEW_PHONE, clients().profile(token).phone());
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(other));
        assertEquals("Now +370…22", lastMessage(VERA), "the old phone learns of it");
        assertEquals(1, clients().appointments(token).size(), "what was booked comes along");
        clock().advance(Duration.ofMinutes(20));
        assertEquals(List.of(), clients().appointments(signIn(VERA)), "and whoever gets the old number does not see it");
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
    void noTokenIsNobody() {
        for (var token : List.of("", " ", "x", "0".repeat(43), "x".repeat(10_000)))
            assertRefused(Reason.SIGNED_OUT, () -> clients().profile(token));
    }

    // Appointments

    @Test
    void ownAppointmentsAreCancelledAndMoved() {
        var booked = book(VERA, "09:00");
        var token = signIn(VERA);
        assertEquals(at("10:00"), clients().move(token, LOCATION, booked.id(), at("10:00")).orElseThrow().start());
        book(GLEB, "15:00");
        assertRefused(Reason.SLOT_TAKEN, () -> clients().move(token, LOCATION, booked.id(), at("15:00")));
        assertEquals(at("10:00"), only(token).appointment().start());
        assertTrue(clients().cancel(token, LOCATION, booked.id()).orElseThrow().isCancelled());
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
                api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow().status());
        assertTrue(clients().findAppointment(signIn(VERA), LOCATION, booked.id()).isPresent(), "the control");
    }

    // Reviews

    @Test
    void aVisitIsReviewedOnce() {
        book(VERA, "09:00");
        var token = signIn(VERA);
        assertEquals(Optional.empty(), only(token).reviewToken(), "not before it is over");
        clock().advance(Duration.ofDays(2));
        var review = only(token).reviewToken().orElseThrow();
        assertFalse(clients().findReviewedVisit(review).orElseThrow().reviewed());
        assertTrue(clients().review(review, new Draft(1, "Not my day", Optional.empty())).orElseThrow().reviewed());
        assertTrue(clients().findReviewedVisit(review).orElseThrow().reviewed());
        assertRefused(Reason.REVIEWED_ALREADY, () -> clients().review(review, new Draft(5, "", Optional.empty())));
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
        clock().advance(Duration.ofDays(2));
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
        clock().advance(Duration.ofDays(2));
        assertEquals(Optional.empty(), clients().reviewTeamMember(token, LOCATION, BORIS, draft));
        assertEquals("Vera", clients().reviewTeamMember(token, LOCATION, ANNA, draft).map(Review::client).orElseThrow());
        assertRefused(Reason.REVIEWED_ALREADY, () -> clients().reviewTeamMember(token, LOCATION, ANNA, draft));
    }

    // Words of these tests

    protected final void sendSignInCode(String phone) {
        api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(phone, Locale.ENGLISH, Sender.OURSELVES));
    }

    protected final String signIn(String phone) {
        sendSignInCode(phone);
        return clients().signInWithCode(phone, code(phone), HOME);
    }

    protected final String signInWithPassword(String login) {
        return clients().signInWithPassword(login, PASSWORD, HOME);
    }

    protected final String withPassword(String phone, String email) {
        var token = signIn(phone);
        clients().changeProfile(token, "Somebody", email);
        return clients().changePassword(token, "", PASSWORD);
    }

    protected final String code(String phone) {
        return lastMessage(phone).replaceAll("\\D", "");
    }

    protected final OwnAppointment only(String token) {
        var own = clients().appointments(token);
        assertEquals(1, own.size());
        return own.getFirst();
    }

    protected final BookedAppointment book(String phone, String time) {
        return api().book(LOCATION, visit(phone, time, PLAIN_FORM)).getFirst();
    }

    protected final VisitRequest visit(String phone, String time, long form) {
        return new VisitRequest(form, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), at(time))),
                new ClientDetails("Vera Kalnina", phone, phone.equals(VERA) ? "vera@example.com" : ""), Optional.empty(), "", 0,
                "key-" + keys++, Locale.ENGLISH);
    }

    protected static Instant at(String time) {
        return MONDAY.plusDays(1).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    protected static long fiftyAtOnce(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(50)) {
            var yes = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(50, work))) {
                if (answer.get()) yes++;
            }
            return yes;
        }
    }

    protected static void assertRefused(Reason reason, Executable executable) {
        assertEquals(reason, assertThrows(BookingRefused.class, executable).reason());
    }
}
