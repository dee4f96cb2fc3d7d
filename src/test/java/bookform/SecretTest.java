package bookform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceForItsOwnerAloneAndKept() throws IOException {
        var first = secret("BOOKFORM_DATA", folder.resolve("new").toString()).bytes("submit");
        var file = folder.resolve("new/secret");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(64, Files.readString(file).strip().length());
        assertArrayEquals(first, secret("BOOKFORM_DATA", folder.resolve("new").toString()).bytes("submit"));
    }

    @Test
    void everyFolderHasItsOwn() {
        assertFalse(Arrays.equals(secret("BOOKFORM_DATA", folder.resolve("a").toString()).bytes("submit"),
                secret("BOOKFORM_DATA", folder.resolve("b").toString()).bytes("submit")));
    }

    @Test
    void everyPurposeHasAKeyOfItsOwn() {
        var secret = secret("BOOKFORM_SECRET", "0123456789abcdef0123456789abcdef");
        assertEquals(32, secret.bytes("submit").length);
        assertFalse(Arrays.equals(secret.bytes("submit"), secret.bytes("codes")));
    }

    @Test
    void fromTheSettingsNothingIsWritten() {
        secret("BOOKFORM_SECRET", "0123456789abcdef0123456789abcdef", "BOOKFORM_DATA", folder.toString());
        assertFalse(Files.exists(folder.resolve("secret")));
    }

    @Test
    void aCutOneStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("secret"), "hunter2\n");
        assertFalse(assertThrows(Config.Wrong.class, () -> secret("BOOKFORM_DATA", folder.toString())).getMessage().contains("hunter2"));
    }

    @Test
    void twoThatStartTogetherAgree() {
        for (var round = 0; round < 20; round++) {
            var data = folder.resolve("race" + round).toString();
            var keys = IntStream.range(0, 8).parallel().mapToObj(i -> Arrays.toString(secret("BOOKFORM_DATA", data).bytes("submit")))
                    .distinct().toList();
            assertEquals(1, keys.size());
        }
    }

    private static Secret secret(String... settings) {
        return Secret.of(Config.from(
                settings.length == 2 ? Map.of(settings[0], settings[1]) : Map.of(settings[0], settings[1], settings[2], settings[3])));
    }

    /** Two with secrets of their own would refuse each other's forms and codes. */
    @ParameterizedTest @ValueSource(strings = {"sqlite", "postgresql"})
    void instancesOnOneDatabaseShareIt(String kind) {
        var database = kind.equals("sqlite") ? TestDatabase.sqlite(folder) : TestDatabase.postgres();
        start(database, "the first secret of these instances");
        start(database, "the first secret of these instances");
        assertFalse(database.answer("SELECT fingerprint FROM shared_secret").contains("first"));

        var refused = assertThrows(Config.Wrong.class, () -> start(database, "another secret, long enough for all"));
        assertTrue(refused.getMessage().contains("secret accept"), refused.getMessage());

        assertEquals(0, new Commands(settings(database, "another secret, long enough for all"), System.out, System.err)
                .run("secret", "accept"));
        start(database, "another secret, long enough for all");
        assertThrows(Config.Wrong.class, () -> start(database, "the first secret of these instances"));
    }

    private void start(TestDatabase database, String secret) {
        App.start(Config.from(settings(database, secret)), Clock.systemUTC()).close();
    }

    private Map<String, String> settings(TestDatabase database, String secret) {
        return Map.of("BOOKFORM_DATABASE", database.url(), "BOOKFORM_SECRET", secret, "BOOKFORM_PORT", "0", "BOOKFORM_DEMO", "false",
                "BOOKFORM_DATA", folder.toString());
    }
}
