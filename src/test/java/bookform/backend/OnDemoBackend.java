package bookform.backend;

import bookform.support.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The demo backend anew for every test, on SQLite; a subclass puts PostgreSQL in its place. */
abstract class OnDemoBackend {
    @TempDir protected Path folder;

    protected TestDatabase database;
    protected DemoBackend backend;

    @BeforeEach
    void open() {
        database = newDatabase();
        backend = DemoBackend.open(database);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }
}
