package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.CabinetClient;
import bookform.support.TwoSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody learns from the time that an answer takes who is known here, on either booking system (reliability.md G7). */
@Tag("soak") @Timeout(1_800)
class LoginTimingTest extends CabinetTest {
    private static final int PAIRS = 1_000;
    private static final int PAIRS_OF_CONTROL = 100;

    @Test
    void aKnownLoginTakesAsLongAsAnUnknownOne() {
        var known = newPhone();
        givePassword(known, "a long enough one");
        assertAlike("password", known, newPhone(), login -> password(login, "not this one"));
    }

    @Test
    void aCodeForSomebodyKnownTakesAsLongAsForAnybody() {
        var known = newPhone();
        book(known, 0);
        assertAlike("code", known, newPhone(), LoginTimingTest::code);
    }

    /** The control: whoever answers at once when there is nothing to look up is found out. */
    @Test
    void anAnswerWithoutALookIsFoundOut() {
        var known = newPhone();
        givePassword(known, "a long enough one");
        var taken = samples(PAIRS_OF_CONTROL, known, newPhone(), login -> password(login, login.equals(known) ? "not this one" : ""));
        System.out.println("G7 control: " + taken);
        assertFalse(taken.areAlike(), taken.toString());
    }

    /** One in a hundred pairs of equal samples looks unequal, so it has to do so twice. */
    private void assertAlike(String what, String known, String unknown, ToLongFunction<String> nanos) {
        var taken = samples(PAIRS, known, unknown, nanos);
        System.out.println("G7 " + what + ", " + backend + ": " + taken);
        if (taken.areAlike()) return;
        var again = samples(PAIRS, known, unknown, nanos);
        assertTrue(again.areAlike(), () -> taken + ", again " + again);
    }

    /** In turns. */
    private static TwoSamples samples(int pairs, String known, String unknown, ToLongFunction<String> nanos) {
        var ofKnown = new ArrayList<Long>();
        var ofUnknown = new ArrayList<Long>();
        for (var pair = 0; pair < pairs; pair++) {
            advance(Duration.ofHours(25)); // nobody is told to wait
            if (pair % 2 == 0) ofKnown.add(nanos.applyAsLong(known)); // whoever comes first pays for what the clock has made old
            ofUnknown.add(nanos.applyAsLong(unknown));
            if (pair % 2 == 1) ofKnown.add(nanos.applyAsLong(known));
        }
        return new TwoSamples(ofKnown, ofUnknown);
    }

    private static long password(String login, String password) {
        return nanos("/cabinet/session?with=password", 422, Map.of("login", login, "password", password));
    }

    private static long code(String phone) {
        return nanos("/cabinet/session?form=1", 200, Map.of("phone", phone));
    }

    private static long nanos(String path, int status, Map<String, String> filled) {
        var visit = new CabinetClient(app);
        var page = visit.get(path);
        var begun = System.nanoTime();
        var answer = visit.submit(page, "sign-in", filled);
        var took = System.nanoTime() - begun;
        assertEquals(status, answer.status(), "looked up, not told to wait");
        return took;
    }
}
