package bookform.history;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bookform.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From one call on, the disk fails: strace answers in the kernel's place. Nobody is told "booked" who is not, and what was told before is
 * there after a restart (reliability.md B4).
 */
@Tag("soak") @Timeout(3_600)
class FailingDiskTest {
    private static final int BOOKINGS = 60;
    private static final int CALLS = 50;

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void needsStrace() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace"))
                && new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0, "strace may not be used here");
    }

    /** Then nobody knows what is on the disk: nothing is booked any more, and it is not ready. */
    @Test
    void anSyncThatFailsIsTheLast() throws Exception {
        var booked = 0;
        for (var call = 1; call <= CALLS; call++) {
            var failed = new boolean[1];
            booked += told("fsync,fdatasync:error=EIO:when=" + call + "+", call, (status, ready) -> {
                if (status != 201) failed[0] = true;
                assertFalse(failed[0] && status == 201, "booked after an I/O error");
                assertFalse(failed[0] && ready, "ready after an I/O error");
            }).size();
        }
        assertTrue(booked > 0, "it failed before anybody could book");
    }

    @Test
    void nobodyIsToldTooMuchWhenTheDiskIsFull() throws Exception {
        var booked = 0;
        for (var call = 1; call <= CALLS; call++)
            booked += told("pwrite64:error=ENOSPC:when=" + call * 10 + "+", call, (status, ready) -> {}).size();
        assertTrue(booked > 0, "it was full before anybody could book");
    }

    /** The control: it is the failure that makes the difference. */
    @Test
    void allAreBookedWhereNothingFails() throws Exception {
        assertEquals(BOOKINGS, told("fsync,fdatasync:error=EIO:when=60000+", 0, (status, ready) -> assertTrue(ready)).size());
    }

    private interface Look {
        void at(int status, boolean ready);
    }

    /** Who was told "booked"; all of them must be there afterwards. */
    private Set<Integer> told(String injection, int run, Look look) throws Exception {
        var salon = Salon.on(TestDatabase.sqlite(Files.createDirectory(folder.resolve(injection.substring(0, 6) + run))), 2);
        var told = new HashSet<Integer>();
        try (var server = new ServerProcess(salon.database().url(), folder.resolve("data-" + run), "strace", "-f", "--seccomp-bpf", "-qq",
                "-o", "/dev/null", "-e", "trace=fsync,fdatasync,pwrite64", "-e", "inject=" + injection)) {
            var caller = new Caller(List.of(server), salon.token(), new Random());
            for (var booking = 0; booking < BOOKINGS; booking++) {
                var start = Salon.day(booking / 24).atTime(9, 0).plusMinutes(15L * (booking % 12)).atZone(ZONE).toInstant();
                var answer = caller.call("POST", "/book_record/" + LOCATION, Salon.visit(booking, 1 + booking / 12 % 2, start));
                var status = answer.map(response -> response.statusCode()).orElse(503);
                if (status == 201) told.add(booking);
                look.at(status, ready(server));
            }
        } catch (NullPointerException doesNotStart) {
            return told; // it failed so early that it refuses to start, and says so
        }
        assertTrue(salon.database().isIntact());
        assertTrue(salon.rows().stream().map(Row::booking).collect(Collectors.toSet()).containsAll(told), "told and gone");
        return told;
    }

    private boolean ready(ServerProcess server) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(server.url() + "/health/ready")).build(), BodyHandlers.discarding())
                .statusCode() == 200;
    }
}
