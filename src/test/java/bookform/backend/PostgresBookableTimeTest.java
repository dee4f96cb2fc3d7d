package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL. */
class PostgresBookableTimeTest extends BookableTimeTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
