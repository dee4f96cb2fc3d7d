package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who tries passwords does not learn from the time it takes who has an account (reliability.md G7). */
@Tag("soak") @Timeout(1_800)
class LoginTimingTest extends CabinetTest {
    private static final int PAIRS = 1_000;
    private static final Duration APART = Duration.ofMillis(5);

    @Test
    void aKnownLoginTakesAsLongAsAnUnknownOne() {
        var known = newPhone();
        givePassword(known, "a long enough one");
        var unknown = newPhone();
        var ofKnown = new ArrayList<Long>();
        var ofUnknown = new ArrayList<Long>();
        for (var pair = 0; pair < PAIRS; pair++) {
            advance(Duration.ofHours(25)); // nobody is told to wait
            if (pair % 2 == 0) ofKnown.add(nanos(known)); // whoever comes first pays for what the clock has made old
            ofUnknown.add(nanos(unknown));
            if (pair % 2 == 1) ofKnown.add(nanos(known));
        }
        var apart = Duration.ofNanos(Math.abs(middle(ofKnown) - middle(ofUnknown)));
        System.out.println("G7: medians " + apart.toNanos() / 1_000 + " µs apart, of " + middle(ofKnown) / 1_000 + " µs");
        assertTrue(apart.compareTo(APART) < 0, "medians " + apart + " apart");
    }

    private static long nanos(String login) {
        var visit = new CabinetClient(app);
        var page = visit.get("/cabinet/session?with=password");
        var begun = System.nanoTime();
        var answer = visit.submit(page, "sign-in", Map.of("login", login, "password", "not this one"));
        var took = System.nanoTime() - begun;
        assertTrue(answer.status() == 422, "looked up, not told to wait: " + answer.status());
        return took;
    }

    private static long middle(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }
}
