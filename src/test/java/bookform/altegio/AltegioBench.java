package bookform.altegio;

import bookform.backend.DemoServer;
import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages on Altegio cost: calls, and the time that we add to the other side's answer. */
@Tag("bench")
class AltegioBench {
    private static final int SERVICES = 16;
    private static final int PER_MINUTE = 200;

    /** Or its own limit would hold the app back, and be measured. */
    private static final long BETWEEN_PAGES = 20_000_000;

    @TempDir Path folder;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private DemoServer upstream;
    private RunningApp app;

    @BeforeEach
    void start() {
        upstream = DemoServer.start(folder, routes -> routes.before("/api/*", ctx -> calls.add(ctx.method() + " " + ctx.path())));
        app = RunningApp.onAltegio(upstream.url().toString());
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        app.close();
        upstream.close();
    }

    /** In turns: a page that has to wait for one answer, and the same question by a bare client, which is the ceiling. */
    @Test
    void whatAPageAddsToTheAnswerItWaitsFor() {
        var pages = new ArrayList<Long>();
        var answers = new ArrayList<Long>();
        var days = LocalDate.parse("2026-12-01").datesUntil(LocalDate.parse("2026-12-31")).toList();
        for (var person : List.of("any", "2", "1", "3", "5", "4")) { // each asks for times that nobody asked for before
            for (var service = 1L; service <= SERVICES; service++) {
                app.get(page(service, person, days.getLast())); // the month, the menu and the person are asked for here
                for (var day : days.subList(0, days.size() - 1)) {
                    var asked = calls.size();
                    var page = page(service, person, day);
                    var path = "/book_times/1/" + (person.equals("any") ? "0" : person) + "/" + day + "?service_ids%5B%5D=" + service;
                    var turn = System.nanoTime() + BETWEEN_PAGES;
                    var took = nanos(() -> app.get(page));
                    if (calls.size() != asked + 1) break; // who does not do that
                    pages.add(took);
                    do {
                        answers.add(nanos(() -> bare(path)));
                        app.get(page); // from what is kept: a busy server stays warm for pages, too
                    } while (System.nanoTime() < turn);
                }
            }
        }
        pages.subList(0, pages.size() * 2 / 3).clear(); // warming up
        answers.subList(0, answers.size() * 2 / 3).clear();
        System.out
                .printf("A page that waits for one answer: %.2f ms (median of %d); the answer alone, by a bare client: %.2f ms; added: %.2f"
                        + " ms%n", median(pages), pages.size(), median(answers), median(pages) - median(answers));
    }

    @Test
    void whatABookingCosts() {
        var anybody = booking("any");
        var somebody = booking("2");
        var warm = booking("2");
        System.out.printf("Calls for a booking, with the page that says so: %d cold with anybody, then %d for somebody, %d warm%n",
                anybody, somebody, warm);
        System.out.printf("%d a minute are good for %d and %d bookings%n", PER_MINUTE, PER_MINUTE / anybody, PER_MINUTE / warm);
    }

    private int booking(String teamMember) {
        calls.clear();
        var cut = "service=" + DemoLocation.HAIRCUT;
        app.get("/forms/1");
        app.get("/forms/1/team-member?" + cut);
        var details = app.get(app.details(1, cut + "&teamMember=" + teamMember, 0));
        app.follow(app.submit(details, "details", Map.of("name", "Vera", "phone", "+370 612 34567")));
        return calls.size();
    }

    private static String page(long service, String person, LocalDate day) {
        return "/forms/1/time?service=" + service + "&teamMember=" + person + "&date=" + day;
    }

    private void bare(String path) {
        var request = HttpRequest.newBuilder(URI.create(upstream.url() + path)).header("Authorization", "Bearer demo").build();
        try {
            http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long nanos(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
