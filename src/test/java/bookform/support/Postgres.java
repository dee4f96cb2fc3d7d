package bookform.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of our own, as safe as in production: it writes everything to the disk. Tests share one, which is started when
 * the first of them asks, and fail when it does not start.
 */
public final class Postgres implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Postgres shared;

    private static final Map<String, String> SAFE = Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    private final Path folder;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private Postgres(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.server = start(0);
    }

    public static synchronized Postgres shared() {
        if (shared == null) {
            shared = new Postgres(temporaryFolder(), SAFE);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::discard, "discard-postgres"));
        }
        return shared;
    }

    /** One that can be killed without harm to other tests. */
    public static Postgres inFolder(Path folder) {
        return new Postgres(folder, SAFE);
    }

    /** One that forgets in a power cut. */
    public static Postgres unsafe(Path folder) {
        return new Postgres(folder, Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "on"));
    }

    /** A new, empty database. */
    public TestDatabase database() {
        var name = "test_" + DATABASES.incrementAndGet();
        database("postgres").script("CREATE DATABASE " + name);
        return database(name);
    }

    /** One that is there. */
    public TestDatabase database(String name) {
        var url = server.getJdbcUrl("postgres", name);
        return new TestDatabase() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public void dropNet() {
                script("ALTER TABLE busy_time DROP CONSTRAINT busy_time_overlap");
            }

            @Override
            public void dropCounts() {
                script("DROP TRIGGER busy_time_counts ON busy_time");
            }

            @Override
            public void dropSeatNet() {
                script("DROP TRIGGER event_seats_on_insert ON appointment; DROP TRIGGER event_seats_on_update ON appointment");
            }

            /** By a function of the same name that connections made from now on find first. */
            @Override
            public void dropLocks() {
                script("CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT'; "
                        + "ALTER DATABASE " + name + " SET search_path = public, pg_catalog");
            }

            @Override
            public void keepVersion(int version) {
                script("INSERT INTO migration (version) VALUES (" + version + ")");
            }

            /** Every index against its table. */
            @Override
            public boolean isIntact() {
                script("CREATE EXTENSION IF NOT EXISTS amcheck");
                return !answer("""
                    SELECT count(bt_index_check(pg_class.oid, true)) FROM pg_class JOIN pg_am ON pg_am.oid = relam
                    WHERE relkind = 'i' AND amname = 'btree'
                    """).equals("0");
            }
        };
    }

    /** Kills every process of the server at once, without a chance to tidy up. */
    public void kill() {
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        var processes = new ArrayList<>(postmaster.descendants().toList());
        processes.addFirst(postmaster);
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** After {@link #kill}: on the same files, at the same address. */
    public void restart() {
        var port = server.getPort();
        close();
        server = start(port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EmbeddedPostgres start(int port) {
        try {
            var builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).setServerConfig("max_connections", "200")
                    .setServerConfig("deadlock_timeout", "50ms") // the controls wait for deadlocks

                    .setDataDirectory(folder).setCleanDataDirectory(false).setRegisterShutdownHook(false);
            settings.forEach(builder::setServerConfig);
            if (port != 0) builder.setPort(port);
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * When the tests end. A hundred databases take longer to be written out and deleted than a JVM is given to exit, and nobody needs
     * them: another process stops the server without more ado and deletes its files, and nobody waits for that.
     */
    private void discard() {
        try {
            var end = "kill -QUIT $1; while kill -0 $1; do sleep 0.1; done; rm -rf \"$0\"";
            new ProcessBuilder("sh", "-c", end, folder.toString(), Long.toString(postmaster())).redirectError(Redirect.DISCARD)
                    .redirectOutput(Redirect.DISCARD).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("bookform-postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
