package bookform.backend.http;

import bookform.support.RunningApp;
import bookform.support.TestDatabase;
import java.util.Map;

/** The same on PostgreSQL. */
class PostgresIdempotencyTest extends IdempotencyTest {
    @Override
    protected RunningApp quietApp() {
        var database = TestDatabase.postgres();
        var app = RunningApp.start(Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_DEMO", "true"));
        database.script("UPDATE appointment SET status = 'CANCELLED'");
        return app;
    }
}
