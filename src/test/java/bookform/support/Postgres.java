package bookform.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of our own, as safe as in production: it writes everything to the disk. Tests share one, which is started when
 * the first of them asks, and fail when it does not start.
 */
public final class Postgres implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Postgres shared;

    private final Path folder;
    private EmbeddedPostgres server;

    private Postgres(Path folder) {
        this.folder = folder;
        this.server = start(0);
    }

    public static synchronized Postgres shared() {
        if (shared == null) shared = new Postgres(temporaryFolder());
        return shared;
    }

    /** One that can be killed without harm to other tests. */
    public static Postgres inFolder(Path folder) {
        return new Postgres(folder);
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
            @Override public String url() {
                return url;
            }

            @Override public void dropNet() {
                script("ALTER TABLE appointment DROP CONSTRAINT appointment_overlap");
            }

            /** By a function of the same name that connections made from now on find first. */
            @Override public void dropLocks() {
                script("CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT'; "
                    + "ALTER DATABASE " + name + " SET search_path = public, pg_catalog");
            }
        };
    }

    /** Kills every process of the server at once, without a chance to tidy up. */
    public void kill() throws IOException {
        var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst())).orElseThrow();
        var processes = new ArrayList<>(postmaster.descendants().toList());
        processes.addFirst(postmaster);
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** After {@link #kill}: on the same files, at the same address. */
    public void restart() throws IOException {
        var port = server.getPort();
        server.close();
        server = start(port);
    }

    @Override public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres start(int port) {
        try {
            var builder = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60)).setServerConfig("fsync", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("max_connections", "200");
            if (port != 0) builder.setPort(port);
            return builder.start();
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
