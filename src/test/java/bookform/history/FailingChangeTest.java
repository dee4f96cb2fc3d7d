package bookform.history;

import static bookform.backend.setup.DemoLocation.FRINGE_TRIM;
import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.RunningApp;
import bookform.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The disk fails at the commit of a change (reliability.md B4): whoever asked for it is told that nobody knows, and nothing else until a
 * restart has found out. What SQLite shows until then is what was before, and the change may be on the disk all the same.
 */
@Timeout(120)
class FailingChangeTest {
    private static final Instant NINE = Salon.day(0).atTime(9, 0).atZone(ZONE).toInstant();
    private static final Instant NOON = Salon.day(0).atTime(12, 0).atZone(ZONE).toInstant();
    /** More than the start needs. */
    private static final int SYNCS = 30;
    private static final String VERA = "+37061234567";

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Salon salon;
    private String appointment;
    private String other;

    @BeforeEach
    void needsStrace() throws Exception {
        Strace.assumeAllowed();
    }

    @Test
    void aMoveIsNotKnownUntilARestart() throws Exception {
        salon = Salon.on(TestDatabase.sqlite(folder), 2);
        var data = Files.createTempDirectory(folder, "data");
        Instant wanted;
        try (var server = new ServerProcess(salon.database().url(), data,
                Strace.injecting("fsync,fdatasync:error=EIO:when=" + SYNCS + "+"))) {
            appointment = book(server, 1);
            other = book(server, 2);
            wanted = movesUntilItFails(server);
            assertEquals(503, get(server, "/health/ready").statusCode());
            assertEquals(200, get(server, "/health/live").statusCode());
            assertNotEquals(wanted, stored());
            assertEquals(503, record(server, appointment).statusCode(), "nobody knows where it is");
            assertEquals(200, record(server, other).statusCode(), "what there is is shown");
            var again = move(server, wanted);
            assertEquals(503, again.statusCode());
            assertFalse(again.body().contains("not known"), "this time nothing was changed");
        }
        try (var anew = new ServerProcess(salon.database().url(), data)) {
            var found = record(anew, appointment);
            assertEquals(200, found.statusCode());
            assertTrue(found.body().contains(Salon.wall(wanted)), "the control: until then, what could be read was not what is");
            assertEquals(200, move(anew, wanted).statusCode());
        }
    }

