package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.HttpSmsSender.Gateway;
import bookform.booking.BookingUnavailable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages through a gateway: a real one on this machine, which keeps a journal. */
class HttpSmsSenderTest {
    private static final String PHONE = "+37061234567";

    private final List<Received> journal = new CopyOnWriteArrayList<>();
    private HttpServer gateway;
    private volatile int status = 200;

    private record Received(String body, String type, String authorization) {}

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/sms", this::receive);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void asJson() {
        sender("{\"to\":\"{phone}\",\"text\":\"{text}\"}", "application/json").send(PHONE, "Say \"hi\"\\\n{phone} ą");
        assertEquals("{\"to\":\"+37061234567\",\"text\":\"Say \\\"hi\\\"\\\\\\u000a{phone} ą\"}", journal.getFirst().body());
        assertEquals("application/json", journal.getFirst().type());
        assertEquals("Bearer secret", journal.getFirst().authorization());
    }

    @Test
    void asAForm() {
        sender("to={phone}&text={text}&from=Linden", "application/x-www-form-urlencoded").send(PHONE, "a&b=c ą+");
        assertEquals("to=%2B37061234567&text=a%26b%3Dc+%C4%85%2B&from=Linden", journal.getFirst().body());
    }

    @Test
    void aRefusalIsAFailureAndNotRepeated() {
        for (var refusal : List.of(400, 401, 429, 500, 503)) {
            status = refusal;
            journal.clear();
            var failure = assertThrows(BookingUnavailable.class, () -> sender("{phone}{text}", "text/plain").send(PHONE, "x"));
            assertEquals("The SMS gateway answered " + refusal, failure.getMessage());
            assertEquals(1, journal.size());
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 302;
        assertThrows(BookingUnavailable.class, () -> sender("{phone}{text}", "text/plain").send(PHONE, "x"));
        assertEquals(1, journal.size());
    }

    @Test
    void aGatewayThatIsNotThereIsAFailure() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var sender =
                new HttpSmsSender(new Gateway(URI.create("http://127.0.0.1:" + port), "{phone}{text}", "text/plain", Optional.empty()));
        var failure = assertThrows(BookingUnavailable.class, () -> sender.send(PHONE, "123456"));
        assertFalse(failure.getMessage().contains("123456") || failure.getMessage().contains(PHONE));
    }

    /** The connection was made, so the message may have been sent: it is not sent again. */
    @Test
    void whatBrokeOffIsNotRepeated() {
        status = -1;
        assertThrows(BookingUnavailable.class, () -> sender("{phone}{text}", "text/plain").send(PHONE, "x"));
        assertEquals(1, journal.size());
    }

    // On the way

    @Test
    void nobodyWaitsForAGateway() throws Exception {
        var held = new CountDownLatch(1);
        var sent = new CopyOnWriteArrayList<String>();
        try (var outbox = Outbox.queued((phone, text) -> {
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            sent.add(text);
        }, MailSender.NONE, 5)) {
            for (var i = 0; i < 13; i++) outbox.send(PHONE, "message " + i); // eight under way, five waiting
            assertEquals(List.of(), sent);
            assertThrows(BookingUnavailable.class, () -> outbox.send(PHONE, "one too many"));
            held.countDown();
        }
        assertEquals(13, sent.size(), "what was taken is sent");
    }

    @Test
    void failuresAreCountedAndTheRestGoesOn() {
        var outbox = Outbox.direct((phone, text) -> {
            throw new BookingUnavailable("down");
        }, mail -> {
            throw new IllegalStateException("550 <" + mail.to() + ">");
        });
        outbox.send(PHONE, "123456");
        outbox.send(() -> new Mail("vera@example.com", "", "", Optional.empty()));
        assertEquals(2, outbox.failed());
        assertEquals(0, outbox.sent());
    }

    @Test
    void secretsAreNotPrinted() {
        var gateway =
                new Gateway(URI.create("https://user:hidden@sms.example.com/x?key=hidden"), "hidden", "text/plain", Optional.of("hidden"));
        assertFalse(gateway.toString().contains("hidden"), gateway.toString());
        assertTrue(gateway.toString().contains("sms.example.com"));
    }

    private HttpSmsSender sender(String body, String type) {
        var url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
        return new HttpSmsSender(new Gateway(url, body, type, Optional.of("Bearer secret")));
    }

    private void receive(HttpExchange exchange) throws IOException {
        journal.add(new Received(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Content-Type"), exchange.getRequestHeaders().getFirst("Authorization")));
        if (status > 0) {
            exchange.getResponseHeaders().add("Location", "/sms");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }
}
