package bookform.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What Prometheus reads, and where. */
class MetricsTest {
    private static final RunningApp app = RunningApp.start(Map.of("BOOKFORM_ADMIN_PORT", "0"));
    private static final String ADMIN = "http://127.0.0.1:" + app.app().adminPort();
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(\\{(?:[a-z]+=\"(?:[^\"\\\\]|\\\\.)*\",?)+})? ([0-9.eE+-]+)");

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void countsWhatHappens() {
        var before = samples(metrics());
        var page = app.get(app.details(1, "service=1&teamMember=1"));
        var other = app.get(app.details(1, "service=1&teamMember=1"));
        var booked = app.submit(page, "details", Map.of("name", "Wera", "phone", "+37061234567", "email", "wera@example.com"));
        assertEquals(303, booked.status());
        assertEquals(409, app.submit(other, "details", Map.of("name", "Gleb", "phone", "+37069999999")).status());
        app.get(booked.header("Location"));
        app.get("/forms/1/services");
        var after = samples(awaitMetrics("{method=\"GET\",route=\"/forms/{form}/services\",status=\"200\"} 1\n"));

        assertEquals(1, grown(before, after, "bookform_bookings_total"));
        assertEquals(1, grown(before, after, "bookform_bookings_refused_total{reason=\"slot_taken\"}"));
        assertEquals(1, grown(before, after, "bookform_messages_sent_total{kind=\"e-mail\"}"));
        assertEquals(1, grown(before, after, "bookform_requests_total{method=\"POST\",route=\"/forms/{form}/visits\",status=\"409\"}"));
        assertEquals(2, grown(before, after, "bookform_request_seconds_count{method=\"POST\",route=\"/forms/{form}/visits\"}"));
        assertEquals(1, grown(before, after,
                "bookform_requests_total{method=\"GET\",route=\"/forms/{form}/visits/{appointment}/{hash}\",status=\"200\"}"));
        assertTrue(grown(before, after, "bookform_write_group_size_sum") >= 1);
        assertTrue(grown(before, after, "bookform_commit_seconds_count") >= 1);
    }

    @Test
    void isWrittenAsPrometheusReadsIt() {
        app.get("/forms/1");
        var types = new HashMap<String, String>();
        var seen = new HashSet<String>();
        for (var line : awaitMetrics("route=\"/forms/{form}\"").lines().toList()) {
            if (line.startsWith("# HELP ")) {
                assertTrue(line.matches("# HELP [a-z_]+ .+\\."), line);
            } else if (line.startsWith("# TYPE ")) {
                var words = line.split(" ");
                assertEquals(null, types.put(words[2], words[3]), line + " is there twice");
            } else {
                var sample = SAMPLE.matcher(line);
                assertTrue(sample.matches(), line);
                assertTrue(seen.add(line.substring(0, line.lastIndexOf(' '))), line + " is there twice");
                var family = sample.group(1).replaceFirst("_(bucket|sum|count)$", "");
                assertTrue(types.containsKey(sample.group(1)) || "histogram".equals(types.get(family)), line + " comes before its type");
            }
        }
        for (var name : List.of("bookform_outbox_waiting", "bookform_outbox_oldest_seconds", "bookform_writes_waiting",
                "bookform_readers_busy", "jvm_memory_used_bytes", "jvm_threads_current", "process_uptime_seconds", "bookform_build_info"))
            assertEquals("gauge", types.get(name), name);
    }

    /** A bucket holds what smaller ones hold; the last holds all. */
    @Test
    void bucketsAddUp() {
        app.get("/forms/1");
        var route = "bookform_request_seconds_bucket{method=\"GET\",route=\"/forms/{form}\",le=\"";
        var text = awaitMetrics(route);
        var counts = text.lines().filter(line -> line.startsWith(route)).map(line -> Double.valueOf(line.replaceFirst(".* ", ""))).toList();
        assertEquals(counts.stream().sorted().toList(), counts);
        assertEquals(counts.getLast(), samples(text).get("bookform_request_seconds_count{method=\"GET\",route=\"/forms/{form}\"}"));
    }

    @Test
    void strangersMakeNoNewSeries() {
        askStrangely(0);
        var before = Set.<String>of();
        for (var known : List.of("method=\"OTHER\",route=\"(no route)\",status=\"405\"}",
                "method=\"GET\",route=\"(no route)\",status=\"404\"}",
                "method=\"GET\",route=\"/forms/{form}\",status=\"200\"}"))
            before = samples(awaitMetrics(known)).keySet(); // counted after it was answered
        for (var i = 1; i <= 20; i++) askStrangely(i);
        assertEquals(before, samples(awaitMetrics("method=\"OTHER\",route=\"(no route)\",status=\"405\"} 21\n")).keySet());
    }

    private static void askStrangely(int number) {
        app.get("/nothing/" + number);
        app.get("/forms/1?x=" + number);
        app.send(app.request("/forms/1", "Origin", app.url()).method("FLY" + (char) ('A' + number), BodyPublishers.noBody()));
    }

    @Test
    void namesNobody() {
        var page = app.get(app.details(1, "service=1&teamMember=2"));
        var visit = app.submit(page, "details", Map.of("name", "Wera", "phone", "+37061234567", "email", "wera@example.com"))
                .header("Location");
        app.get(visit);
        var text = awaitMetrics("visits/{appointment}/{hash}");
        for (var personal : List.of("Wera", "61234567", "wera@", visit.substring(visit.lastIndexOf('/') + 1)))
            assertFalse(text.contains(personal), personal);
    }

    @Test
    void isNotOnThePortOfThePages() {
        assertEquals(404, app.get("/metrics").status());
        assertEquals(200, app.get(ADMIN + "/metrics").status(), "the control");
        try (var usual = RunningApp.start()) {
            assertEquals(0, usual.app().adminPort());
            assertEquals(404, usual.get("/metrics").status());
        }
    }

    @Test
    void thePortOfOperationsKnowsNothingElse() {
        assertEquals("alive\n", app.get(ADMIN + "/health/live").body());
        assertEquals("ready\n", app.get(ADMIN + "/health/ready").body());
        for (var path : List.of("/", "/forms/1", "/metrics/x", "/demo/messages")) assertEquals(404, app.get(ADMIN + path).status(), path);
        var post = app.post(ADMIN + "/metrics", Map.of());
        assertEquals(405, post.status());
        assertEquals("GET", post.header("Allow"));
    }

    private static String metrics() {
        var answer = app.get(ADMIN + "/metrics");
        assertEquals(200, answer.status());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type"));
        return answer.body();
    }

    /** Once they say something: a request is counted a moment after its answer has arrived. */
    private static String awaitMetrics(String said) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        var text = metrics();
        while (!text.contains(said)) {
            assertTrue(System.nanoTime() < deadline, () -> "Nothing of " + said + " in " + metrics());
            text = metrics();
        }
        return text;
    }

    private static double grown(Map<String, Double> before, Map<String, Double> after, String sample) {
        return after.getOrDefault(sample, 0.0) - before.getOrDefault(sample, 0.0);
    }

    private static Map<String, Double> samples(String text) {
        var samples = new HashMap<String, Double>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var end = line.lastIndexOf(' ');
            samples.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
        return samples;
    }
}