    /** Who looks again as they are told to reads that it still is not known, by the link and signed in, and whom to call. */
    @Test
    void aCancellationIsNotKnownUntilARestart() throws Exception {
        var database = TestDatabase.sqlite(folder);
        var data = Files.createTempDirectory(folder, "data");
        var visits = new ArrayList<String>();
        String cookies;
        try (var before = RunningApp.start(
                Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true", "BOOKFORM_SECRET", HistoryServer.SECRET))) {
            cookies = CabinetClient.signIn(before, before, VERA).cookies();
            while (visits.size() < SYNCS) visits.add(visit(before));
        }
        String inDoubt;
        try (var server = new ServerProcess(database.url(), data,
                Strace.injecting("fsync,fdatasync:error=EIO:when=" + SYNCS + "+"))) {
            inDoubt = cancelsUntilItFails(server, visits);
            assertNotKnown(inDoubt, page(server, inDoubt, ""));
            assertNotKnown(own(inDoubt), page(server, own(inDoubt), cookies));
            assertOneIsMarked(own(inDoubt), page(server, "/cabinet/appointments?earlier=" + SYNCS, cookies));
            server.shiftClock(Duration.ofHours(1));
            assertNotKnown(own(inDoubt), page(server, own(inDoubt), cookies));
            assertEquals("You are booked", heading(page(server, visits.getLast(), "")), "what there is is shown");
            assertEquals(200, page(server, own(visits.getLast()), cookies).statusCode());
        }
        try (var anew = new ServerProcess(database.url(), data)) {
            assertEquals("Your appointment is cancelled", heading(page(anew, inDoubt, "")));
        }
    }

    /** @return the one that was to be cancelled, and perhaps is; the last is not among them */
    private String cancelsUntilItFails(ServerProcess server, List<String> visits) throws Exception {
        for (var visit : visits.subList(0, visits.size() - 1)) {
            var cancelled = send(HttpRequest.newBuilder(URI.create(server.url() + visit + "/cancellation"))
                    .header("Sec-Fetch-Site", "same-origin").POST(BodyPublishers.noBody()));
            if (cancelled.statusCode() == 303) continue;
            assertNotKnown(visit, cancelled);
            return visit;
        }
        throw new AssertionError("No sync failed");
    }

    private static void assertNotKnown(String appointment, HttpResponse<String> page) {
        assertEquals(503, page.statusCode());
        assertEquals("We do not know yet whether that was done", heading(page));
        var content = Jsoup.parse(page.body()).select(".content");
        assertEquals("+370 5 200 0112", content.select("a[href^=tel]").text());
        assertEquals(appointment, content.select("a:contains(Check now)").attr("href"));
    }

    /** All others are listed as ever. */
    private static void assertOneIsMarked(String appointment, HttpResponse<String> list) {
        assertEquals(200, list.statusCode());
        var visits = Jsoup.parse(list.body()).select(".visit");
        assertEquals(SYNCS, visits.size());
        var marked = visits.select(":has(.notice)");
        assertEquals(1, marked.size());
        assertEquals("We do not know yet whether that was done Check now", marked.select(".notice").text());
        assertEquals(appointment, marked.select("a:contains(Check now)").attr("href"));
        assertEquals(0, marked.select(".status").size(), "neither booked nor cancelled");
    }

    private static String heading(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("h1").text();
    }

    /** @return the address of Vera's next */
    private static String visit(RunningApp app) {
        var details = app.get(app.details(1, "service=" + FRINGE_TRIM + "&teamMember=any"));
        return app.submit(details, "details", Map.of("name", "Vera", "phone", VERA)).header("Location").replaceFirst("\\?.*", "");
    }

    /** The same appointment in the cabinet. */
    private static String own(String visit) {
        return "/cabinet/appointments/" + LOCATION + "/" + visit.split("/")[4];
    }

    /** @return where it was to be moved, and perhaps is */
    private Instant movesUntilItFails(ServerProcess server) throws Exception {
        for (var to = NOON;; to = to.equals(NOON) ? NINE : NOON) {
            var moved = move(server, to);
            if (moved.statusCode() == 200) continue;
            assertEquals(503, moved.statusCode());
            assertTrue(moved.body().contains("It is not known whether this was done."), moved.body());
            return to;
        }
    }

    /** Where it is as far as anybody can read. */
    private Instant stored() {
        return salon.rows().stream().filter(row -> row.booking() == 1).findFirst().orElseThrow().time().from();
    }

    private String book(ServerProcess server, long teamMember) throws Exception {
        var booked = send(request(server, "/api/v1/book_record/" + LOCATION)
                .POST(BodyPublishers.ofString(Salon.visit((int) teamMember, teamMember, NINE))));
        assertEquals(201, booked.statusCode(), booked.body());
        JsonNode record = new JsonMapper().readTree(booked.body()).get(0);
        return record.get("record_id").asInt() + "/" + record.get("record_hash").asString();
    }

    private HttpResponse<String> move(ServerProcess server, Instant to) throws Exception {
        return send(request(server, "/api/v1/book_record/" + LOCATION + "/" + appointment)
                .PUT(BodyPublishers.ofString("{\"datetime\": \"" + Salon.wall(to) + "\"}")));
    }

    private HttpResponse<String> record(ServerProcess server, String record) throws Exception {
        return get(server, "/api/v1/book_record/" + LOCATION + "/" + record);
    }

    private HttpResponse<String> get(ServerProcess server, String path) throws Exception {
        return send(request(server, path));
    }

    private HttpResponse<String> page(ServerProcess server, String path, String cookies) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).header("Cookie", cookies));
    }

    private HttpRequest.Builder request(ServerProcess server, String path) throws InterruptedException {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Bearer " + salon.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
