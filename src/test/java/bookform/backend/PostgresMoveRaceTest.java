package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The same between two instances of the application on one PostgreSQL. */
class PostgresMoveRaceTest extends MoveRaceTest {
    private static final int ROUNDS = 20;

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int numberOfInstances() {
        return 2;
    }

    /** The control: whoever looks without a lock does not see where others are about to go. Sometimes they are lucky, never for long. */
    @Test
    void lookingWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open(true);
        database().dropNet();
        var most = 0L;
        for (var round = 0; round < ROUNDS && most <= 1; round++) {
            var start = Instant.parse("2026-12-28T07:00:00Z").plus(Duration.ofHours(round % 2).plusDays(round / 2));
            most = moveAll(client -> start).get("moved");
        }
        assertTrue(most > 1, "one slot, taken once in every round");
        assertTrue(overlaps() > 0);
    }

    @Test
    void theNetHoldsWithoutALock() throws Exception {
        database().dropLocks();
        open(true);
        assertOneWinner(moveAll(client -> Instant.parse("2026-12-28T07:00:00Z")));
    }
}
