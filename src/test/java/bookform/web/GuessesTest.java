package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.support.RunningApp;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever tries addresses of personal pages is stopped; nobody else is. */
class GuessesTest {
    private static final int ENOUGH = 30;
    private static final String STRANGER = "203.0.113.7";

    @Test
    void thirtyWrongAddressesAreEnough() {
        try (var app = RunningApp.start()) {
            var confirmation = app.follow(app.submit(app.get(app.details(1, "service=1&teamMember=1")), "details",
                    Map.of("name", "Vera", "phone", "+370 612 34567")));
            var visit = confirmation.response().uri().getPath();
            for (var i = 0; i < ENOUGH; i++) {
                assertEquals(200, app.get(visit, "X-Forwarded-For", STRANGER).status());
                assertEquals(404, app.get(visit + "x" + i, "X-Forwarded-For", STRANGER).status());
            }
            var stopped = app.get(visit + "x", "X-Forwarded-For", STRANGER);
            assertEquals(429, stopped.status());
            assertEquals("That was tried too often", stopped.heading());
            assertEquals("600", stopped.header("Retry-After"));
            assertEquals(429, app.get(visit + "/calendar.ics", "X-Forwarded-For", STRANGER).status(), "even if it is somebody's");
            assertEquals(200, app.get("/forms/1", "X-Forwarded-For", STRANGER).status(), "they may still book");
            assertEquals(200, app.get(visit, "X-Forwarded-For", "203.0.113.8").status(), "somebody else");
            assertEquals(200, app.get(visit).status(), "a proxy that does not say for whom");
        }
    }

    @Test
    void tenMinutesLaterItMayBeTriedAgain() throws Exception {
        var now = new AtomicLong();
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new Guesses(now::get).add(config.routes);
        }).start("127.0.0.1", 0);
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < ENOUGH; i++) assertEquals(404, status(client, server.port()));
            assertEquals(429, status(client, server.port()));
            now.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
            assertEquals(429, status(client, server.port()));
            now.incrementAndGet();
            assertEquals(404, status(client, server.port()));
        } finally {
            server.stop();
        }
    }

    private static int status(HttpClient client, int port) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/forms/1/visits/1/wrong"))
                .header("X-Forwarded-For", STRANGER).build(), BodyHandlers.discarding()).statusCode();
    }
}
