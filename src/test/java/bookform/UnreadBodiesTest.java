package bookform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Calls that are answered before all of them has come. */
class UnreadBodiesTest {
    private static final RunningApp app = RunningApp.start();
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Without us the next call finds nobody. */
    @Test
    void theConnectionIsKeptForTheNextCall() throws IOException {
        try (var socket = socket()) {
            send(socket, head("PUT /api/v1/book_record/1/1", "{}".length()));
            assertEquals(401, answer(socket), "answered at once");
            send(socket, "{}" + head("GET /health/live", 0));
            assertEquals(200, answer(socket));
        }
    }

    @Test
    void whoeverSendsTooMuchIsToldSo() throws IOException {
        try (var socket = socket()) {
            send(socket, head("POST /forms/1/visits", 4 << 20) + "x".repeat(4 << 20) + head("GET /health/live", 0));
            assertEquals(413, answer(socket));
            assertEquals(200, answer(socket));
        }
    }

    @Test
    void whoeverSendsForEverIsHungUpOn() throws IOException {
        try (var socket = socket()) {
            send(socket, head("PUT /api/v1/book_record/1/1", Long.MAX_VALUE));
            assertEquals(401, answer(socket));
            var piece = "x".repeat(1 << 16);
            assertThrows(IOException.class, () -> {
                for (var sent = 0L; sent < 4 * UnreadBodies.MOST; sent += piece.length()) send(socket, piece);
            });
        }
    }

    /** They would be told so after their answer, which is no HTTP. */
    @Test
    void whoeverWaitsToBeToldIsNotToldToGoOn() throws IOException {
        try (var socket = socket()) {
            send(socket, head("PUT /api/v1/book_record/1/1", 2).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertEquals(401, answer(socket));
            socket.shutdownOutput();
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    private static Socket socket() throws IOException {
        var socket = new Socket("localhost", URI.create(app.url()).getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static String head(String line, long length) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** The status of the next answer, which is read to its end. */
    private static int answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) head.append((char) next(in));
        var length = LENGTH.matcher(head);
        assertTrue(length.find(), head::toString);
        for (var left = Integer.parseInt(length.group(1)); left > 0; left--) next(in);
        return Integer.parseInt(head.substring(9, 12));
    }

    private static int next(InputStream in) throws IOException {
        var next = in.read();
        if (next < 0) throw new IOException("hung up");
        return next;
    }
}
