package bookform.backend;

import bookform.support.TestDatabase;

/** The contract, and our own promises, on PostgreSQL. */
class PostgresBookingApiTest extends EmbeddedBookingApiTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
