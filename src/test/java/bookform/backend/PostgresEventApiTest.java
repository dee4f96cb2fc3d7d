package bookform.backend;

import bookform.support.TestDatabase;

/** The contract, and our own promises, on PostgreSQL. */
class PostgresEventApiTest extends EmbeddedEventApiTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
