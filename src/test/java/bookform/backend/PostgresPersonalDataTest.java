package bookform.backend;

import bookform.support.TestDatabase;
import java.util.List;

/** The same on PostgreSQL. */
class PostgresPersonalDataTest extends PersonalDataTest {
    private TestDatabase database;

    @Override
    protected TestDatabase newDatabase() {
        database = TestDatabase.postgres();
        return database;
    }

    @Override
    protected List<String> columns(String table) {
        return List.of(database.answer("SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE table_name = '%s'"
                .formatted(table)).split(","));
    }
}
