package bookform.history;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From one call on, the disk fails: strace answers in the kernel's place. Nobody is told "booked" who is not, what was told before is
 * there afterwards, and what there is is shown all the time (reliability.md B4). Each run is a story, a letter a booking:
 * <ul>
 * <li>{@code B} booked, and ready for more
 * <li>{@code ?} nobody knows, as they are told, and not ready
 * <li>{@code -} not booked, and not ready
 * <li>{@code r} not booked, but ready again
 * </ul>
 */
@Timeout(300)
class FailingDiskTest {
    private static final int BOOKINGS = 60;
    /** After so many refusals the rest of the story is clear. */
    private static final int REFUSALS = 12;
    private static final int CALLS = 50;
    /** In so many runs at most it fails before it has started, and refuses to. */
    private static final int START = 5;

    /** Nobody knows what is on the disk: nothing is booked any more. */
    private static final String OUT_OF_ORDER = "B*\\?-+";
    /** There was no room, and then there was. */
    private static final String FULL_FOR_A_WHILE = "B*-+r?B+";

    private static final int WRITES_WITHOUT_ROOM = 9;
    /** Odd, so that it meets both the headers of the log's frames and the pages in them. */
    private static final int WRITES_BETWEEN_RUNS = 7;

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Salon salon;
    private Path data;

    private record Run(String story) {
        /** Whose booking was acknowledged. */
        Set<Integer> told() {
            return IntStream.range(0, story.length()).filter(booking -> story.charAt(booking) == 'B').boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @BeforeEach
    void needsStrace() throws Exception {
        Strace.assumeAllowed();
    }

    @Test
    void aSyncThatFailsIsTheLast() throws Exception {
        assertTrue(failsToSync(8));
    }

    @Tag("soak") @Test @Timeout(1_800)
    void whicheverSyncFailsIsTheLast() throws Exception {
        var runs = 0;
        for (var call = 1; call <= CALLS; call++) if (failsToSync(call)) runs++;
        assertTrue(runs >= CALLS - START, "runs " + runs);
    }

    @Test
    void aFullDiskRefusesUntilThereIsRoom() throws Exception {
        assertTrue(findsNoRoom(58));
    }

    @Tag("soak") @Test @Timeout(1_800)
    void whicheverWriteFindsNoRoomItRefusesUntilThereIs() throws Exception {
        var runs = 0;
        for (var call = 0; call < CALLS; call++) if (findsNoRoom(1 + call * WRITES_BETWEEN_RUNS)) runs++;
        assertTrue(runs >= CALLS - START, "runs " + runs);
    }

    /** The control: it is the failure that makes the difference, and one who is gone is missed. */
    @Test
    void allAreBookedWhereNothingFails() throws Exception {
        var run = run("fsync,fdatasync:error=EIO:when=60000+");
        assertEquals("B".repeat(BOOKINGS), run.story);
        assertKept(run);
        salon.database().script("DELETE FROM appointment WHERE id = (SELECT max(id) FROM appointment)");
        assertThrows(AssertionError.class, () -> assertKept(run));
    }

    /** The control: one who does not wait for the disk does not hear that it failed, and goes on telling people "booked". */
    @Test
    void whoDoesNotWaitTellsTooMuch() throws Exception {
        assertEquals("B".repeat(BOOKINGS), run("fsync,fdatasync:error=EIO:when=8+", HistoryServer.CARELESS).story);
    }

    /** @return false when it did not even start */
    private boolean failsToSync(int call) throws Exception {
        var run = run("fsync,fdatasync:error=EIO:when=" + call + "+");
        if (run.story.isEmpty()) return false;
        assertTrue(run.story.matches(OUT_OF_ORDER), run.story);
        assertKept(run);
        var settled = run.told();
        settled.add(run.story.indexOf('?'));
        assertTrue(settled.containsAll(kept()), "who was refused is not booked");
        try (var anew = new ServerProcess(salon.database().url(), data)) {
            assertEquals('B', book(anew, run.story.indexOf('?')), "once, whether or not it was");
            assertEquals('B', book(anew, BOOKINGS));
        }
        settled.add(BOOKINGS);
        assertEquals(List.copyOf(settled), salon.rows().stream().map(Row::booking).sorted().toList());
        return true;
    }

    /** @return false when it did not even start */
    private boolean findsNoRoom(int write) throws Exception {
        var run = run("pwrite64:error=ENOSPC:when=" + write + ".." + (write + WRITES_WITHOUT_ROOM - 1));
        if (run.story.isEmpty()) return false;
        assertTrue(run.story.matches(FULL_FOR_A_WHILE), run.story);
        assertKept(run);
        assertEquals(run.told(), kept(), "who was refused is not booked");
        return true;
    }

    private Run run(String injection, String... arguments) throws Exception {
        salon = Salon.on(TestDatabase.sqlite(Files.createTempDirectory(folder, "database")), 2);
        data = Files.createTempDirectory(folder, "data");
        var story = new StringBuilder();
        try (var server = new ServerProcess(salon.database().url(), data, Strace.injecting(injection), arguments)) {
            for (var booking = 0; booking < BOOKINGS && !story.toString().endsWith("-".repeat(REFUSALS)); booking++) {
                story.append(book(server, booking));
                assertEquals(200, get(server, "/api/v1" + Salon.times(1, Salon.day(0))), "what there is is shown");
                assertEquals(200, get(server, "/health/live"));
            }
        } catch (ServerProcess.DoesNotStart itSaysSo) {
            return new Run("");
        }
        return new Run(story.toString());
    }

    private void assertKept(Run run) {
        assertTrue(salon.database().isIntact());
        assertTrue(kept().containsAll(run.told()), "told and gone");
    }

    private Set<Integer> kept() {
        return salon.rows().stream().map(Row::booking).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the letter of the story */
    private char book(ServerProcess server, int number) throws Exception {
        var start = Salon.day(number / 24).atTime(9, 0).plusMinutes(15L * (number % 12)).atZone(ZONE).toInstant();
        var answer = send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/book_record/" + LOCATION))
                .header("Idempotency-Key", "visit " + number)
                .POST(BodyPublishers.ofString(Salon.visit(number, 1 + number / 12 % 2, start))));
        var isReady = get(server, "/health/ready") == 200;
        if (answer.statusCode() == 201) return isReady ? 'B' : 'b';
        assertEquals(503, answer.statusCode());
        if (answer.body().contains("not known")) return isReady ? '!' : '?';
        return isReady ? 'r' : '-';
    }

    private int get(ServerProcess server, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Authorization", "Bearer " + salon.token()).build(), BodyHandlers.ofString());
    }
}
