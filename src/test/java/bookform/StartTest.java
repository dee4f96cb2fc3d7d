package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.store.ImportRefused;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import bookform.booking.Appointment.Status;
import bookform.support.CapturedLog;
import bookform.support.RunningApp;
import bookform.support.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start: first a page, then the rest. */
class StartTest {
    @TempDir Path folder;

    private final TestClock clock = new TestClock(RunningApp.MONDAY);

    @BeforeAll
    static void quietly() {
        RunningApp.ACCESS.setLevel(Level.WARNING);
    }

    @Test
    void answersBeforeItIsReady() throws Exception {
        try (var app = App.open(config(), clock, routes -> {})) {
            assertEquals(200, status(app.url() + "/forms/1"));
            assertEquals(200, status(app.url() + "/health/live"));
            assertEquals(503, status(app.url() + "/health/ready"));
            assertEquals(List.of(), app.store().export(1));
            app.beReady();
            assertEquals(200, status(app.url() + "/health/ready"));
            assertTrue(app.store().export(1).size() > 100);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void goesOnAsSoonAsSomebodyWasAnswered() throws Exception {
        try (var app = App.open(config(), clock, routes -> {})) {
            assertEquals(200, status(app.url() + "/forms/1"));
            app.awaitFirstAnswer(Duration.ofDays(1));
        }
    }

    @Test
    void closesEverythingWhenTheRestFails() throws IOException {
        bookOverTheWorkshop(clock);
        var app = App.open(config(), clock, routes -> {});
        var page = app.url() + "/forms/1";
        assertThrows(ImportRefused.class, app::beReady);
        assertThrows(ConnectException.class, () -> status(page));
        app.close(); // as the end of the process does once more
    }

    @Test
    void saysWhyTheRestFails() {
        bookOverTheWorkshop(Clock.systemUTC());
        var err = new ByteArrayOutputStream();
        var exit = new Commands(Map.of("BOOKFORM_DATA", folder.toString(), "BOOKFORM_PORT", "0"),
                new PrintStream(new ByteArrayOutputStream()), new PrintStream(err)).run("serve");
        assertEquals(1, exit);
        assertTrue(err.toString().startsWith("Bookform stopped: "), err.toString());
        assertTrue(err.toString().contains("overlaps"), err.toString());
    }

    /** And logs nothing beside it: it is the first thing that goes wrong for many. */
    @Test
    void namesTheAddressThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")); var log = CapturedLog.start()) {
            var port = taken.getLocalPort();
            var failure = assertThrows(IllegalStateException.class, () -> App.open(config(port), clock, routes -> {}));
            assertEquals("BOOKFORM_PORT " + port + " at BOOKFORM_HOST 127.0.0.1: Address already in use", failure.getMessage());
            assertEquals(List.of(), log.lines().stream().filter(line -> line.contains(" ERROR ") || line.contains(" WARN ")).toList());
        }
    }

    /** Nor does it stay behind half started, where nobody would start it anew: here part of the program is missing. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void endsWhateverTheStartFailsOf() throws Exception {
        assertEquals(1, serveWithout("/gg/jte/"));
    }

    /** @return how a process ends in whose class path nothing has this in its name */
    private int serveWithout(String name) throws Exception {
        var whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator);
        var rest = Arrays.stream(whole).filter(part -> !part.contains(name)).toList();
        assertTrue(rest.size() < whole.length);
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", String.join(File.pathSeparator, rest), "bookform.App", "--port=0",
                "--data=" + folder).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A demo without its calendar, in which something stands at the time of the first workshop. */
    private void bookOverTheWorkshop(Clock clock) {
        try (var store = Store.open(folder.resolve("bookform.db"), clock)) {
            var today = DemoLocation.today(clock);
            DemoLocation.setUp(store, clock, () -> DemoLocation.setup(today));
            var workshop = DemoLocation.events(today).getFirst();
            store.insertImported(DemoLocation.LOCATION,
                    List.of(new ImportedAppointment(workshop.teamMember(), List.of(DemoLocation.HAIRCUT), workshop.start(), workshop.end(),
                            Duration.ZERO, List.of(), "Vera", "+37061234567", Status.CONFIRMED, "mine")));
        }
    }

    private Config config() {
        return config(0);
    }

    private Config config(int port) {
        return Config.from(Map.of("BOOKFORM_DATA", folder.toString(), "BOOKFORM_PORT", String.valueOf(port)));
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
