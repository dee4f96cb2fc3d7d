package bookform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as an operator sees it: what it prints where, and the exit code. */
class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    @Test
    void helpNamesEveryCommandAndSetting() {
        for (var flag : new String[] {"--help", "-h", "help"}) {
            out.reset();
            assertEquals(0, run(Map.of(), flag));
            for (var name : Config.SETTINGS.keySet()) assertTrue(text(out).contains(name), name);
            for (var command : new String[] {"serve", "import FILE", "export LOCATION", "backup FILE", "erase PHONE", "retention"})
                assertTrue(text(out).contains(command), command);
        }
    }

    @ParameterizedTest @CsvSource({"fly", "serve now", "--prot=1", "import", "import a b", "export", "export x", "backup", "backup a b",
            "secret", "--port", "--port=x"})
    void wrongArgumentsAreNamed(String line) {
        assertEquals(2, run(Map.of(), line.split(" ")));
        assertEquals("", text(out));
        assertFalse(text(err).isBlank());
    }

    @ParameterizedTest
    @CsvSource({"BOOKFORM_PORT,http", "BOOKFORM_URL,nowhere", "BOOKFORM_DATABASE,postgres", "BOOKFORM_DEMO,maybe",
            "BOOKFORM_SECRET,hunter2", "BOOKFORM_COLOUR,red"})
    void serveRefusesAWrongSetting(String name, String value) {
        assertEquals(2, run(Map.of(name, value), "serve"));
        assertTrue(text(err).contains(name), text(err));
        assertFalse(text(err).contains("hunter2"));
    }

    @Test
    void serveRefusesASecretThatWasCutShort() throws IOException {
        Files.writeString(folder.resolve("secret"), "hunter2");
        assertEquals(2, run(Map.of(), "serve"));
        assertTrue(text(err).contains("secret") && !text(err).contains("hunter2"), text(err));
    }

    @Test
    void serveSaysWhyItCannotStart() throws IOException {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertEquals(1, run(Map.of("BOOKFORM_PORT", Integer.toString(taken.getLocalPort())), "serve"));
            assertTrue(text(err).startsWith("Bookform stopped: "), text(err));
            assertEquals(1, text(err).lines().count(), "one line, no stack trace: " + text(err));
            assertTrue(text(err).contains("BOOKFORM_PORT " + taken.getLocalPort()), text(err));
        }
    }

    @Test
    void serveNamesAHostThatIsNotThere() {
        assertEquals(1, run(Map.of("BOOKFORM_HOST", "nowhere.invalid"), "serve"));
        assertEquals("Bookform stopped: BOOKFORM_HOST nowhere.invalid is no address that is known here\n", text(err));
    }

    @Test
    void serveSaysWhatIsWrongWithItsFolder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(1, run(Map.of("BOOKFORM_DATA", file.toString()), "serve"));
        assertEquals("Bookform stopped: " + file + " is there, and is no folder\n", text(err));
    }

    @Test
    void serveNamesAnAdminPortThatIsTaken() throws IOException {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertEquals(1, run(Map.of("BOOKFORM_ADMIN_PORT", Integer.toString(taken.getLocalPort())), "serve"));
            assertTrue(text(err).startsWith("Bookform stopped: BOOKFORM_ADMIN_PORT " + taken.getLocalPort()), text(err));
        }
    }

    @Test
    void whatIsExportedCanBeImported() throws IOException {
        var file = demo();
        assertEquals(0, run(Map.of(), "import", file.toString()), text(err));
        assertTrue(text(out).contains("Imported location 1, Linden Studio"), text(out));
        out.reset();
        assertEquals(0, run(Map.of(), "export", "1"));
        var exported = text(out);
        Files.writeString(file, exported);
        out.reset();
        var other = Map.of("BOOKFORM_DATABASE", "jdbc:sqlite:" + folder.resolve("other.db"));
        assertEquals(0, run(other, "import", file.toString()), text(err));
        out.reset();
        assertEquals(0, run(other, "export", "1"));
        assertEquals(exported, text(out));
    }

    @Test
    void aBadFileIsRefusedByItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("bad.yaml"), "location:\n  title: Studio\n  zone: Europe/Nowhere\n");
        assertEquals(1, run(Map.of(), "import", file.toString()));
        assertTrue(text(err).contains("bad.yaml:3"), text(err));
        assertTrue(text(err).contains("Nothing was imported."), text(err));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(1, run(Map.of(), "import", folder.resolve("none.json").toString()));
        assertTrue(text(err).contains("none.json: there is no such file"), text(err));
        err.reset();
        assertEquals(0, run(Map.of(), "import", demo().toString()), text(err));
        assertEquals(1, run(Map.of(), "export", "77"));
        assertTrue(text(err).contains("There is no location 77"), text(err));
    }

    @Test
    void aBackupStartsElsewhere() {
        assertEquals(0, run(Map.of(), "import", demo().toString()), text(err));
        var copy = folder.resolve("copy.db").toString();
        assertEquals(0, run(Map.of(), "backup", copy), text(err));
        assertTrue(text(out).contains("secret"), text(out));
        assertEquals(1, run(Map.of(), "backup", copy));
        assertTrue(text(err).contains("overwrites nothing"), text(err));
        out.reset();
        assertEquals(0, run(Map.of("BOOKFORM_DATABASE", "jdbc:sqlite:" + copy), "export", "1"), text(err));
        err.reset();
        assertEquals(2, run(Map.of("BOOKFORM_DATABASE", "jdbc:postgresql:bookform"), "backup", "copy.dump"));
        assertTrue(text(err).contains("pg_dump"), text(err));
    }

    @Test
    void erasingSaysNumbersAndNoPhone() {
        assertEquals(0, run(Map.of(), "import", demo().toString()), text(err));
        out.reset();
        assertEquals(0, run(Map.of(), "erase", "+370 612 34567"), text(err));
        assertEquals("Nothing is known of this phone.\n", text(out));
        out.reset();
        assertEquals(0, run(Map.of("BOOKFORM_RETENTION_MONTHS", "12"), "retention"), text(err));
        assertEquals("Nothing is older than 12 months.\n", text(out));
    }

    /** In the wrong folder nobody is told that somebody was forgotten, or that there are no tokens. */
    @ParameterizedTest
    @ValueSource(strings = {"export 1", "erase +37061234567", "retention", "secret accept", "token list", "token revoke 1"})
    void whereThereIsNoDatabaseNoneIsMade(String line) throws IOException {
        assertEquals(2, run(Map.of("BOOKFORM_RETENTION_MONTHS", "12"), line.split(" ")), text(out));
        assertEquals("", text(out));
        assertTrue(text(err).contains("BOOKFORM_DATA") && text(err).contains(folder.toString()), text(err));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aDatabaseThatIsNoneIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("bookform.db"),
                "this is no database, just text that is long enough to be read as one, page after page".repeat(50));
        assertEquals(1, run(Map.of(), "export", "1"));
        assertTrue(text(err).startsWith("Bookform stopped: "), text(err));
        assertEquals(1, text(err).lines().count(), text(err));
    }

    @Test
    void aDatabaseThatDoesNotOpenIsNamed() {
        var nowhere = "jdbc:sqlite:" + folder.resolve("nowhere/x.db");
        assertEquals(1, run(Map.of("BOOKFORM_DATABASE", nowhere + "?password=hunter2"), "import", "x.json"));
        assertTrue(text(err).startsWith("Bookform stopped: The database " + nowhere + " does not open: "), text(err));
        assertEquals(1, text(err).lines().count(), text(err));
    }

    private Path demo() {
        try {
            var file = folder.resolve("demo.json");
            Files.copy(CommandsTest.class.getResourceAsStream("/demo/location.json"), file);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int run(Map<String, String> settings, String... arguments) {
        var environment = new HashMap<>(Map.of("BOOKFORM_DATA", folder.toString(), "BOOKFORM_PORT", "0"));
        environment.putAll(settings);
        return new Commands(environment, print(out), print(err)).run(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
