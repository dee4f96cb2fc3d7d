package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same between two instances of the application on one PostgreSQL. */
class PostgresEventRaceTest extends EventRaceTest {
    private static final int ROUNDS = 20;

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int numberOfInstances() {
        return 2;
    }

    /** The control: whoever looks without a lock does not see what others are about to book. Sometimes they are lucky, never for long. */
    @Test
    void lookingWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open(true);
        event(1);
        database().dropSeatNet();
        var most = 0L;
        for (var round = 1; round <= ROUNDS && most <= 1; round++) {
            var event = event(1, round);
            var first = round * CLIENTS;
            most = race(client -> seats(first + client, event, 1)).get("booked");
        }
        assertTrue(most > 1, "one seat, booked once in every round");
    }

    @ParameterizedTest @ValueSource(ints = {1, 5, 20})
    void theNetHoldsWithoutALock(int capacity) throws Exception {
        database().dropLocks();
        open(true);
        var event = event(capacity);
        assertEquals(Map.of("booked", (long) capacity, "SEATS_TAKEN", (long) CLIENTS - capacity), race(client -> seats(client, event, 1)));
        assertEquals(capacity, seatsTaken());
    }
}
