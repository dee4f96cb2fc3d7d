package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.erasure.EraseCommand;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.ClientDetails;
import bookform.booking.Consent;
import bookform.booking.CustomFields;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Review.Draft;
import bookform.booking.Review.Filter;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Vera is forgotten, and Gleb is not (reliability.md J7). */
class ErasureTest extends OnDemoBackend {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final Draft LOVELY = new Draft(5, "Lovely", Optional.empty());
    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 20);

    /** Whatever of Vera can be read anywhere. */
    static final List<String> VERAS = List.of("61234567", "Wera Kalnina", "wera@example.com", "allergic to lilies", "sings alto",
            "twin of Lena", "order 4711");

    private static final String WANT_TO_BE_REMINDED = "SELECT count(*) FROM visit WHERE sms_reminder_hours > 0 OR email_reminder_hours > 0";

    /** Of visits that are not Gleb's. */
    private static final String DUE_TO_HER = """
        SELECT (SELECT count(*) FROM reminder JOIN visit ON visit.id = reminder.visit_id WHERE client_name <> 'Gleb') || ' ' ||
            (SELECT count(*) FROM review_link JOIN visit ON visit.id = review_link.visit_id WHERE client_name <> 'Gleb')""";

    @Test
    void nothingOfAnErasedClientIsLeft() throws IOException {
        veraAndGlebHaveBeenHere();
        assertEquals(VERAS, found(), "the control: all of it is there before");
        assertEquals("2", database.answer(WANT_TO_BE_REMINDED), "the control");
        assertEquals("4 2", database.answer(DUE_TO_HER), "the control");
        var kept = withoutClients();

        assertEquals("""
                 1 clients forgotten
                 2 visits that are nobody's now
                 1 coming appointments cancelled
                 2 reviews without their author
                 1 accounts deleted
                 2 codes deleted
                 4 messages deleted
            """, erase(VERA));

        assertEquals(List.of(), found());
        assertEquals("0", database.answer(WANT_TO_BE_REMINDED));
        assertEquals("0 0", database.answer(DUE_TO_HER));
        assertEquals(kept.stream().map(line -> line.replace("WAITING 2026-12-08", "CANCELLED 2026-12-08")).toList(), withoutClients(),
                "what was done when, by whom, stays");
        assertEquals(List.of("", "", "Gleb"), backend.clients().reviews(LOCATION, ALL).stream().map(review -> review.client()).sorted()
                .toList());
        assertEquals(1, signIn(GLEB).size());
    }

    /** A table that is new belongs into one of the two lists; before it goes into the second, think of what clients write. */
    @Test
    void noTableWasForgotten() {
        var forgotten = List.of("client", "visit", "booking_key", "appointment", "review", "account", "account_session", "phone_code",
                "attempt", "appointment_field", "reminder", "consent", "message", "review_link");
        var nobodys = List.of("location", "category", "service", "team_member", "skill", "event", "event_resource", "working_week",
                "working_day", "booking_form",
                "booking_form_step", "resource", "resource_instance", "service_resource", "slot_grid", "appointment_resource", "busy_time",
                "busy_time_change",
                "event", "event_resource", "upstream_text", "appointment_service", "partner_token", "shared_secret", "migration",
                "privacy_policy", "sqlite_stat1");
        for (var table : tables()) assertTrue(forgotten.contains(table) || nobodys.contains(table), table);
        assertTrue(tables().containsAll(forgotten), "the control");
    }

    protected List<String> tables() {
        return List.of(database.answer("SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'").split(","));
    }

    @Test
    void erasingAgainChangesNothing() {
        veraAndGlebHaveBeenHere();
        erase(VERA);
        var kept = backend.store().export(LOCATION);
        assertEquals("Nothing is known of this phone.\n", erase("+370 612 34567"));
        assertEquals(kept, backend.store().export(LOCATION));
    }

    @Test
    void theClientsLinksAndKeysLeadNowhere() {
        var booked = book(VERA, 1, "09:00");
        erase(VERA);
        assertEquals(Optional.empty(), backend.api().findAppointment(LOCATION, booked.id(), booked.hash()));
        assertNotEquals(booked.id(), book(VERA, 1, "09:00").id(), "the time is free again, and the same key books anew");
        assertEquals(1, signIn(VERA).size(), "whoever comes back has no past");
    }

    /** Of whom it is known that they may not book, the phone stays: it is what the salon has a right to, and no more. */
    @Test
    void aBlacklistedClientStaysBlacklistedWithoutAName() throws IOException {
        veraAndGlebHaveBeenHere();
        boolean known = backend.store().write(tables -> tables.visits().blacklist(LOCATION, VERA, true));
        assertTrue(known);
        assertTrue(erase(VERA).contains("     1 blacklisted clients whose phone stays, alone\n"));
        assertEquals(List.of(VERAS.getFirst()), found());
        assertThrows(BookingRefused.class, () -> book(VERA, 30, "09:00"));

        assertEquals("     1 clients forgotten\n", erase(VERA, "--blacklist"));
        assertEquals(List.of(), found());
        book(VERA, 30, "09:00");
    }

    @Test
    void afterTheRetentionPeriodVisitsAreNobodys() throws IOException {
        veraAndGlebHaveBeenHere(); // in November and December 2026
        assertEquals("Nothing is older than 6 months.\n", retain());
        assertEquals(VERAS, found());

        backend.clock().set("2027-06-03T05:00:00Z"); // six months after the visits of November, and not yet after those of December
        book(GLEB, 200, "09:00");
        assertEquals("""
                 2 visits that are nobody's now
                 3 reviews without their author
                 5 messages deleted
            """, retain());
        assertEquals(VERAS, found(), "she was here in December");

        backend.clock().set("2027-07-01T05:00:00Z");
        assertEquals("""
                 1 clients forgotten
                 1 visits that are nobody's now
                 1 accounts deleted
            """, retain());
        assertEquals(List.of(), found());
        assertEquals(1, signIn(GLEB).size(), "he has booked since");
        assertEquals("Nothing is older than 6 months.\n", retain());
    }

    @Test
    void afterTheRetentionPeriodTheBlacklistedStayWithoutAName() throws IOException {
        veraAndGlebHaveBeenHere();
        backend.store().change(tables -> tables.visits().blacklist(LOCATION, VERA, true));
        backend.clock().set("2027-07-01T05:00:00Z");
        retain();
        assertEquals(List.of(VERAS.getFirst()), found());
        assertThrows(BookingRefused.class, () -> book(VERA, 225, "09:00"));
    }

    /** What was noted late is kept as long as what was noted in time. */
    @Test
    void theRetentionPeriodBeginsNoSoonerThanTheVisitIsNoted() throws IOException {
        veraAndGlebHaveBeenHere();
        backend.clock().set("2027-07-01T05:00:00Z");
        database.script("UPDATE visit SET created_at = " + backend.clock().instant().getEpochSecond() + " WHERE client_name <> 'Gleb'");
        retain();
        assertEquals(VERAS, found());
    }

    /** Who has just opened an account and signed out, and who has long had one and signed in now, have booked nothing that is left. */
    @Test
    void anAccountThatIsNewOrUsedOutlivesItsVisits() throws IOException {
        veraAndGlebHaveBeenHere();
        backend.clock().set("2027-07-01T05:00:00Z");
        token(VERA);
        backend.clients().signOut(token("+37067777777"));
        assertEquals("3", database.answer("SELECT count(*) FROM account"), "the control");
        retain();
        assertEquals(List.of("61234567", "Wera Kalnina", "wera@example.com"), found());
        assertEquals("2", database.answer("SELECT count(*) FROM account"));
        assertEquals("1", database.answer("SELECT count(*) FROM account WHERE phone = '+37067777777'"));
    }

    @Test
    void tellsHowItIsUsed() {
        for (var wrong : List.of(List.<String>of(), List.of("612"), List.of("Vera"), List.of(VERA, GLEB), List.of("--blacklist"))) {
            var err = new ByteArrayOutputStream();
            assertEquals(2, EraseCommand.run(wrong, backend.store(), backend.clock(), System.out, new PrintStream(err, true)));
            assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("Say whom: "), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** Each was here on Tuesday and said so; Vera has an account, a code on its way, and a visit to come two weeks later. */
    private void veraAndGlebHaveBeenHere() {
        book(VERA, 1, "09:00");
        book(GLEB, 1, "12:00");
        var coming = book(VERA, 15, "09:00");
        backend.store().change(tables -> tables.appointments().noteChange(LOCATION, coming.id(), Optional.of("twin of Lena"),
                backend.clock().instant()));
        backend.clock().advance(Duration.ofDays(3));
        for (var phone : List.of(VERA, GLEB)) {
            var token = token(phone);
            var own = backend.clients().appointments(token).stream().filter(one -> one.reviewToken().isPresent()).findFirst().orElseThrow();
            backend.clients().review(own.reviewToken().orElseThrow(), LOVELY).orElseThrow();
            if (phone.equals(VERA)) {
                backend.clients().changeProfile(token, "Wera Kalnina", "wera@example.com");
                backend.clients().reviewTeamMember(token, LOCATION, ANNA, LOVELY).orElseThrow();
            }
        }
        backend.clock().advance(Duration.ofHours(1));
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(VERA, SMS_FORM, Locale.ENGLISH, Sender.OURSELVES));
    }

    private BookedAppointment book(String phone, int day, String time) {
        var start = DemoBackend.MONDAY.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        return backend.api().book(LOCATION, phone.equals(VERA)
                ? visit(start, new CustomFields(Map.of("more", "sings alto")), new ClientDetails("Wera Kalnina", phone, "wera@example.com"),
                        "allergic to lilies", 24, "order 4711", "key of Vera " + day)
                : visit(start, CustomFields.NONE, new ClientDetails("Gleb", phone, ""), "", 0, "", "key of Gleb " + day)).getFirst();
    }

    private static VisitRequest visit(Instant start, CustomFields fields, ClientDetails client, String comment, int reminderHours,
            String partnerReference, String key) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), start, fields)),
                client, Optional.empty(), comment, reminderHours, reminderHours, partnerReference, key, Locale.ENGLISH, Consent.NONE);
    }

    private String token(String phone) {
        backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toSignIn(phone, Locale.ENGLISH, Sender.OURSELVES));
        return backend.clients().signInWithCode(phone, backend.lastCode(phone), Sender.OURSELVES);
    }

    /** @return the starts of what is theirs */
    private List<Instant> signIn(String phone) {
        return backend.clients().appointments(token(phone)).stream().map(own -> own.appointment().start()).toList();
    }

    private String erase(String... arguments) {
        var out = new ByteArrayOutputStream();
        assertEquals(0, EraseCommand.run(List.of(arguments), backend.store(), backend.clock(), new PrintStream(out, true), System.err));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String retain() {
        var out = new ByteArrayOutputStream();
        assertEquals(0, EraseCommand.retain(Period.ofMonths(6), backend.store(), backend.clock(), new PrintStream(out, true)));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the salon's books say of every appointment. */
    private List<String> withoutClients() {
        return backend.store().export(LOCATION).stream().map(ErasureTest::withoutClient).toList();
    }

    private static String withoutClient(ImportedAppointment appointment) {
        return appointment.teamMember() + " " + appointment.services() + " " + appointment.status() + " " + appointment.start() + " "
                + appointment.end();
    }

    /** What of Vera can be read from the database: on SQLite from its files as bytes, else from every column of every table. */
    protected List<String> found() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : new TreeSet<>(files.filter(path -> path.getFileName().toString().startsWith("bookform.db")).toList()))
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return VERAS.stream().filter(text.toString()::contains).toList();
    }
}
