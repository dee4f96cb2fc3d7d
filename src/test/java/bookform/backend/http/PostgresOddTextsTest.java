package bookform.backend.http;

import bookform.support.TestDatabase;
import java.nio.file.Path;

/** The same on PostgreSQL. */
class PostgresOddTextsTest extends OddTextsTest {
    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.postgres();
    }
}
