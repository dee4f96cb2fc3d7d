package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestClock;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was typed when the session ended: a POST that keeps it, and pages that take it, on a server of their own. */
class TypedTest {
    private static final SignedIn VERA = new SignedIn("a token", 7);
    private static final SignedIn GLEB = new SignedIn("another token", 8);
    private static final SignedIn SOMEBODY = new SignedIn("a third token", 0);

    private final TestClock clock = new TestClock("2026-11-23T05:00:00Z");
    private final Typed typed = new Typed(new byte[32], clock);
    private SignedIn keeping = VERA;
    private SignedIn taking = VERA;
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.post("/profile", ctx -> typed.keep(ctx, keeping, "/profile"));
        config.routes.get("/profile", this::take);
        config.routes.get("/other", this::take);
    }).start("127.0.0.1", 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void comesBackOnce() throws Exception {
        var cookie = kept("name=Vera+K%C4%81rkli%C5%86a&comment=two%0Alines+%26+more");
        assertTrue(cookie.matches("__Host-typed=[A-Za-z0-9_-]+; Max-Age=1800; Path=/; Secure; HttpOnly; SameSite=Lax"), cookie);
        var taken = taken("/profile", cookie);
        assertEquals("{name=Vera Kārkliņa, comment=two\nlines & more}", taken.body());
        assertTrue(taken.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
    }

    @Test
    void comesBackToTheSamePageAndClientAlone() throws Exception {
        var cookie = kept("name=Vera");
        assertEquals("{}", taken("/other", cookie).body());
        assertTrue(taken("/other", cookie).headers().firstValue("Set-Cookie").isEmpty(), "it waits for its page");
        taking = GLEB;
        assertEquals("{}", taken("/profile", cookie).body());
        taking = VERA;
        assertEquals("{name=Vera}", taken("/profile", cookie).body(), "the control");
    }

    @Test
    void whoIsNotKnownGetsNothing() throws Exception {
        keeping = SOMEBODY;
        taking = SOMEBODY;
        assertEquals("{}", taken("/profile", kept("name=Vera")).body());
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        var cookie = kept("name=Vera");
        clock.advance(Duration.ofMinutes(30));
        assertEquals("{}", taken("/profile", cookie).body());
    }

    @Test
    void secretsAreTypedAnew() throws Exception {
        assertEquals("{name=Vera}",
                taken("/profile", kept("password=one&new_password=two&newPassword=three&code=123456&token=x&name=Vera")).body());
        assertEquals("", kept("password=one"), "nothing is left to keep");
    }

    @Test
    void longTextsGoAlongWhereACookieCanHoldThem() throws Exception {
        var words = new StringBuilder();
        for (var i = 0; i < 150; i++) words.append("%D9%83%D9%84%D9%85%D8%A9").append(i).append('+');
        var cookie = kept("comment=" + words);
        assertTrue(cookie.length() < 4_096, cookie.length() + " bytes");
        assertTrue(taken("/profile", cookie).body().contains("كلمة149"));
        var random = new java.util.Random(1).ints(6_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append);
        assertEquals("", kept("comment=" + random), "what no browser would keep is not sent");
    }

    @Test
    void whatIsNotOursIsNothing() throws Exception {
        for (var value : new String[] {"", "x", "A".repeat(200)}) assertEquals("{}", taken("/profile", "__Host-typed=" + value).body());
        assertFalse(kept("name=Vera").contains("Vera"));
    }

    private void take(Context ctx) {
        ctx.result(typed.take(ctx, taking).toString());
    }

    /** The whole line; empty when no cookie was set. */
    private String kept(String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/profile")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build();
        return http.send(request, BodyHandlers.ofString()).headers().firstValue("Set-Cookie").orElse("");
    }

    private HttpResponse<String> taken(String path, String cookie) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie.split(";")[0]).GET().build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
