package bookform.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingUnavailable;
import bookform.support.TestDatabase;
import bookform.support.Wait;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A PostgreSQL whose migration is killed (reliability.md B7): its connection dies with a statement that creates or changes something. */
class PostgresMigrationsTest {
    /** Dies with the statement that {@code death.left} counts down to. A sequence is not rolled back. */
    private static final String DEATH = """
        CREATE EXTENSION btree_gist; CREATE SCHEMA death; CREATE SEQUENCE death.left MINVALUE -1000000 MAXVALUE 1000000 INCREMENT -1;
        CREATE FUNCTION death.come() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN
            IF nextval('death.left') = 0 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); END IF;
        END$$;
        CREATE EVENT TRIGGER death ON ddl_command_end EXECUTE FUNCTION death.come();
        """;
    private static final int NEVER = 1_000_000;
    private static final String SCHEMA = """
        SELECT string_agg(line, chr(10) ORDER BY line) FROM (
            SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) FROM information_schema.columns
            WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        ) AS lines (line)
        """;

    private final TestDatabase database = TestDatabase.postgres();

    @Test
    void isCompletedAfterADeathAtAnyStatement() throws SQLException {
        var whole = TestDatabase.postgres();
        open(whole).close();
        database.script(DEATH);
        var deaths = 0;
        for (var at = 1;; at++) {
            var before = version();
            dieAt(at);
            if (started()) break;
            deaths++;
            if (version() > before) at = 0; // the next one is under way
        }
        assertTrue(deaths > 100, deaths + " deaths");
        dieAt(NEVER);
        open(database).close();
        assertEquals(whole.answer(SCHEMA), database.answer(SCHEMA));
        assertEquals(whole.answer("SELECT count(*) FROM migration"), Integer.toString(version()));
    }

    /** Whoever shuts a database down lets it up again: nobody has to start us anew. */
    @Test
    void aDeathAtTheStartIsWaitedFor() throws Exception {
        database.script(DEATH);
        dieAt(20);
        try (var store = open(database)) {
            Wait.until(store::isOpen);
            assertTrue(store.ready());
        }
    }

    /** A million appointments take longer to be changed than any answer may take. */
    @Test
    void aSlowOneIsNotGivenUp() {
        database.script("""
            CREATE SCHEMA slow;
            CREATE FUNCTION slow.down() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN PERFORM pg_sleep(2); END$$;
            CREATE EVENT TRIGGER slow ON ddl_command_end WHEN TAG IN ('CREATE SEQUENCE') EXECUTE FUNCTION slow.down();
            """);
        try (var store = Store.open(database.url() + "&socketTimeout=1", Clock.systemUTC())) {
            assertTrue(store.isOpen());
        }
    }

    private boolean started() throws SQLException {
        try {
            PostgresStart.run(database.url(), new Properties());
            return true;
        } catch (BookingUnavailable death) {
            return false;
        }
    }

    private void dieAt(int statement) {
        database.answer("SELECT setval('death.left', " + statement + ")");
    }

    private int version() {
        return database.answer("SELECT to_regclass('migration')") == null ? 0
                : Integer.parseInt(database.answer("SELECT max(version) FROM migration"));
    }

    private static Store open(TestDatabase database) {
        return Store.open(database.url(), Clock.systemUTC());
    }
}
