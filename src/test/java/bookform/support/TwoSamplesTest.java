package bookform.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TwoSamplesTest {
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(7);

    @Test
    void whatIsDrawnFromOneDistributionIsAlike() {
        assertTrue(new TwoSamples(around(60 * MILLI, 10 * MILLI), around(60 * MILLI, 10 * MILLI)).areAlike());
    }

    @Test
    void aShiftIsSeenLongBeforeTheMediansAreFarApart() {
        assertFalse(new TwoSamples(around(60 * MILLI, 10 * MILLI), around(62 * MILLI, 10 * MILLI)).areAlike());
    }

    @Test
    void aWiderSpreadIsSeenToo() {
        assertFalse(new TwoSamples(around(60 * MILLI, 10 * MILLI), around(60 * MILLI, 20 * MILLI)).areAlike());
    }

    @Test
    void mediansFarApartAreNotAlikeEvenWhenThereAreFewOfThem() {
        assertFalse(new TwoSamples(List.of(60 * MILLI), List.of(65 * MILLI)).areAlike());
    }

    /** Tabulated: for two samples of 1,000 the critical distance at 0.01 is 1.628 · √(2 / 1,000). */
    @Test
    void theChanceIsAsTabulated() {
        var shift = (long) Math.round(1_000 * 1.628 * Math.sqrt(2.0 / 1_000));
        var one = LongStream.range(0, 1_000).boxed().toList();
        assertEquals(0.01, new TwoSamples(one, LongStream.range(shift, 1_000 + shift).boxed().toList()).chance(), 0.001);
        assertEquals(1, new TwoSamples(one, one).chance());
    }

    private List<Long> around(long mean, long deviation) {
        return LongStream.range(0, 1_000).map(i -> mean + (long) (random.nextGaussian() * deviation)).boxed().toList();
    }
}
