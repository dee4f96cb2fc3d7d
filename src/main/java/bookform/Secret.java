package bookform;

import bookform.backend.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one secret, from which every purpose gets its own key: a key that leaks from one place opens nothing elsewhere. */
final class Secret {
    private final byte[] master;

    private Secret(byte[] master) {
        this.master = master;
    }

    /** From the settings; else from the data folder, where one is made at the first start. */
    static Secret of(Config config) {
        return new Secret(config.secret().orElseGet(() -> kept(config.data().resolve("secret"))).getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #bytes}, as 32 characters for an address. */
    String text(String purpose) {
        return HexFormat.of().formatHex(bytes(purpose), 0, 16);
    }

    /** @param purpose what the key is for, {@code submit} */
    byte[] bytes(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes sure that a database is used with the secret that it was first used with: two instances with secrets of their own would
     * refuse each other's forms and codes.
     *
     * @throws Config.Wrong when it was another
     */
    void requireOf(Store store, Clock clock) {
        if (!fingerprint().equals(store.write(tables -> tables.secrets().keepFirst(fingerprint(), clock.instant()))))
            throw new Config.Wrong("BOOKFORM_SECRET, or the file \"secret\" in the data folder, is not the secret that this database was "
                    + "first used with. Give every instance that one; or, with all of them stopped, take this one from now on: "
                    + "bookform.jar secret accept");
    }

    /** Makes this the secret of a database. */
    void accept(Store store, Clock clock) {
        store.write(tables -> {
            tables.secrets().replace(fingerprint(), clock.instant());
            return null;
        });
    }

    /** Tells secrets apart and gives none away. */
    private String fingerprint() {
        return HexFormat.of().formatHex(bytes("fingerprint"));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            var text = Files.readString(file).strip();
            if (text.length() < 32) throw new Config.Wrong(file + " is too short to be a secret; delete it and a new one is made");
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: another instance that starts on the same folder never reads half a secret. */
    private static void make(Path file) throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(folder, "secret", ".draft"); // for its owner alone
        try {
            Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
            publish(draft, file);
        } catch (FileAlreadyExistsException another) {
            // Another instance was first: its secret is ours.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(draft, file);
        }
    }
}
