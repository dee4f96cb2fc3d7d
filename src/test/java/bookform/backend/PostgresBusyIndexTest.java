package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL, where other instances are not the exception. */
class PostgresBusyIndexTest extends BusyIndexTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
