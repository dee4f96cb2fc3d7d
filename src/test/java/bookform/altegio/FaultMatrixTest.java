package bookform.altegio;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.Choices;
import bookform.support.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * reliability.md D: every fault in the middle of every call; those before that are in {@link ConnectionFaultTest}. Whatever happens, the port answers in time with one of its own answers, and
 * writes at most once; when it is over, everything works again. Patience is a fifth of the real one.
 */
class FaultMatrixTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir static Path folder;

    private DemoServer server;
    private FaultyProxy proxy;
    private Altegio altegio;
    private Question.Asking asking;

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
        asking = Question.Asking.prepared(server, altegio);
    }

    @AfterEach
    void stop() throws IOException {
        altegio.close();
        proxy.close();
        server.close();
    }

    /** On every push: each fault in the middle of a read and of the one write that must not happen twice. */
    static Stream<Arguments> cells() {
        return cells(Question.named("services", "book"));
    }

    static Stream<Arguments> allCells() {
        return cells(Question.ALL);
    }

    private static Stream<Arguments> cells(List<Question> questions) {
        return questions.stream().flatMap(question -> Stream.of(TransportFault.values()).map(fault -> Arguments.of(question, fault)));
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
        proxy.does(fault, question.call().replace(" /", " /api/v1/"));
        try (var log = CapturedLog.start()) {
            var begun = System.nanoTime();
            try {
                question.asked().accept(asking);
            } catch (BookingUnavailable | BookingRefused known) {
                // one of the port's own answers
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(LONGEST) < 0, "took " + took);
            assertTrue(proxy.writes() <= question.writes(), proxy.seen().toString());
            assertTrue(proxy.seen().stream().noneMatch(call -> call.contains("elsewhere")), "a redirect is not followed");
            for (var line : log.said()) {
                assertFalse(line.matches("(?s).*(61234567|Vera|demo\\b|SQLSTATE|" + asking.booked().hash() + ").*"), line);
            }
        }
        proxy.works();
        if (fault != TransportFault.LIMITED_12 && fault != TransportFault.LIMITED_BARE_13)
            assertDoesNotThrow(() -> altegio.bookings().services(LOCATION, Choices.NONE), "and it works again");
        assertTrue(server.store().export(LOCATION).stream().filter(one -> one.start().equals(Question.TEN)).count() <= 1,
                "booked once at most");
    }
}
