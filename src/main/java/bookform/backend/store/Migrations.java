package bookform.backend.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Brings a database up to date: every file of {@code resources/db} in order, each in a transaction of its own, counted in
 * {@code user_version}. A file that was ever released is never changed; what follows goes into the next one.
 *
 * <p>Not Flyway, which took 770–870 ms of a start that is to take 900 as a whole; this takes about 10.
 */
final class Migrations {
    private static final List<String> FILES = List.of("V1__set_up.sql", "V2__visits.sql");

    private Migrations() {}

    /** @throws IllegalStateException when a newer version of the application has been at the database */
    static void run(Sql sql) {
        var version = version(sql);
        if (version > FILES.size()) {
            throw new IllegalStateException("The database is of a newer version of Bookform: it has " + version + " migrations, this one "
                + "knows " + FILES.size() + ". Start that version, or restore a backup.");
        }
        while (version < FILES.size()) {
            version = next(sql);
        }
    }

    /** Looks at the version again inside the transaction: another process may be starting, too. */
    private static int next(Sql sql) {
        sql.script("BEGIN IMMEDIATE");
        try {
            var version = version(sql);
            if (version < FILES.size()) {
                sql.script(text(FILES.get(version)));
                version++;
                sql.script("PRAGMA user_version = " + version);
            }
            sql.script("COMMIT");
            return version;
        } catch (RuntimeException failure) {
            sql.script("ROLLBACK");
            throw failure;
        }
    }

    private static int version(Sql sql) {
        return (int) sql.number("PRAGMA user_version");
    }

    private static String text(String file) {
        try (var resource = Migrations.class.getResourceAsStream("/db/" + file)) {
            if (resource == null) throw new IllegalStateException("The application lacks /db/" + file);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
