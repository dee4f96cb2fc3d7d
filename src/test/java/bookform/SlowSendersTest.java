package bookform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forms that come in pieces. */
class SlowSendersTest {
    private static final String BODY = "x=1";

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Jetty's own rule refuses this form: with three bytes of it 30 milliseconds are too long already. */
    @Test
    void aFormOfFewWordsMayTakeItsTime() throws IOException {
        assertEquals(status(BODY, ""), status("x=", "1"));
        assertEquals(status(BODY, ""), status("", BODY));
    }

    @Test
    void aFormThatBreaksOffIsNoFaultOfOurs() throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(head("x="));
            socket.shutdownOutput();
            assertEquals("HTTP/1.1 400", statusOf(socket));
        }
    }

    @Test
    void aFormThatIsGarbledOnTheWayIsNoFaultOfOurs() throws IOException {
        try (var socket = socket()) {
            var chunked = new String(head(""), US_ASCII).replace("Content-Length: 3", "Transfer-Encoding: chunked");
            socket.getOutputStream().write((chunked + "zz\r\nx=1\r\n0\r\n\r\n").getBytes(US_ASCII));
            assertEquals("HTTP/1.1 400", statusOf(socket));
        }
    }

    @Test
    void whoeverTricklesForLongIsTooSlow() {
        assertFalse(SlowSenders.isTooSlow(0, SlowSenders.GRACE));
        assertFalse(SlowSenders.isTooSlow(1_000, SlowSenders.GRACE.plusSeconds(10)));
        assertTrue(SlowSenders.isTooSlow(999, SlowSenders.GRACE.plusSeconds(10)));
        assertTrue(SlowSenders.isTooSlow(60_000, Duration.ofHours(1)));
    }

    /** What is answered to a form of which the rest comes later, after other requests. */
    private static String status(String first, String rest) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(head(first));
            for (var end = System.nanoTime() + 200_000_000L; !rest.isEmpty() && System.nanoTime() < end;) app.get("/health/live");
            socket.getOutputStream().write(rest.getBytes(US_ASCII));
            return statusOf(socket);
        }
    }

    private static byte[] head(String first) {
        return ("POST /cabinet/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n" + first).getBytes(US_ASCII);
    }

    private static Socket socket() throws IOException {
        return new Socket("localhost", URI.create(app.url()).getPort());
    }

    private static String statusOf(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
}
