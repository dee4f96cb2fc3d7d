package bookform.altegio;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.BookingUnsettled;
import bookform.booking.Choices;
import bookform.support.CapturedLog;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * reliability.md D, rows 1, 2, 20 and 24: no connection, one to somebody else, or a bad one. The location is known from before, so that
 * the fault meets the call that is asked for. With the real patience: a page has ten seconds.
 */
class ConnectionFaultTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir static Path folder;
    private static TestCertificates certificates;

    @BeforeAll
    static void certify() throws Exception {
        certificates = new TestCertificates(folder);
        for (var handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.OFF);
    }

    @AfterAll
    static void aloud() {
        for (var handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.ALL);
    }

    /** On every push: before the one write that must not happen twice. */
    static Stream<Arguments> cells() {
        return cells(Question.named("book"));
    }

    static Stream<Arguments> allCells() {
        return cells(Question.ALL);
    }

    private static Stream<Arguments> cells(List<Question> questions) {
        return questions.stream().flatMap(question -> Stream.of(ConnectionFault.values()).map(fault -> Arguments.of(question, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void whateverHappensThereIsAnAnswer(Question question, ConnectionFault fault) throws Exception {
        survives(question, fault);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("allCells")
    @Tag("soak")
    void everyFaultInEveryCall(Question question, ConnectionFault fault) throws Exception {
        survives(question, fault);
    }

    private static void survives(Question question, ConnectionFault fault) throws Exception {
        try (var server = DemoServer.start(Files.createTempDirectory(folder, "cell"))) {
            var proxy = new FaultyProxy(server.url(), listen(fault, 0));
            try (var altegio = altegio(server, proxy)) {
                var asking = Question.Asking.prepared(server, altegio);
                altegio.bookings().findLocation(LOCATION);
                proxy.close();
                var said = log(() -> ask(server, question, fault, asking, proxy.url().getPort()));
                fault.kind().ifPresent(kind -> assertTrue(said.stream().anyMatch(line -> line.contains(kind.name())), said.toString()));
                for (var line : said) assertFalse(line.matches("(?s).*(61234567|Vera|demo\\b|" + asking.booked().hash() + ").*"), line);
                var again = new FaultyProxy(server.url(), listen(fault, proxy.url().getPort()));
                assertDoesNotThrow(() -> altegio.bookings().services(LOCATION, Choices.NONE), "and it works again");
                again.close();
            }
        }
    }

    private static void ask(DemoServer server, Question question, ConnectionFault fault, Question.Asking asking, int port)
            throws Exception {
        try (var bad = fault.open(port, server.url().getPort(), certificates)) {
            var begun = System.nanoTime();
            asking.altegio().beginPage();
            var refused = refusal(() -> question.asked().accept(asking));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(LONGEST) < 0, "took " + took);
            if (fault == ConnectionFault.LOSS_24) {
                assertTrue(booked(server) <= 1);
            } else {
                assertTrue(refused.isPresent() && !(refused.get() instanceof BookingUnsettled), "nothing can have happened: " + refused);
                assertEquals(0, booked(server));
            }
        }
    }

    private static Optional<RuntimeException> refusal(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (BookingUnavailable | BookingRefused known) {
            return Optional.of(known);
        }
    }

    private static long booked(DemoServer server) {
        return server.store().export(LOCATION).stream().filter(one -> one.start().equals(Question.TEN)).count();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static List<String> log(Work work) throws Exception {
        try (var log = CapturedLog.start()) {
            work.run();
            return log.said();
        }
    }

    private static Altegio altegio(DemoServer server, FaultyProxy proxy) throws Exception {
        var account = new AltegioAccount(proxy.url(), "demo", AltegioAccount.MOST_CALLS);
        var transport = new Transport(account, HttpClient.newBuilder().sslContext(certificates.client()));
        return Unhurried.altegio(server, account, transport, new Patience(System::nanoTime),
                (patience, old) -> new CaffeineMemory(System::nanoTime, patience, old));
    }

    private static ServerSocket listen(ConnectionFault fault, int port) throws Exception {
        return fault.isOfTls() ? certificates.listen("good", port) : new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    }
}
