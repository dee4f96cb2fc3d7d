package bookform.backend;

import bookform.booking.BookingApi;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A race: the application on one database, and clients spread over its instances. On SQLite it is one instance; a subclass puts
 * PostgreSQL in its place, and two.
 */
abstract class OnOneDatabase {
    @TempDir Path folder;

    private TestDatabase database;
    private List<DemoBackend> instances = List.of();

    @BeforeEach
    void create() {
        database = newDatabase();
    }

    @AfterEach
    void close() {
        instances.forEach(DemoBackend::close);
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    protected int numberOfInstances() {
        return 1;
    }

    /** @param looksBeforeBooking false to see what the database alone prevents */
    protected void open(boolean looksBeforeBooking) {
        instances = Stream.generate(() -> DemoBackend.open(database, looksBeforeBooking)).limit(numberOfInstances()).toList();
    }

    protected final TestDatabase database() {
        return database;
    }

    protected final List<DemoBackend> instances() {
        return instances;
    }

    /** The one that a client talks to. */
    protected final DemoBackend instance(int client) {
        return instances.get(client % instances.size());
    }

    protected final BookingApi api(int client) {
        return instance(client).api();
    }

    /** How many got which answer. */
    protected static Map<String, Long> counted(List<String> answers) {
        return answers.stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
