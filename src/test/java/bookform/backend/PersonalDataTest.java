package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.SentMessages.Message;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientApi;
import bookform.booking.ClientDetails;
import bookform.booking.ClientPreferences;
import bookform.booking.Consent;
import bookform.booking.Html;
import bookform.booking.PersonalDataApi;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PrivacyPolicy;
import bookform.booking.Review.Draft;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What Vera may decide about what is kept of her: her address, her language, her reminders, all of it, and none of it. */
class PersonalDataTest extends OnDemoBackend {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final String ADDRESS = "vera@example.com";
    private static final String PASSWORD = "mano žalias dviratis";
    private static final Consent CONSENT =
            new Consent(Optional.of(new PrivacyPolicy(new Html("We keep your name."))), Optional.of(true), Optional.of(false));
    private static final Sender HOME = new Sender("192.0.2.1");

    private int keys;

    // E-mail

    @Test
    void anAddressIsTheirsOnceItsCodeCameBack() {
        var gleb = signIn(GLEB);
        var vera = withPassword(VERA);
        data().sendEmailCode(vera, " Vera@Example.com", Locale.ENGLISH, HOME);
        assertEquals("", clients().profile(vera).email(), "not yet");
        assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(ADDRESS, PASSWORD, HOME));
        var code = lastMessage(ADDRESS).replaceAll("\\D", "");
        assertRefused(Reason.CODE_WRONG, () -> data().changeEmail(gleb, ADDRESS, code, Locale.ENGLISH));
        assertRefused(Reason.CODE_WRONG, () -> data().changeEmail(vera, "other@example.com", code, Locale.ENGLISH));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(VERA, code, HOME));
        data().changeEmail(vera, ADDRESS, code, Locale.ENGLISH);
        assertRefused(Reason.CODE_WRONG, () -> data().changeEmail(vera, ADDRESS, code, Locale.ENGLISH));
        var profile = clients().profile(vera);
        assertTrue(profile.emailProved());
        assertEquals(List.of(ADDRESS, ADDRESS), List.of(profile.email(), profile.login()));
        assertEquals(VERA, phoneBehind(ADDRESS));
    }

    /** Else whoever names an address first keeps its owner out. */
    @Test
    void whoProvesAnAddressComesBeforeWhoOnlyNamedIt() {
        var gleb = withPassword(GLEB);
        clients().changeProfile(gleb, "Gleb", ADDRESS);
        assertEquals(GLEB, phoneBehind(ADDRESS), "a partner's word counts as long as nobody proves the contrary");
        var vera = withPassword(VERA);
        prove(vera, ADDRESS);
        assertEquals(VERA, phoneBehind(ADDRESS));
        clients().changeProfile(gleb, "Gleb", "");
        clients().changeProfile(gleb, "Gleb", ADDRESS);
        assertEquals(VERA, phoneBehind(ADDRESS));
        clients().changeProfile(vera, "Vera", ADDRESS);
        assertTrue(clients().profile(vera).emailProved(), "the same address stays proved");
        clients().changeProfile(vera, "Vera", "");
        assertFalse(clients().profile(vera).emailProved());
        assertEquals(VERA, clients().profile(vera).login());
    }

    @Test
    void anAddressThatCameWithABookingDoesNotSignIn() {
        book(VERA, 1, "09:00", 0);
        var vera = withPassword(VERA);
        assertEquals(ADDRESS, clients().profile(vera).email());
        assertFalse(clients().profile(vera).emailProved());
        assertRefused(Reason.LOGIN_WRONG, () -> clients().signInWithPassword(ADDRESS, PASSWORD, HOME));
        prove(vera, ADDRESS);
        assertEquals(VERA, phoneBehind(ADDRESS), "the control");
    }

    @Test
    void theAddressBeforeIsTold() {
        var vera = signIn(VERA);
        prove(vera, ADDRESS);
        backend.clock().advance(Duration.ofMinutes(20));
        prove(vera, "vera@example.org");
        assertTrue(lastMessage(ADDRESS).startsWith("Changed"), lastMessage(ADDRESS));
    }

    @Test
    void nobodyFillsAMailboxWithCodes() {
        var vera = signIn(VERA);
        data().sendEmailCode(vera, ADDRESS, Locale.ENGLISH, HOME);
        assertRefused(Reason.SENT_TOO_OFTEN, () -> data().sendEmailCode(vera, ADDRESS, Locale.ENGLISH, HOME));
        backend.clock().advance(Duration.ofSeconds(30));
        data().sendEmailCode(vera, ADDRESS, Locale.ENGLISH, HOME);
    }

    // Preferences

    @Test
    void preferencesAreKeptAndHoldForWhatIsAhead() {
        var withReminders = book(VERA, SMS_FORM, 1, "09:00", 24);
        book(VERA, PLAIN_FORM, 1, "12:00", 0); // whose form reminds nobody
        var vera = signIn(VERA);
        assertEquals(new ClientPreferences(Optional.empty(), Optional.empty()), data().preferences(vera));
        assertTrue(data().offersReminders());
        var preferred = new ClientPreferences(Optional.of(Locale.of("lt")), Optional.of(2));
        data().changePreferences(vera, preferred);
        assertEquals(preferred, data().preferences(vera));
        var reminders = data().export(vera).get("reminders_to_come").toString();
        assertTrue(reminders.contains("hours=2") && !reminders.contains("hours=24"), reminders);
        assertTrue(reminders.contains("due_at=" + at(1, "07:00")), reminders);
        assertEquals(1, ((List<?>) data().export(vera).get("reminders_to_come")).size());
        assertEquals(List.of("lt", "lt"), languages(vera));
        data().changePreferences(vera, new ClientPreferences(Optional.empty(), Optional.of(0)));
        assertEquals(List.of(), data().export(vera).get("reminders_to_come"));
        assertTrue(backend.api().findAppointment(LOCATION, withReminders.id(), withReminders.hash()).isPresent());
    }

    // All of it

    @Test
    void theExportHoldsAllThatIsKnownAndNoSecret() {
        var booked = book(VERA, 1, "09:00", 0);
        book(GLEB, 1, "15:00", 0);
        var vera = withPassword(VERA);
        prove(vera, ADDRESS);
        var calendar = clients().openCalendar(vera);
        backend.clock().advance(Duration.ofDays(2));
        clients().review(clients().appointments(vera).getFirst().reviewToken().orElseThrow(), new Draft(4, "Quick", Optional.empty()));
        var data = data().export(vera);
        var told = data.toString();
        for (var known : List.of(VERA, "Vera Kalnina", ADDRESS, "email_confirmed_by=CODE", "has_password=true", "has_calendar_address=true",
                "Linden Studio", "allergic to lilies", "Fringe trim", "Anna", "starts_at=" + at(1, "09:00"), "price=", "EUR", "stars=4",
                "Quick", "is_closed_to_online_booking=false", "signed_in_at="))
            assertTrue(told.contains(known), known + " in " + told);
        for (var secret : List.of(vera, Accounts.hash(vera), calendar, Accounts.hash(calendar), booked.hash(), "argon2", GLEB))
            assertFalse(told.contains(secret), secret);
        assertEquals(
                List.of("exported_at", "account", "locations", "visits", "consents", "reviews", "reminders_to_come",
                        "review_links_to_come", "messages_sent"),
                List.copyOf(data.keySet()));
    }

    /** A new column of these tables belongs into the export, or is one of the secrets and counters that are named here. */
    @Test
    void theExportLeavesNoColumnOut() {
        book(VERA, SMS_FORM, 1, "09:00", 24);
        var vera = withPassword(VERA);
        prove(vera, ADDRESS);
        data().changePreferences(vera, new ClientPreferences(Optional.of(Locale.GERMAN), Optional.of(24)));
        var told = data().export(vera).toString();
        var otherwise = List.of("id", "account_id", "location_id", "client_id", "visit_id", "form_id", "email_voucher", "email_since",
                "password_hash", "calendar_hash", "token_hash", "client_name", "blacklisted", "created_at", "partner_reference",
                "email_reminder_hours", "agreed", "newsletter", "forget_at");
        for (var table : List.of("account", "account_session", "client", "visit", "reminder", "consent", "message", "review_link")) {
            for (var column : columns(table)) {
                assertTrue(otherwise.contains(column) || told.contains(column + "="), table + "." + column);
            }
        }
    }

    protected List<String> columns(String table) {
        return List.of(database.answer("SELECT group_concat(name) FROM pragma_table_info('" + table + "')").split(","));
    }

    // None of it

    @Test
    void whoEnteredTheCodeIsForgotten() {
        var booked = book(VERA, 8, "09:00", 0);
        var gleb = signIn(GLEB);
        var vera = signIn(VERA);
        data().sendErasureCode(vera, LOCATION, Locale.ENGLISH, HOME);
        var code = lastMessage(VERA).replaceAll("\\D", "");
        assertTrue(lastMessage(VERA).startsWith("Code to be forgotten"));
        assertRefused(Reason.CODE_WRONG, () -> data().erase(vera, "12345"));
        assertRefused(Reason.CODE_WRONG, () -> clients().signInWithCode(VERA, code, HOME));
        assertRefused(Reason.CODE_WRONG, () -> data().erase(gleb, code));
        data().erase(vera, code);
        assertRefused(Reason.SIGNED_OUT, () -> clients().profile(vera));
        assertEquals(Optional.empty(), backend.api().findAppointment(LOCATION, booked.id(), booked.hash()));
        assertEquals(GLEB, clients().profile(gleb).phone());
        backend.clock().advance(Duration.ofMinutes(20));
        assertEquals(List.of(), clients().appointments(signIn(VERA)), "who comes back has no past");
        book(GLEB, 8, "09:00", 0); // the time is free again
    }

    /** Else it would be a way around the rule until when one may cancel. */
    @Test
    void whatCanNoLongerBeCancelledIsWaitedFor() {
        book(VERA, 1, "09:00", 0);
        var vera = signIn(VERA);
        backend.clock().set(at(1, "08:30").toString());
        data().sendErasureCode(vera, LOCATION, Locale.ENGLISH, HOME);
        var code = lastMessage(VERA).replaceAll("\\D", "");
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> data().erase(vera, code));
        backend.clock().set(at(1, "12:00").toString());
        data().sendErasureCode(vera, LOCATION, Locale.ENGLISH, HOME);
        data().erase(vera, lastMessage(VERA).replaceAll("\\D", ""));
    }

    private ClientApi clients() {
        return backend.clients();
    }

    private PersonalDataApi data() {
        return clients().personalData().orElseThrow();
    }

    private void prove(String token, String address) {
        data().sendEmailCode(token, address, Locale.ENGLISH, HOME);
        data().changeEmail(token, address, lastMessage(address).replaceAll("\\D", ""), Locale.ENGLISH);
    }

    private String phoneBehind(String address) {
        return clients().profile(clients().signInWithPassword(address, PASSWORD, HOME)).phone();
    }

    private String signIn(String phone) {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(phone, Locale.ENGLISH, Sender.OURSELVES));
        var token = clients().signInWithCode(phone, lastMessage(phone).replaceAll("\\D", ""), HOME);
        backend.clock().advance(Duration.ofMinutes(20)); // until another code may be sent
        return token;
    }

    private String withPassword(String phone) {
        return clients().changePassword(signIn(phone), "", PASSWORD);
    }

    private String lastMessage(String to) {
        return backend.messages().latest().stream().filter(message -> message.to().equals(to)).map(Message::text).findFirst()
                .orElseThrow();
    }

    private List<String> languages(String token) {
        return ((List<?>) data().export(token).get("visits")).stream()
                .map(visit -> visit.toString().replaceFirst("(?s).*language=([a-z]*).*", "$1")).collect(Collectors.toList());
    }

    private BookedAppointment book(String phone, int days, String time, int reminder) {
        return book(phone, PLAIN_FORM, days, time, reminder);
    }

    private BookedAppointment book(String phone, long form, int days, String time, int reminder) {
        var code = Optional.<String>empty();
        if (form == SMS_FORM) {
            backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(phone, form, Locale.ENGLISH, Sender.OURSELVES));
            code = Optional.of(lastMessage(phone).replaceAll("\\D", ""));
        }
        var visit = new VisitRequest(form, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), at(days, time))),
                new ClientDetails("Vera Kalnina", phone, phone.equals(VERA) ? ADDRESS : ""), code, "allergic to lilies", reminder,
                "key-" + keys++, Locale.ENGLISH).with(CONSENT);
        var booked = backend.api().book(LOCATION, visit).getFirst();
        backend.clock().advance(Duration.ofMinutes(20)); // until another code may be sent
        return booked;
    }

    private static Instant at(int days, String time) {
        return DemoBackend.MONDAY.plusDays(days).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static void assertRefused(Reason reason, Executable executable) {
        assertEquals(reason, assertThrows(BookingRefused.class, executable).reason());
    }
}
