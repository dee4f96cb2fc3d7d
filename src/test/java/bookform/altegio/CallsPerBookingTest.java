package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.DemoServer;
import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reliability.md E3, E4: what a booking costs of 200 calls a minute, counted where the calls arrive. */
class CallsPerBookingTest {
    private static final String CUT = "service=" + DemoLocation.HAIRCUT;
    private static final String FRINGE = "service=" + DemoLocation.FRINGE_TRIM;

    @TempDir Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private boolean tellsRecords;
    private String booked;
    private DemoServer server;
    private RunningApp app;

    @BeforeEach
    void start() {
        server = DemoServer.start(folder, routes -> {
            routes.before("/api/*", ctx -> calls.add(ctx.method() + " " + ctx.path()));
            routes.before("/api/v1/book_record/1", ctx -> {
                if (tellsRecords && ctx.header("Accept") != null) tellWithRecord(ctx);
            });
        });
        app = RunningApp.onAltegio(server.url().toString());
    }

    @AfterEach
    void stop() {
        app.close();
        server.close();
    }

    @Test
    void sevenColdWithAnybody() {
        assertEquals(List.of("GET bookform", "GET company", "GET book_services", "GET book_staff", "GET book_dates", "GET book_times",
                "POST book_record"), booking(CUT, "any"));
        assertEquals(List.of("GET book_record"), shown(), "and the page that says \"you are booked\" one more");
    }

    /** What costs the same with everybody costs that with them, too. */
    @Test
    void sevenColdWithSomebodyWhoTakesWhatAllTake() {
        assertEquals(List.of("GET bookform", "GET company", "GET book_services", "GET book_staff", "GET book_dates", "GET book_times",
                "POST book_record"), booking(FRINGE, "2"));
        assertEquals(List.of("GET book_record"), shown("Fringe trim"));
    }

    /** Where some take more than others the price is the person's own, and the first to choose them pays a call for that. */
    @Test
    void eightColdWithSomebodyWhoMayTakeMore() {
        assertEquals(List.of("GET bookform", "GET company", "GET book_services", "GET book_staff", "GET book_services", "GET book_dates",
                "GET book_times", "POST book_record"), booking(CUT, "2"));
        assertEquals(List.of("GET book_record"), shown());
    }

    /** A link to somebody and something leads nobody past what they do. */
    @Test
    void whoDoesNotDoItIsAskedForByTheirOwnMenu() {
        app.get("/forms/1/services");
        app.get("/forms/1/team-member?" + FRINGE);
        var page = app.get("/forms/1/time?" + FRINGE + "&teamMember=" + DemoLocation.CLARA);
        assertTrue(page.header("Location").contains("/team-member?"), page.status() + " " + page.header("Location") + page.text());
    }

    /** Where the answer to the booking brings the whole record, as it was seen to, its page has nothing to ask, once. */
    @Test
    void noneForThePageWhereTheAnswerBringsTheRecord() {
        tellsRecords = true;
        for (var person : List.of("any", "2")) {
            booking(CUT, person);
            assertEquals(List.of(), shown());
            assertEquals(List.of("GET book_record"), shown(), "a reload asks what has become of it");
        }
    }

    @Test
    void threeWarm() {
        booking(CUT, "2");
        calls.clear();
        assertEquals(List.of("GET book_times", "POST book_record"), booking(CUT, "2"), "the booking before has made the times old");
        assertEquals(List.of("GET book_record"), shown());
    }

    @Test
    void fiveHundredAtTheSameFormAskOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 500; i++) threads.submit(() -> app.get("/forms/1"));
        }
        assertEquals(List.of("GET book_services", "GET bookform", "GET company"), asked().stream().sorted().toList());
    }

    /** From the first page of the form to "booked". */
    private List<String> booking(String service, String teamMember) {
        app.get("/forms/1");
        app.get("/forms/1/services");
        app.get("/forms/1/team-member?" + service);
        var details = app.get(app.details(1, service + "&teamMember=" + teamMember, 0));
        booked = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")).header("Location");
        return asked();
    }

    /** What its page asks, which is the same whoever brought it. */
    private List<String> shown() {
        return shown("Haircut");
    }

    private List<String> shown(String service) {
        calls.clear();
        var page = app.get(booked);
        assertEquals("You are booked", page.heading());
        assertTrue(page.text().contains(service), page.text());
        return asked();
    }

    /** The server itself tells the record to whoever wants no envelope; here it is told in one. */
    private void tellWithRecord(Context ctx) throws IOException, InterruptedException {
        var bare = HttpRequest.newBuilder(URI.create(ctx.url())).header("Authorization", "Bearer demo")
                .POST(BodyPublishers.ofByteArray(ctx.bodyAsBytes())).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(bare, BodyHandlers.ofString());
            calls.removeLast();
            assertTrue(answer.body().contains("\"record\":"), answer.body());
            ctx.status(answer.statusCode()).contentType("application/json")
                    .result("{\"success\":true,\"data\":" + answer.body() + ",\"meta\":[]}").skipRemainingHandlers();
        }
    }

    /** Without what it calls things: that is one more for each language and day, after a page and not for it. */
    private List<String> asked() {
        return calls.stream().map(call -> call.replaceFirst("^(\\w+) /api/v1/(\\w+).*", "$1 $2"))
                .filter(call -> !call.equals("GET i18n")).toList();
    }
}
