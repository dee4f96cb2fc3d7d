package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.altegio.Budget.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reliability.md E1, E2, on a clock of its own. */
class BudgetTest {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final Limit USUAL = new Limit(AltegioAccount.USUAL_CALLS);
    private static final Budget UNUSED = Budget.unused(USUAL);
    private static final long SEED = 20261122;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** Ten minutes of everybody wanting something all the time; the usual limit, half of it, and what a large chain may agree on. */
    @ParameterizedTest
    @CsvSource({"200, 5", "100, 2", "80, 2", "600, 15"})
    void neitherASecondNorAMinuteSeesMoreThanAllowed(int perMinute, int perSecond) {
        var sent = demand(10 * MINUTE, Budget.unused(new Limit(perMinute)));
        assertTrue(most(sent, SECOND) <= perSecond, "in a second: " + most(sent, SECOND));
        assertTrue(most(sent, MINUTE) <= perMinute, "in a minute: " + most(sent, MINUTE));
        assertTrue(sent.size() > 10 * perMinute * 85 / 100, "and not much less than allowed: " + sent.size());
    }

    /** E1 in short: they are counted where they arrive, and on the way some are quicker than others. */
    @Test
    void noSecondSeesMoreWhereTheyArrive() {
        var arrived = demand(10 * MINUTE, UNUSED).stream().map(sent -> sent + random.nextInt(600)).toList();
        assertTrue(most(arrived, SECOND) <= 5, "in a second: " + most(arrived, SECOND));
        assertTrue(most(arrived, MINUTE) <= 200, "in a minute: " + most(arrived, MINUTE));
    }

    /** E1 on a cold start: the first call, which goes alone, counts where it may have arrived, however long it was on its way. */
    @Test
    void aFirstCallThatWasLongOnItsWayCountsWhereItArrives() {
        for (var answered = 0L; answered < 5 * SECOND; answered += 50) {
            var sent = UNUSED.spent(0);
            assertTrue(afterTheFirst(answered, sent.arrived(0, answered)) <= 5, "after " + answered + " ms");
        }
        assertTrue(afterTheFirst(1_600, UNUSED.spent(0)) > 5, "the control: counted where it was sent");
    }

    /** How many there are in a second when the first is there as late as it is answered, and everybody else waits for that. */
    private static long afterTheFirst(long answered, Budget budget) {
        var arrived = new ArrayList<>(List.of(answered));
        for (var now = answered; now < answered + 5 * SECOND; now++) {
            for (; budget.wait(Lane.WRITE, now) == 0; budget = budget.spent(now)) arrived.add(now);
        }
        return most(arrived, SECOND);
    }

    /** The control: a bucket of five that fills up at five a second lets nine through in one. */
    @Test
    void aBucketAloneWouldNotDo() {
        var sent = new ArrayList<Long>();
        var full = 0L;
        for (var now = 0L; now < 5 * SECOND; now++) {
            if (full - 4 * 200 <= now) {
                sent.add(now);
                full = Math.max(full, now) + 200;
            }
        }
        assertTrue(most(sent, SECOND) > 5);
    }

    @Test
    void fiveAtOnceAreFineAfterAQuietTime() {
        var budget = UNUSED;
        for (var i = 0; i < 5; i++) {
            assertEquals(0, budget.wait(Lane.WRITE, 5_000));
            budget = budget.spent(5_000);
        }
        assertEquals(USUAL.second(), budget.wait(Lane.WRITE, 5_000));
    }

    /** E2: whoever books while everybody else looks around. */
    @Test
    void aWriteWaitsLessThanASecondHoweverManyReadsThereAre() {
        var budget = UNUSED;
        var longest = 0L;
        for (var now = 0L; now < 5 * MINUTE; now++) {
            while (budget.wait(Lane.READ, now) == 0) budget = budget.spent(now);
            if (now % 3_000 == 0) {
                var wait = budget.wait(Lane.WRITE, now);
                longest = Math.max(longest, wait);
                budget = budget.spent(now + wait);
            }
        }
        assertTrue(longest <= SECOND, longest + " ms");
    }

    @Test
    void nothingIsSentBeforeAPauseIsOver() {
        var budget = UNUSED.paused(9_000);
        for (var lane : Lane.values()) {
            assertEquals(1, budget.wait(lane, 8_999));
            assertEquals(0, budget.wait(lane, 9_000));
        }
        assertEquals(9_000, budget.paused(1).pausedUntil(), "a shorter one does not end it");
    }

    @Test
    void itIsReadAsItWasWritten() {
        var budget = UNUSED.spent(4_711).spent(4_712).paused(5_000);
        assertEquals(budget, Budget.of(USUAL, budget.toString()));
        assertEquals(UNUSED, Budget.of(USUAL, ""));
    }

    private List<Long> demand(long time, Budget budget) {
        var sent = new ArrayList<Long>();
        for (var now = 0L; now < time; now++) {
            var lane = random.nextInt(10) == 0 ? Lane.WRITE : Lane.READ;
            if (budget.wait(lane, now) == 0) {
                budget = budget.spent(now);
                sent.add(now);
            }
        }
        return sent;
    }

    static long most(List<Long> sent, long window) {
        return sent.stream().mapToLong(from -> sent.stream().filter(at -> at >= from && at < from + window).count()).max().orElse(0);
    }
}
