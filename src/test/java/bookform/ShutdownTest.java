package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process of our own is told to stop while somebody books (reliability.md F1). The booking is slow as another process holds the
 * database: no door of our own is needed for that.
 */
@Timeout(60)
class ShutdownTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[^ /]+");
    private static final int TERMINATED = 128 + 15;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration BREATH = Duration.ofMillis(20);
    /** Whoever is left in line as the door is closed hears of it a second later. */
    private static final int PATIENCE_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir Path folder;
    @TempDir Path logs;

    @RepeatedTest(5)
    void whoeverIsBookingGetsTheirAnswer() throws Exception {
        stopsWhileSomebodyBooks();
    }

    @Tag("soak") @RepeatedTest(50)
    void whoeverIsBookingGetsTheirAnswerEveryTime() throws Exception {
        stopsWhileSomebodyBooks();
    }

    /** The control: a process that does not wait for them leaves them without an answer. */
    @Test
    void aProcessThatIsKilledAnswersNobody() throws Exception {
        whileSomebodyBooks((process, pages, admin, booking, holder) -> {
            process.toHandle().destroyForcibly();
            assertThrows(ExecutionException.class, () -> booking.get(10, TimeUnit.SECONDS));
        });
    }

    /** In before the door was closed, and asking for as long as that took: who is silent for a second is cut off with it. */
    @Test
    void whoeverAsksMeanwhileIsTurnedAway() throws Exception {
        whileSomebodyBooks((process, pages, admin, booking, holder) -> {
            try (var open = new Socket("127.0.0.1", URI.create(pages).getPort())) {
                say(open, "GET /forms/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: lt\r\nX-Slow: ");
                process.toHandle().destroy();
                var told = System.nanoTime();
                var said = new AtomicInteger();
                Wait.until(() -> {
                    if (System.nanoTime() - told < said.get() * BREATH.toNanos()) return false;
                    say(open, "x");
                    said.incrementAndGet();
                    return !takesConnections(pages);
                });
                say(open, "\r\n\r\n");
                var answer = new String(open.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), answer);
                assertTrue(answer.contains("\r\nRetry-After: 10\r\n"), answer);
                assertEquals("Dabar rezervuoti negalime", Jsoup.parse(answer).select("h1").text());
            }
            holder.executeUpdate("COMMIT");
            assertEquals(303, booking.get(10, TimeUnit.SECONDS).statusCode());
        });
    }

    /** Whoever does not come to an end is cut off, and what else there is to end comes to its own. */
    @Test
    void whoeverDoesNotComeToAnEndHoldsNothingUp() throws Exception {
        var process = start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            var pages = address(said, "Booking page");
            var admin = address(said, "Metrics");
            try (var open = new Socket("127.0.0.1", URI.create(pages).getPort())) {
                say(open, "POST /forms/1/visits HTTP/1.1\r\nHost: localhost\r\nOrigin: " + pages
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n");
                Wait.until(() -> underWay(admin, 1));
                process.toHandle().destroy();
                while (!process.waitFor(BREATH.toMillis(), TimeUnit.MILLISECONDS)) sayIfHeard(open, "name=");
            }
            assertEquals(TERMINATED, process.exitValue());
            assertTrue(log().contains(" WARN  bookform.Server: "), log());
            assertFalse(Files.exists(folder.resolve("bookform.db-wal")), "SQLite removes its log when it is closed");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String log() throws IOException {
        return Files.readString(logs.resolve("log"));
    }

    private void stopsWhileSomebodyBooks() throws Exception {
        var database = whileSomebodyBooks((process, pages, admin, booking, holder) -> {
            var told = System.nanoTime();
            process.toHandle().destroy();
            Wait.until(() -> !takesConnections(pages));
            assertEquals(503, get(admin + "/health/ready").statusCode());
            assertEquals(200, get(admin + "/health/live").statusCode());
            assertFalse(booking.isDone(), "somebody still books");

            holder.executeUpdate("COMMIT");
            assertEquals(303, booking.get(10, TimeUnit.SECONDS).statusCode());
            assertTrue(process.waitFor(LONGEST.toMillis() - (System.nanoTime() - told) / 1_000_000, TimeUnit.MILLISECONDS));
            assertEquals(TERMINATED, process.exitValue());
        });
        assertTrue(log().contains("POST /forms/{form}/visits 303"), "what is answered on the way out is in the log, too: " + log());
        assertEquals("1", database.answer("SELECT count(*) FROM visit WHERE client_name = 'Wera'"));
    }

    private interface Stop {
        /** @param holder holds the database up until it commits */
        void of(Process process, String pages, String admin, CompletableFuture<HttpResponse<String>> booking, Statement holder)
                throws Exception;
    }

    private TestDatabase whileSomebodyBooks(Stop stop) throws Exception {
        var database = TestDatabase.sqlite(folder);
        var process = start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            var pages = address(said, "Booking page");
            var admin = address(said, "Metrics");
            var details = details(pages);
            try (var connection = database.connect(); var holder = connection.createStatement()) {
                holder.executeUpdate("BEGIN IMMEDIATE");
                stop.of(process, pages, admin, send(booking(pages, details), admin), holder);
            }
            return database;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** @return the answer to be; the booking has begun, and waits for the database */
    private CompletableFuture<HttpResponse<String>> send(HttpRequest booking, String admin) throws Exception {
        Wait.until(() -> underWay(admin, 0)); // the page before has its answer, but may still be counted
        var answer = http.sendAsync(booking, BodyHandlers.ofString());
        Wait.until(() -> underWay(admin, 1));
        return answer;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/docker/bookform.jvm").toAbsolutePath(), "-cp", System.getProperty("java.class.path"),
                "bookform.App", "--port=0", "--admin-port=0", "--demo=true", "--data=" + folder)
                .redirectError(logs.resolve("log").toFile()).start();
    }

    /** From the lines in which the process says where it is. */
    private static String address(BufferedReader said, String what) throws IOException {
        var line = "";
        while (!line.contains(what)) line = Objects.requireNonNull(said.readLine(), "the process ended by itself");
        var address = ADDRESS.matcher(line);
        assertTrue(address.find(), line);
        return address.group();
    }

    private boolean underWay(String admin, int requests) throws Exception {
        return get(admin + "/metrics").body().contains("bookform_requests_under_way " + requests + "\n");
    }

    /** The page with the form to book with. */
    private Document details(String pages) throws Exception {
        var times = page(pages + "/forms/1/time?service=1&teamMember=any");
        var free = times.select(".chip").isEmpty() ? page(times.select("a[href*=date=]").first().absUrl("href")) : times;
        return page(free.select(".chip").last().absUrl("href"));
    }

    private HttpRequest booking(String pages, Document details) {
        var fields = new LinkedHashMap<String, String>();
        details.expectForm("#details").formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(Map.of("name", "Wera", "phone", "+37061234567"));
        var body =
                fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(details.expectForm("#details").absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Origin", pages).POST(BodyPublishers.ofString(body))
                .build();
    }

    private Document page(String url) throws Exception {
        return Jsoup.parse(get(url).body(), url);
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static void say(Socket open, String text) throws IOException {
        open.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void sayIfHeard(Socket open, String text) {
        try {
            say(open, text);
        } catch (IOException cutOff) {
            // the process ends
        }
    }

    private static boolean takesConnections(String pages) throws IOException {
        try (var connection = new Socket()) {
            connection.connect(new InetSocketAddress("127.0.0.1", URI.create(pages).getPort()), PATIENCE_MILLIS);
            return true;
        } catch (SocketTimeoutException inLine) {
            return true;
        } catch (SocketException refused) {
            return false; // or reset, where it was still in line as the door was closed
        }
    }
}
