package bookform.altegio;

import bookform.backend.setup.DemoLocation;
import bookform.support.RunningApp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages on Altegio cost: calls, and the time that we add to the other side's answer. */
@Tag("bench")
class AltegioBench {
    private static final int SAMPLES = 25;
    private static final long APART = 400_000_000L; // less than the limit over there, so that nobody waits for a turn

    @Test
    void whatAPageAddsToTheAnswerItWaitsFor() {
        try (var upstream = RunningApp.start();
                var app = RunningApp.start(Map.of("BOOKFORM_ALTEGIO_URL", upstream.url(), "BOOKFORM_ALTEGIO_TOKEN", "demo"))) {
            var pages = new ArrayList<Long>();
            var answers = new ArrayList<Long>();
            for (var service : List.of(DemoLocation.BEARD_TRIM, DemoLocation.HAIRCUT)) { // the first one only warms up
                pages.clear();
                answers.clear();
                for (var date : LocalDate.parse("2026-12-01").datesUntil(LocalDate.parse("2026-12-31")).limit(SAMPLES + 1).toList()) {
                    LockSupport.parkNanos(APART);
                    pages.add(nanos(() -> app.get("/forms/1/time?service=" + service + "&teamMember=any&date=" + date)));
                    answers.add(nanos(() -> upstream.get("/api/v1/book_times/1/0/" + date + "?service_ids%5B%5D=" + service,
                            "Authorization", "Bearer demo")));
                }
                pages.removeFirst(); // asks for the days as well
                answers.removeFirst();
            }
            System.out.printf("A page that waits for one answer: %.1f ms (median of %d); the answer alone: %.1f ms%n",
                    median(pages), pages.size(), median(answers));
            System.out.printf("Calls for a booking: 7 cold, 3 warm; 200 a minute are %d and %d bookings%n", 200 / 7, 200 / 3);
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
