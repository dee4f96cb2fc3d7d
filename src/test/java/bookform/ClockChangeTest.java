package bookform;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.RunningApp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole application, booked on while the clocks of its location change (reliability.md K4): nobody comes an hour early or late. */
class ClockChangeTest {
    private static final Pattern START = Pattern.compile("start=([^&]+)");
    private static final String CUT_BY_ANYBODY = "/forms/1/time?service=1&teamMember=any&date=";

    /** What a page offers: the time that it says, and the moment that it means. */
    private record Offered(String said, Instant start) {
        boolean isSaidIn(ZoneId zone) {
            return LocalTime.ofInstant(start, zone).equals(LocalTime.parse(said));
        }
    }

    @ParameterizedTest @CsvSource({"2027-03-28T01:00:00Z, +02:00, +03:00", "2027-10-31T01:00:00Z, +03:00, +02:00"})
    void nobodyComesAnHourEarlyOrLate(Instant change, ZoneOffset before, ZoneOffset after) {
        var sunday = LocalDate.ofInstant(change, ZONE);
        try (var app = RunningApp.start()) {
            app.clock.set(change.minusSeconds(2).toString());
            var offered = offered(app, sunday);
            assertFalse(offered.isEmpty());
            assertEquals(offered(app, sunday.plusWeeks(1)).stream().map(Offered::said).toList(),
                    offered.stream().map(Offered::said).toList(), "the salon opens as on any Sunday");
            assertTrue(offered.stream().allMatch(time -> time.isSaidIn(after)), offered::toString);
            assertFalse(offered.stream().anyMatch(time -> time.isSaidIn(before)), "the control: an hour off");
            assertEquals(offered.getFirst(), booked(app, sunday), "while the clocks still show the old time");

            app.clock.advance(Duration.ofSeconds(4));
            var left = offered(app, sunday);
            assertTrue(offered.containsAll(left), "what is left means what it meant: " + left);
            assertNotEquals(offered.getFirst(), booked(app, sunday));
        }
    }

    /** Books the first time that is offered. @return what is told afterwards, and kept */
    private static Offered booked(RunningApp app, LocalDate day) {
        var first = offered(app, day).getFirst();
        var details = app.get(app.get(CUT_BY_ANYBODY + day).times().getFirst().attr("href"));
        var told = app.follow(app.submit(details, "details", Map.of("name", "Wera", "phone", "+37061234567"))).text();
        assertTrue(told.contains(first.said), told);
        assertTrue(app.app().store().export(LOCATION).stream().anyMatch(visit -> visit.start().equals(first.start)), first::toString);
        return first;
    }

    private static List<Offered> offered(RunningApp app, LocalDate day) {
        return app.get(CUT_BY_ANYBODY + day).times().stream().map(time -> new Offered(time.text(), start(time.attr("href")))).toList();
    }

    private static Instant start(String href) {
        var start = START.matcher(URLDecoder.decode(href, StandardCharsets.UTF_8));
        assertTrue(start.find(), href);
        return Instant.parse(start.group(1));
    }
}
