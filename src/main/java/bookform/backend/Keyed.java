package bookform.backend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes under a key that the database does not know: what is short or easily guessed cannot be found from its hash. */
final class Keyed {
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec key;

    /** @param secret at least 32 bytes */
    Keyed(byte[] secret) {
        if (secret.length < SECRET_BYTES) throw new IllegalArgumentException("A secret has at least " + SECRET_BYTES + " bytes");
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** @param purpose what it is for, so that a hash says nothing in another place */
    byte[] bytes(String purpose, Object... parts) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (var part : parts) {
                mac.update((byte) 0);
                mac.update(part.toString().getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String hex(String purpose, Object... parts) {
        return HexFormat.of().formatHex(bytes(purpose, parts));
    }

    /** In the same time, wherever they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
