package bookform.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL. */
class PostgresReviewLinksTest extends ReviewLinksTest {
    private static final int ROUNDS = 5;

    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    /** The control: without a lock two instances take the same. Sometimes they are lucky, never for long. */
    @Test
    void withoutALockTheyAreSentTwice() throws Exception {
        database.dropLocks();
        var expected = 0;
        for (var round = 0; round < ROUNDS && sent().size() <= expected; round++) {
            bookTwelve(round);
            sendByFour();
            expected += 12;
        }
        assertTrue(sent().size() > expected, "each once in every round");
    }
}
