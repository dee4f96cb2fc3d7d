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
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override
    protected int numberOfInstances() {
        return 2;
    }

    /** The control: whoever looks without a lock does not see what others are about to book. */
    @Test
    void lookingWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open(true);
        var event = event(5);
        database().dropSeatNet();
        var answers = race(client -> seats(client, event, 1));
        assertTrue(answers.get("booked") > 5, answers::toString);
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
