package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bookform.backend.erasure.Erasure;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was sent to Vera, for her to read again. */
class CorrespondenceTest extends OnDemoBackend {
    private static final String VERA = "+37061234567";
    private static final String NEW_PHONE = "+37061234568";
    private static final Instant WEDNESDAY = MONDAY.plusDays(2).atTime(10, 0).atZone(ZONE).toInstant();

    @Test
    void whatWasSentIsKeptAsItWas() {
        book();
        remind(Outbox.direct(backend.messages(), backend.messages()));
        assertEquals(List.of(
                Map.of("location", "Linden Studio", "kind", "SMS", "purpose", "REMINDER", "recipient", VERA, "text",
                        "See you at " + WEDNESDAY, "sent_at", WEDNESDAY.minus(Duration.ofHours(24)).toString()),
                Map.of("location", "Linden Studio", "kind", "MAIL", "purpose", "BOOKED", "recipient", "vera@example.com", "subject",
                        "Booked", "text", WEDNESDAY.toString(), "sent_at", DemoBackend.NOW)),
                kept(VERA));
    }

    /** The digits are nowhere: who reads the download later must not learn what a code looked like, nor who guesses in the database. */
    @Test
    void ofACodeItIsKeptThatOneWasSent() {
        sendCodeToBook();
        assertEquals(List.of(Map.of("kind", "SMS", "purpose", "CODE: BOOKING", "recipient", VERA, "sent_at", DemoBackend.NOW)), kept(VERA));
    }

    @Test
    void whatWasNotSentIsNotKept() {
        book();
        var before = kept(VERA);
        remind(Outbox.direct((phone, text) -> {
            throw new BookingUnavailable("The gateway is down");
        }, MailSender.NONE));
        assertEquals(before, kept(VERA));
        backend.clock().advance(Duration.ofMinutes(5));
        new Reminders(backend.api(), backend.store(), backend.clock(), Outbox.direct(new LogSmsSender(), MailSender.NONE),
                DemoBackend.TEXTS).sendDue();
        assertEquals(before, kept(VERA), "there is no gateway");
    }

    /** She is forgotten while the gateway takes its time: its answer brings nothing of her back. */
    @Test
    void aMessageOnItsWayDoesNotOutliveItsReader() {
        book();
        remind(Outbox.direct((phone, text) -> new Erasure(backend.store(), backend.clock()).phone(phone, false), MailSender.NONE));
        assertEquals("0", database.answer("SELECT count(*) FROM message"));
    }

    @Test
    void afterAYearItIsForgotten() {
        book();
        backend.clock().advance(Duration.ofDays(365).minusSeconds(1));
        signIn(VERA);
        forgetDue();
        assertEquals(List.of("CODE: SIGN_IN", "BOOKED"), purposes(VERA));
        backend.clock().advance(Duration.ofSeconds(1));
        forgetDue();
        assertEquals(List.of("CODE: SIGN_IN"), purposes(VERA));
    }

    /** Whoever typed her number, if only by mistake: she has never been here, and nothing about her is to stay. */
    @Test
    void ofAPhoneThatIsNobodysItIsForgottenAfterADay() {
        sendCodeToBook();
        backend.clock().advance(Duration.ofDays(1).minusSeconds(1));
        forgetDue();
        assertEquals(List.of("CODE: BOOKING"), purposes(VERA));
        assertEquals("0", database.answer("SELECT count(*) FROM phone_code"), "the code itself was good for minutes");
        backend.clock().advance(Duration.ofSeconds(1));
        forgetDue();
        assertEquals("0", database.answer("SELECT count(*) FROM message"));
        assertNotEquals("0", database.answer("SELECT count(*) FROM attempt"), "which limits need, by a keyed hash");
        backend.clock().advance(Duration.ofSeconds(1));
        forgetDue();
        assertEquals("0", database.answer("SELECT count(*) FROM attempt"));
    }

    @Test
    void ofWhoBookedSinceItIsKeptForTheYear() {
        sendCodeToBook();
        book();
        backend.clock().advance(Duration.ofDays(365).minusSeconds(1));
        forgetDue();
        assertEquals(List.of("BOOKED", "CODE: BOOKING"), purposes(VERA));
        backend.clock().advance(Duration.ofSeconds(1));
        forgetDue();
        assertEquals(List.of(), purposes(VERA));
    }

    @Test
    void ofWhoSignedInSinceItIsKept() {
        signIn(VERA);
        backend.clock().advance(Duration.ofDays(2));
        forgetDue();
        assertEquals(List.of("CODE: SIGN_IN"), purposes(VERA));
    }

    /** The note to the phone before is hers under the new one, and gone with either. */
    @Test
    void whoChangesThePhoneKeepsTheNoteAboutIt() {
        var token = signIn(VERA);
        backend.clock().advance(Duration.ofMinutes(20));
        backend.clients().sendPhoneChangeCode(token, LOCATION, NEW_PHONE, Locale.ENGLISH, Sender.OURSELVES);
        backend.clients().changePhone(token, NEW_PHONE, backend.lastCode(NEW_PHONE), Locale.ENGLISH);
        assertEquals(List.of("PHONE_CHANGED", "CODE: PHONE_CHANGE"), purposes(NEW_PHONE));
        new Erasure(backend.store(), backend.clock()).phone(VERA, false);
        assertEquals(List.of("CODE: PHONE_CHANGE"), purposes(NEW_PHONE));
    }

    private void sendCodeToBook() {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(VERA, SMS_FORM, Locale.ENGLISH, Sender.OURSELVES));
    }

    private void forgetDue() {
        new Erasure(backend.store(), backend.clock()).forgetDue();
    }

    private String signIn(String phone) {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(phone, Locale.ENGLISH, Sender.OURSELVES));
        return backend.clients().signInWithCode(phone, backend.lastCode(phone), Sender.OURSELVES);
    }

    private void book() {
        backend.api().book(LOCATION, new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), WEDNESDAY)),
                new ClientDetails("Vera", VERA, "vera@example.com"), Optional.empty(), "", 24, 0, "", "a key", Locale.ENGLISH,
                Consent.NONE));
    }

    private void remind(Outbox outbox) {
        backend.clock().set(WEDNESDAY.minus(Duration.ofHours(24)).toString());
        new Reminders(backend.api(), backend.store(), backend.clock(), outbox, DemoBackend.TEXTS).sendDue();
    }

    private List<Map<String, Object>> kept(String phone) {
        return backend.store().read(tables -> tables.personalData().messages(phone));
    }

    private List<Object> purposes(String phone) {
        return kept(phone).stream().map(message -> message.get("purpose")).toList();
    }
}
