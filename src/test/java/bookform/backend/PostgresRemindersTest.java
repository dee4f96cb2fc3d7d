package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL. */
class PostgresRemindersTest extends RemindersTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
