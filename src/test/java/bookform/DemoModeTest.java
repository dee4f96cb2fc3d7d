package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import bookform.support.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoModeTest {
    @TempDir Path folder;

    @Test
    void showsWhatWouldHaveBeenSent() {
        try (var app = RunningApp.start()) {
            assertTrue(app.app().isDemo());
            assertTrue(app.get("/demo/messages").text().contains("None yet."));
            assertEquals("/forms/1", app.get("/").header("Location"));
            app.submit(app.get(app.details(2, "service=1&teamMember=1")), "details",
                    Map.of("name", "Vera", "phone", "+37061234567", "agreed", RunningApp.AGREED));
            assertEquals("+37061234567", app.get("/demo/messages").html().select(".card bdi").text());
            var answer = app.get("/demo/messages", "Accept", "application/json");
            assertTrue(answer.header("Content-Type").startsWith("application/json"), answer.header("Content-Type"));
            var message = new JsonMapper().readTree(answer.body()).get(0);
            assertEquals("+37061234567", message.get("to").asString());
            assertEquals("sms", message.get("channel").asString());
            assertEquals(app.code("+37061234567") + " is your code to confirm the appointment.", message.get("text").asString());
        }
    }

    @Test
    void nothingOfItExistsOutside() {
        try (var app = RunningApp.start(Map.of("BOOKFORM_DEMO", "false"))) {
            assertFalse(app.app().isDemo());
            for (var path : new String[] {"/", "/demo/messages", "/forms/1", "/forms/2"}) assertEquals(404, app.get(path).status(), path);
            assertTrue(app.app().store().isEmpty());
        }
    }

    @Test
    void isOffOnceALocationWasImported() throws Exception {
        var file = Files.writeString(folder.resolve("mine.yaml"),
                new String(DemoModeTest.class.getResourceAsStream("/demo/example.yaml").readAllBytes(), "UTF-8"));
        var settings = Map.of("BOOKFORM_DATA", folder.toString(), "BOOKFORM_PORT", "0");
        var err = new ByteArrayOutputStream();
        assertEquals(0,
                new Commands(settings, new PrintStream(new ByteArrayOutputStream()), new PrintStream(err)).run("import", file.toString()),
                err.toString());
        try (var app = App.start(Config.from(settings), new TestClock(RunningApp.MONDAY))) {
            assertFalse(app.isDemo());
            assertEquals(1, app.store().locations().ids().size());
            assertEquals(404, status(app, "/demo/messages"));
            var form = app.store().locations().find(app.store().locations().ids().getFirst()).orElseThrow().forms().getFirst().id();
            assertEquals(200, status(app, "/forms/" + form));
        }
    }

    @Test
    void staysOnWhenItIsStartedAgain() {
        var settings = Map.of("BOOKFORM_DATA", folder.toString(), "BOOKFORM_PORT", "0");
        for (var day : new String[] {"2026-11-23T05:00:00Z", "2026-11-23T06:00:00Z", "2026-12-07T06:00:00Z"}) {
            try (var app = App.start(Config.from(settings), new TestClock(day))) {
                assertTrue(app.isDemo(), day);
                assertTrue(app.store().export(1).size() > 100);
            }
        }
    }

    private static int status(App app, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(HttpRequest.newBuilder(URI.create(app.url() + path)).build(), BodyHandlers.discarding()).statusCode();
            http.shutdownNow();
            return status;
        }
    }
}
