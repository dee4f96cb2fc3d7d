package bookform.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.web.Asset;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code GET /embed.js}. */
class LoaderTest {
    private static final int MOST_BYTES = 4_096;
    private static final RunningApp app = RunningApp.start();

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void isSmall() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var sent = http.send(HttpRequest.newBuilder(URI.create(app.url() + "/embed.js")).header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofByteArray());
            assertEquals("gzip", sent.headers().firstValue("Content-Encoding").orElse(""));
            System.out.println("embed.js: " + sent.body().length + " bytes");
            assertTrue(sent.body().length <= MOST_BYTES, sent.body().length + " bytes");
        }
    }

    @Test
    void isWhatTheBuildMadeOfTheFilesAsTheyAre() {
        assertEquals(new String(Widget.scripts().getFirst().plain(), StandardCharsets.UTF_8), app.get("/embed.js").body());
        assertTrue(Asset.built("embed.js").isPresent(), "or each start puts it together again");
    }

    @Test
    void speaksEveryLanguageAndNeedsNothingElse() {
        var script = app.get("/embed.js").body();
        for (var language : OurLanguages.ALL) assertTrue(script.contains(Texts.in(language).text("widget.book")), language.toString());
        assertFalse(script.contains("__"), "a place that nobody filled");
        assertFalse(script.matches("(?s).*https?://.*"), "somebody else's address");
    }

    @Test
    void anySiteMayLoadItAndKeepItForMinutes() {
        var answer = app.get("/embed.js");
        assertEquals("text/javascript; charset=utf-8", answer.header("Content-Type"));
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("cross-origin", answer.header("Cross-Origin-Resource-Policy"));
        assertEquals("public, max-age=600, stale-while-revalidate=86400", answer.header("Cache-Control"));
    }

    @Test
    void isNotSentTwice() {
        var answer = app.get("/embed.js");
        var again = app.get("/embed.js", "If-None-Match", answer.header("ETag"));
        assertEquals(304, again.status());
        assertEquals("", again.body());
        assertEquals(200, app.get("/embed.js", "If-None-Match", "\"another\"").status());
    }
}
