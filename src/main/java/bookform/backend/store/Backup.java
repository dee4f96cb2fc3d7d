package bookform.backend.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A copy of an SQLite database that is in use: all that was committed when it began, in a file that starts as it is. Whoever books does
 * not wait for it.
 */
public final class Backup {
    private static final int BUSY_MILLIS = 5_000;

    /** A copy that was not made. */
    public static final class Failed extends RuntimeException {
        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Backup() {}

    /** Whether this is the way to copy a database; PostgreSQL has its own. */
    public static boolean takes(String url) {
        return SqliteEngine.takes(url);
    }

    /**
     * The file appears when the copy is whole, was looked through and is on the disk; never before, and never in the place of another.
     *
     * @return its bytes
     * @throws Failed when there is no copy, and why
     */
    public static long make(String url, Path file) {
        SqliteLibrary.load();
        if (Files.exists(file)) throw new Failed(file + " is there already; a backup overwrites nothing", null);
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft); // of a backup that was cut off
            copy(url, draft);
            requireSound(draft);
            sync(draft);
            publish(draft, file);
            return Files.size(file);
        } catch (IOException | SQLException failure) {
            throw new Failed("No backup was made: " + Sql.reason(failure), failure);
        } finally {
            delete(draft);
        }
    }

    /** Reads only: it migrates nothing and holds up no writer. */
    private static void copy(String url, Path draft) throws SQLException {
        try (var connection = open(url); var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, draft.toAbsolutePath().toString());
            copy.execute();
        }
    }

    private static void requireSound(Path draft) throws SQLException {
        try (var connection = open(SqliteEngine.url(draft))) {
            for (var check : new String[] {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
                var finding = first(connection, check).filter(text -> !text.equals("ok"));
                if (finding.isPresent()) throw new SQLException("the copy is not sound, " + check + " says " + finding.get());
            }
        }
    }

    private static Optional<String> first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static Connection open(String url) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return JDBC.createConnection(url, config.toProperties());
    }

    /** SQLite does not: a copy made like this may be gone after a power cut. */
    private static void sync(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft); // refuses to replace, unlike a move
        } catch (FileAlreadyExistsException another) {
            throw new IOException(file + " is there already", another);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        } catch (IOException onlyUnixSyncsFolders) {
            // the file itself is on the disk
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
