package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bookform.backend.DemoServer;
import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
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

    @TempDir Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private String booked;
    private DemoServer server;
    private RunningApp app;

    @BeforeEach
    void start() {
        server = DemoServer.start(folder, routes -> routes.before("/api/*", ctx -> calls.add(ctx.method() + " " + ctx.path())));
        app = RunningApp.onAltegio(server.url().toString());
    }

    @AfterEach
    void stop() {
        app.close();
        server.close();
    }

    /** The page that then says "you are booked" is one more. */
    @Test
    void sevenColdWithAnybody() {
        assertEquals(List.of("GET bookform", "GET company", "GET book_services", "GET book_staff", "GET book_dates", "GET book_times",
                "POST book_record"), booking("any"));
    }

    /** Prices and lengths are the person's own, and the first to choose them pays a call for that. */
    @Test
    void eightColdWithSomebody() {
        assertEquals(List.of("GET bookform", "GET company", "GET book_services", "GET book_staff", "GET book_services", "GET book_dates",
                "GET book_times", "POST book_record"), booking("2"));
    }

    @Test
    void threeWarm() {
        booking("2");
        calls.clear();
        assertEquals(List.of("GET book_times", "POST book_record"), booking("2"), "the booking before has made the times old");
        app.get(booked);
        assertEquals("GET book_record", asked().getLast());
        assertEquals(3, asked().size());
    }

    @Test
    void fiveHundredAtTheSameFormAskOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 500; i++) threads.submit(() -> app.get("/forms/1"));
        }
        assertEquals(List.of("GET book_services", "GET bookform", "GET company"), asked().stream().sorted().toList());
    }

    /** From the first page of the form to "booked". */
    private List<String> booking(String teamMember) {
        app.get("/forms/1");
        app.get("/forms/1/services");
        app.get("/forms/1/team-member?" + CUT);
        var details = app.get(app.details(1, CUT + "&teamMember=" + teamMember, 0));
        booked = app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")).header("Location");
        return asked();
    }

    /** Without what it calls things: that is one more for each language and day, after a page and not for it. */
    private List<String> asked() {
        return calls.stream().map(call -> call.replaceFirst("^(\\w+) /api/v1/(\\w+).*", "$1 $2"))
                .filter(call -> !call.equals("GET i18n")).toList();
    }
}
