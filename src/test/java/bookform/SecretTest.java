package bookform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
