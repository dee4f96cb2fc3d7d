package bookform.altegio;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import bookform.support.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * reliability.md D: every fault in the middle of every call. Whatever happens, the port answers in time with one of its own answers, and
 * writes at most once; when it is over, everything works again. Patience is a fifth of the real one.
 */
class FaultMatrixTest {
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final Instant TEN = TUESDAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final String VERA = "+37061234567";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir static Path folder;

    private DemoServer server;
    private FaultyProxy proxy;
    private Altegio altegio;
    private BookedAppointment booked;
    private String user;

    /**
     * What the pages ask.
     *
     * @param call that it comes to
     * @param writes how often that may be sent at most
     */
    private record Question(String name, String call, int writes, Asked asked) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Asked {
        void of(FaultMatrixTest test);
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question("form", "GET /bookform", 0, test -> test.altegio.bookings().findBookingForm(PLAIN_FORM)),
            new Question("services", "GET /book_services", 0, test -> test.altegio.bookings().services(LOCATION, Choices.NONE)),
            new Question("staff", "GET /book_staff", 0, test -> test.altegio.bookings().teamMembers(LOCATION, Choices.NONE)),
            new Question("dates", "GET /book_dates", 0, test -> test.altegio.bookings().dates(LOCATION, Choices.NONE, TUESDAY, TUESDAY)),
            new Question("times", "GET /book_times", 0, test -> test.altegio.bookings().timeSlots(LOCATION, Choices.NONE, TUESDAY)),
            new Question("check", "POST /book_check", 1, test -> test.altegio.bookings().check(LOCATION, visit("check").appointments())),
            new Question("code", "POST /book_code", 1, test -> test.altegio.bookings().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH)),
            new Question("book", "POST /book_record", 1, test -> test.altegio.bookings().book(LOCATION, visit("book"))),
            new Question("sign in", "POST /user/auth", 1, test -> test.altegio.clients().signInWithCode(VERA, "123456", Sender.OURSELVES)),
            new Question("records", "GET /user/records", 0, test -> test.altegio.clients().appointments(test.user)),
            new Question("cancel", "DELETE /user/records", 1,
                    test -> test.altegio.bookings().cancel(LOCATION, test.booked.id(), test.booked.hash())),
            new Question("move", "PUT /book_record", 1, test -> test.altegio.bookings().move(LOCATION, test.booked.id(), test.booked.hash(),
                    TEN.plusSeconds(3600))));

    @BeforeAll
    static void quiet() {
        for (var handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.OFF);
    }

    @AfterAll
    static void aloud() {
        for (var handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.ALL);
    }

    @BeforeEach
    void start() throws IOException {
        server = DemoServer.start(Files.createTempDirectory(folder, "cell"));
        proxy = new FaultyProxy(server.url());
        altegio = Unhurried.altegio(server, proxy.url(),
                new Patience(System::nanoTime, Duration.ofMillis(1_800), Duration.ofSeconds(1), Duration.ofMillis(1_600)));
        try (var patient = Unhurried.altegio(server)) { // a machine with much to do is no fault
            patient.bookings().sendPhoneCode(LOCATION, "+37069999999", Locale.ENGLISH);
            user = patient.clients().signInWithCode("+37069999999", server.lastCode("+37069999999"), Sender.OURSELVES);
            booked = patient.bookings().book(LOCATION, visit("before", TEN.minusSeconds(3600))).getFirst();
        }
    }

    @AfterEach
    void stop() throws IOException {
        altegio.close();
        proxy.close();
        server.close();
    }

    /** On every push: each fault in the middle of a read and of the one write that must not happen twice. */
    static Stream<Arguments> cells() {
        return cells(List.of("services", "book"));
    }

    static Stream<Arguments> cells(List<String> names) {
        return QUESTIONS.stream().filter(question -> names.contains(question.name)).flatMap(question -> Stream.of(TransportFault.values())
                .map(fault -> Arguments.of(question, fault)));
    }

    static Stream<Arguments> allCells() {
        return cells(QUESTIONS.stream().map(Question::name).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void whateverHappensThereIsAnAnswer(Question question, TransportFault fault) {
        survives(question, fault);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("allCells")
    @Tag("soak")
    void everyFaultInEveryCall(Question question, TransportFault fault) {
        survives(question, fault);
    }

    private void survives(Question question, TransportFault fault) {
        proxy.does(fault, question.call.replace(" /", " /api/v1/"));
        try (var log = CapturedLog.start()) {
            var begun = System.nanoTime();
            try {
                question.asked.of(this);
            } catch (BookingUnavailable | BookingRefused known) {
                // one of the port's own answers
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(LONGEST) < 0, "took " + took);
            assertTrue(proxy.writes() <= question.writes, proxy.seen().toString());
            assertTrue(proxy.seen().stream().noneMatch(call -> call.contains("elsewhere")), "a redirect is not followed");
            for (var line : log.said()) {
                assertFalse(line.matches("(?s).*(61234567|Vera|demo\\b|SQLSTATE|" + booked.hash() + ").*"), line);
            }
        }
        proxy.works();
        if (fault != TransportFault.LIMITED_12 && fault != TransportFault.LIMITED_BARE_13)
            assertDoesNotThrow(() -> altegio.bookings().services(LOCATION, Choices.NONE), "and it works again");
        assertTrue(server.store().export(LOCATION).stream().filter(one -> one.start().equals(TEN)).count() <= 1, "booked once at most");
    }

    private static VisitRequest visit(String key) {
        return visit(key, TEN);
    }

    private static VisitRequest visit(String key, Instant start) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), start)),
                new ClientDetails("Vera", VERA, ""), Optional.empty(), "", 0, key, Locale.ENGLISH);
    }
}
