package bookform.backend;

import bookform.support.TestDatabase;
import java.util.List;

/** The same on PostgreSQL, where what was deleted is left to the server: what a query can reach is looked through. */
class PostgresErasureTest extends ErasureTest {
    private TestDatabase database;

    @Override
    protected TestDatabase newDatabase() {
        database = TestDatabase.postgres();
        return database;
    }

    @Override
    protected List<String> tables() {
        return List.of(database.answer("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'").split(","));
    }

    @Override
    protected List<String> found() {
        return VERAS.stream().filter(word -> !database.answer("""
            SELECT count(*) FROM information_schema.tables AS found
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND query_to_xml('SELECT * FROM ' || quote_ident(table_name), true, false, '')::text LIKE '%%%s%%'
            """.formatted(word)).equals("0")).toList();
    }
}
