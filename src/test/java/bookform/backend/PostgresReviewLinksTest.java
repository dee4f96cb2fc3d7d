package bookform.backend;

import bookform.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL. */
class PostgresReviewLinksTest extends ReviewLinksTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }

    @Test
    void withoutALockTheyAreSentTwice() throws Exception {
        assertSentTwiceWithoutALock();
    }
}
