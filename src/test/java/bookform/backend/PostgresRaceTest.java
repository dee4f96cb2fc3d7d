package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same between two instances of the application on one PostgreSQL. */
class PostgresRaceTest extends RaceTest {
    @Override protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Override protected int numberOfInstances() {
        return 2;
    }

    /** The control: whoever looks without a lock does not see what others are about to book. */
    @Test void lookingWithoutALockIsNotEnough() throws Exception {
        database().dropLocks();
        open();
        database().dropNet();
        var answers = race(client -> haircut(client, Optional.of(ANNA), "09:00"));
        assertTrue(answers.get("booked") > 1, answers::toString);
        assertTrue(overlaps() > 0);
    }

    @Test void theNetHoldsWithoutALock() throws Exception {
        database().dropLocks();
        open();
        assertEquals(1L, race(client -> haircut(client, Optional.of(ANNA), "09:00")).get("booked"));
        race(client -> haircut(client + CLIENTS, Optional.of(BORIS), client % 2 == 0 ? "10:00" : "10:15"));
        assertEquals(0, overlaps());
    }
}
