package bookform.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.transfer.Gzip;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final RunningApp app = RunningApp.start();
    private static final String STEP = "/forms/1/team-member?service=1";

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aBrowserGetsTheWholePage() {
        var body = app.get(STEP).body();
        assertTrue(body.startsWith("<!doctype html>"), body.substring(0, 40));
        assertEquals("Choose a team member · Linden Studio", app.get(STEP).html().title());
        assertEquals(1, app.get(STEP).html().select("main#step h1").size());
    }

    @Test
    void htmxGetsTheStepWithItsTitle() {
        var body = app.get(STEP, "HX-Request", "true").body();
        assertTrue(body.startsWith("<title>Choose a team member · Linden Studio</title>"), body);
        assertFalse(body.contains("<html") || body.contains("<main") || body.contains("<link"), body);
        assertEquals(app.get(STEP).html().expectFirst("main h1").outerHtml(),
                app.get(STEP, "HX-Request", "true").html().expectFirst("h1").outerHtml());
    }

    @Test
    void htmxThatLostItsHistoryGetsTheWholePage() {
        assertTrue(app.get(STEP, "HX-Request", "true", "HX-History-Restore-Request", "true").body().startsWith("<!doctype html>"));
    }

    @Test
    void cachesAreToldWhatItDependsOn() {
        var vary = List.of(app.get(STEP).header("Vary").split(", "));
        assertTrue(vary.containsAll(List.of("HX-Request", "Accept-Language", "Accept-Encoding")), vary.toString());
        assertTrue(app.get("/forms/1/time").header("Vary").contains("HX-Request"), "redirects too");
    }

    @Test
    void aFrameIsToldByTheBrowserOrTheScript() {
        assertEquals("framed light", app.get(STEP, "Sec-Fetch-Dest", "iframe").html().expectFirst("html").className());
        assertEquals("", app.get(STEP, "Sec-Fetch-Dest", "document").html().expectFirst("html").className());
    }

    @Test
    void isCompressedForThoseWhoCan() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var plain = http.send(HttpRequest.newBuilder(URI.create(app.url() + STEP)).build(), BodyHandlers.ofByteArray());
            var zipped =
                    http.send(HttpRequest.newBuilder(URI.create(app.url() + STEP)).header("Accept-Encoding", "gzip, deflate, br").build(),
                            BodyHandlers.ofByteArray());
            assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
            assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
            assertTrue(zipped.body().length < plain.body().length / 2);
            var unwanted = http.send(HttpRequest.newBuilder(URI.create(app.url() + STEP)).header("Accept-Encoding", "gzip;q=0, br").build(),
                    BodyHandlers.ofByteArray());
            assertEquals("", unwanted.headers().firstValue("Content-Encoding").orElse(""));
            http.shutdownNow();
        }
    }

    @Test
    void gzipIsReadByAnyReader() throws Exception {
        for (var text : List.of("", "x", "ąčę".repeat(100_000))) {
            for (var level : List.of(1, 4, 9)) {
                assertEquals(text,
                        new String(
                                new GZIPInputStream(new ByteArrayInputStream(Gzip.compress(text.getBytes(StandardCharsets.UTF_8), level)))
                                        .readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
    }
}
