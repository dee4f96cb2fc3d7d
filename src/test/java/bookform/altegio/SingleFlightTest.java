package bookform.altegio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import bookform.support.Linearizable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered is asked for once, however many want to know, and what is forgotten is not given out again (reliability.md A7). */
@Tag("soak")
class SingleFlightTest {
    private static final Call CALL = Call.get("book_services", 1);

    @ParameterizedTest @ValueSource(classes = {AskedOnce.class, Forgotten.class})
    void holdsForAllThreadsTogether(Class<?> operations) {
        Linearizable.check(operations);
    }

    @ParameterizedTest @ValueSource(classes = {AskedByWhoLooks.class, KeptByWhoLooks.class})
    void theControl(Class<?> operations) {
        assertThrows(AssertionError.class, () -> Linearizable.check(operations));
    }

    /** Answers with how often it was asked. */
    public static final class AskedOnce {
        private final AtomicInteger asked = new AtomicInteger();
        private final CaffeineMemory memory = memory();

        @Operation
        public int get() {
            return memory.get(Lifetime.SERVICES, 1, CALL, asked::incrementAndGet);
        }
    }

    /** Something changes over there, and we hear of it. */
    public static final class Forgotten {
        private final AtomicInteger there = new AtomicInteger();
        private final CaffeineMemory memory = memory();

        @Operation
        public int get() {
            return memory.get(Lifetime.SERVICES, 1, CALL, there::get);
        }

        @Operation
        public void change() {
            there.incrementAndGet();
            memory.forget(1, Lifetime.SERVICES);
        }
    }

    /** Who finds nothing asks: two do at once. */
    public static final class AskedByWhoLooks {
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<Call, Integer> known = new ConcurrentHashMap<>();

        @Operation
        public int get() {
            var found = known.get(CALL);
            if (found != null) return found;
            var answer = asked.incrementAndGet();
            known.put(CALL, answer);
            return answer;
        }
    }

    /** Who has asked keeps the answer, though it was forgotten meanwhile. */
    public static final class KeptByWhoLooks {
        private final AtomicInteger there = new AtomicInteger();
        private final Map<Call, Integer> known = new ConcurrentHashMap<>();

        @Operation
        public int get() {
            var found = known.get(CALL);
            if (found != null) return found;
            var answer = there.get();
            known.put(CALL, answer);
            return answer;
        }

        @Operation
        public void change() {
            there.incrementAndGet();
            known.remove(CALL);
        }
    }

    private static CaffeineMemory memory() {
        return new CaffeineMemory(() -> 0, new Patience(() -> 0), new OldAnswers());
    }
}
