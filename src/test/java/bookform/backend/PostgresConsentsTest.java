package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL. */
class PostgresConsentsTest extends ConsentsTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
