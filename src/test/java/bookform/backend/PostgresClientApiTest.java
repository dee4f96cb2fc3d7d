package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL. */
class PostgresClientApiTest extends EmbeddedClientApiTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
