package bookform.backend.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import bookform.support.Linearizable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three at once do not call more often than one may (reliability.md A7). */
@Tag("soak")
class RateLimitsTest {
    private static final int LIMIT = 1;

    @Test
    void aLimitHoldsForAllThreadsTogether() {
        Linearizable.check(Ours.class);
    }

    @Test
    void theControl() {
        assertThrows(AssertionError.class, () -> Linearizable.check(CheckThenPut.class));
    }

    public static final class Ours {
        private final Partner partner = new Partner(1, LIMIT, 0, Set.of());
        private final RateLimits limits = new RateLimits(() -> 0);

        /** @return whether it was let through */
        @org.jetbrains.lincheck.datastructures.Operation
        public boolean call() {
            try {
                limits.count(partner, "192.0.2.1");
                return true;
            } catch (Refusal tooMany) {
                return false;
            }
        }
    }

    /** Each step is safe, and both together are not. */
    public static final class CheckThenPut {
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();

        @org.jetbrains.lincheck.datastructures.Operation
        public boolean call() {
            var made = calls.getOrDefault("192.0.2.1", 0);
            if (made == LIMIT) return false;
            calls.put("192.0.2.1", made + 1);
            return true;
        }
    }
}
