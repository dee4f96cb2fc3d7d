package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bookform.backend.erasure.Erasure;
import bookform.backend.setup.DemoLocation;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.EventFilter;
import bookform.booking.Html;
import bookform.booking.PrivacyPolicy;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What clients agreed to when they booked (reliability.md J7). */
class ConsentsTest extends OnDemoBackend {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final PrivacyPolicy FIRST = new PrivacyPolicy(new Html("<p>We keep your name.</p>"));
    private static final PrivacyPolicy SECOND = new PrivacyPolicy(new Html("<p>We keep your name and phone.</p>"));
    private static final String COUNTS =
            "SELECT (SELECT count(*) FROM privacy_policy) || ' texts, ' || (SELECT count(*) FROM consent) || ' consents'";

    @Test
    void whatWasAgreedToIsKeptWordByWord() {
        var booked = book(VERA, 1, "09:00", Consent.to(FIRST, true));
        book(GLEB, 1, "15:00", Consent.to(FIRST, true));
        backend.store().locations().replace(DemoLocation.setup(MONDAY).withPrivacyPolicy(SECOND));
        backend.clock().set("2026-11-23T06:00:00Z");
        book(VERA, 2, "09:00", new Consent(Optional.of(SECOND), Optional.of(true), Optional.of(false)));
        assertEquals("2 texts, 3 consents", database.answer(COUNTS));

        var kept = consents(VERA);
        assertEquals(Map.of("location", "Linden Studio", "appointment", booked.id(), "form", PLAIN_FORM, "language", "en", "given_at",
                DemoBackend.NOW, "has_agreed", true, "policy", FIRST.version(), "text", FIRST.text().source()), likeThis(kept.getFirst()));
        assertEquals(List.of(SECOND.text().source(), "2026-11-23T06:00:00Z", false),
                List.of(kept.getLast().get("text"), kept.getLast().get("given_at"), kept.getLast().get("has_ordered_newsletter")));
    }

    @Test
    void whoDidNotAgreeIsKeptAsThat() {
        book(VERA, 1, "09:00", new Consent(Optional.of(FIRST), Optional.of(false), Optional.of(true)));
        assertEquals(List.of(false, true),
                List.of(consents(VERA).getFirst().get("has_agreed"), consents(VERA).getFirst().get("has_ordered_newsletter")));
    }

    @Test
    void aFormWithoutBoxesWritesNothing() {
        book(VERA, 1, "09:00", Consent.NONE);
        assertEquals("0 texts, 0 consents", database.answer(COUNTS));
    }

    @Test
    void whatIsRepeatedOrRefusedKeepsNothingMore() {
        var first = book(VERA, 1, "09:00", Consent.to(FIRST, true));
        assertEquals(first.id(), book(VERA, 1, "09:00", Consent.to(SECOND, true)).id());
        assertThrows(BookingRefused.class, () -> book(GLEB, 1, "09:00", Consent.to(SECOND, true)));
        assertEquals("1 texts, 1 consents", database.answer(COUNTS));
    }

    @Test
    void seatsAreAgreedToAsWell() {
        var event = backend.events().events(LOCATION, EventFilter.between(MONDAY, MONDAY.plusDays(14))).getFirst();
        backend.events().bookSeats(LOCATION, new SeatRequest(PLAIN_FORM, event.id(), 1, new ClientDetails("Vera", VERA, ""),
                Optional.empty(), "", 0, "seats", Locale.ENGLISH).with(Consent.to(FIRST, true)));
        assertEquals("1 texts, 1 consents", database.answer(COUNTS));
    }

    /** The text names nobody, and stays. */
    @Test
    void itIsForgottenWithWhoGaveIt() {
        book(VERA, 1, "09:00", Consent.to(FIRST, true));
        book(GLEB, 1, "15:00", Consent.to(FIRST, true));
        new Erasure(backend.store(), backend.clock()).phone(VERA, false);
        assertEquals("1 texts, 1 consents", database.answer(COUNTS));
        assertEquals(List.of(), consents(VERA));
        assertEquals(1, consents(GLEB).size());
    }

    private List<Map<String, Object>> consents(String phone) {
        return backend.store().read(tables -> tables.personalData().consents(phone));
    }

    /** The same numbers on every database. */
    private static Map<String, Object> likeThis(Map<String, Object> row) {
        row.replaceAll((name, value) -> value instanceof Number number ? (Object) number.longValue() : value);
        return row;
    }

    private BookedAppointment book(String phone, int day, String time, Consent consent) {
        var start = MONDAY.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        return backend.api().book(LOCATION, new VisitRequest(PLAIN_FORM,
                List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), start)), new ClientDetails("Vera", phone, ""),
                Optional.empty(), "", 0, "key of " + phone + " " + day, Locale.ENGLISH).with(consent)).getFirst();
    }
}
