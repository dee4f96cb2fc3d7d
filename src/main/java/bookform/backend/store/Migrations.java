package bookform.backend.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database up to date: every file of {@code resources/db} in order, each in a transaction of its own, and counted in the
 * database. A file that was ever released is never changed; what follows goes into the next one.
 *
 * <p>A file is for both databases: {@code BIGINT}, {@code INTEGER} (0 and 1 for truth), {@code DOUBLE PRECISION} and {@code TEXT};
 * {@code WITHOUT ROWID} right after the closing bracket is taken off for PostgreSQL; numbers of rows come from {@link Sql#insert}.
 * What only one of them understands stands after a line {@code -- [sqlite]} or {@code -- [postgresql]}, until the next such line or
 * {@code -- [both]}.
 *
 * <p>Not Flyway, which took 770–870 ms of a start that is to take 900 as a whole; this takes about 10.
 */
final class Migrations {
    /** In the order in which they came about: a database counts how many it has. */
    private static final List<String> FILES = List.of("V1__set_up.sql", "V2__visits.sql", "V3__partner_tokens.sql", "V4__accounts.sql",
            "V5__resources.sql", "V6__events.sql", "V7__shared_secret.sql", "V8__busy_time_changes.sql", "V9__upstream.sql",
            "V10__what_partners_ask.sql", "V11__sites.sql", "V12__calendar_feeds.sql", "V13__moving.sql", "V14__chains.sql",
            "V15__style.sql", "V16__reminders.sql", "V17__own_choices.sql", "V18__consents.sql", "V19__messages.sql",
            "V20__blocks_of_ids.sql", "V21__forgetting.sql", "V22__confirmations.sql", "V23__net_for_overlaps_alone.sql",
            "V24__plans_for_large_locations.sql", "V25__reviews_and_messages.sql");
    private static final Pattern SECTION = Pattern.compile("-- \\[(both|sqlite|postgresql)]");

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** @throws IllegalStateException when a newer version of the application has been at the database */
    static void run(Sql sql) {
        var version = sql.dialect().version(sql);
        if (version > FILES.size()) {
            throw new IllegalStateException("The database is of a newer version of Bookform: it has " + version + " migrations, this one "
                    + "knows " + FILES.size() + ". Start that version, or restore a backup.");
        }
        if (version > 0 && version < FILES.size()) {
            LOG.info("Bringing the database up to date, which may take a while: {} of {} migrations are done.", version, FILES.size());
        }
        while (version < FILES.size()) {
            version = next(sql);
        }
    }

    /** Looks at the version again inside the transaction: another process may be starting, too. */
    private static int next(Sql sql) {
        sql.dialect().beginMigration(sql);
        try {
            var version = sql.dialect().version(sql);
            if (version < FILES.size()) {
                sql.script(script(text(FILES.get(version)), sql.dialect()));
                version++;
                sql.dialect().keepVersion(sql, version);
            }
            sql.script("COMMIT");
            return version;
        } catch (RuntimeException failure) {
            rollBack(sql, failure);
            throw failure;
        }
    }

    /** A database that is gone has done so by itself. */
    private static void rollBack(Sql sql, RuntimeException failure) {
        try {
            sql.script("ROLLBACK");
        } catch (RuntimeException gone) {
            failure.addSuppressed(gone);
        }
    }

    /** What a file says to one of the databases. */
    static String script(String text, Dialect dialect) {
        var script = new StringJoiner("\n");
        var section = "both";
        for (var line : text.lines().toList()) {
            var mark = SECTION.matcher(line);
            if (mark.matches()) {
                section = mark.group(1);
            } else if (section.equals("both") || section.equals(dialect.name())) {
                script.add(line);
            }
        }
        return dialect.common(script.toString());
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
