package bookform.backend;

import bookform.support.TestDatabase;

/** The same on PostgreSQL. */
class PostgresPhoneCodesTest extends PhoneCodesTest {
    @Override
    protected TestDatabase newDatabase() {
        return TestDatabase.postgres();
    }
}
