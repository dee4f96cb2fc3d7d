package bookform.backend.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which the driver carries inside as a library for each system. The driver would unpack it alone, but it starts a process
 * to learn what system this is and compares what it wrote byte by byte, a sixth of what a start may take, and leaves the file behind
 * when it is killed. Systems that are not here are left to it.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String FILE = "libsqlitejdbc.so";

    private static boolean loaded;

    private SqliteLibrary() {}

    /** Does so once; where {@code org.sqlite.lib.path} says that it lies somewhere already, nothing is unpacked. */
    static synchronized void load() {
        if (!loaded && System.getProperty(PATH) == null && !folder().isEmpty()) unpack("/org/sqlite/native/" + folder() + "/" + FILE);
        loaded = true;
    }

    private static void unpack(String resource) {
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) return;
            var folder = Files.createTempDirectory("bookform-sqlite");
            var file = folder.resolve(FILE);
            Files.copy(library, file);
            System.setProperty(PATH, folder.toString());
            System.setProperty(NAME, FILE);
            SQLiteJDBCLoader.initialize();
            // Linux keeps a loaded library for as long as it is in use, though its file is gone
            Files.delete(file);
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException("SQLite cannot be loaded", failure);
        } finally {
            System.clearProperty(PATH);
            System.clearProperty(NAME);
        }
    }

    /** Empty for systems that the driver knows better. */
    private static String folder() {
        var processor = System.getProperty("os.arch");
        if (!System.getProperty("os.name").equals("Linux")) return "";
        return switch (processor) {
            case "amd64" -> isMusl("x86_64") ? "" : "Linux/x86_64";
            case "aarch64" -> isMusl("aarch64") ? "" : "Linux/aarch64";
            default -> "";
        };
    }

    private static boolean isMusl(String processor) {
        return Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"));
    }
}
