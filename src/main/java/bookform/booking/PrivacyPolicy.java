package bookform.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a client agrees to before their data is stored.
 *
 * @param version tells this text from every other one: another word, another version
 */
public record PrivacyPolicy(Html text, String version) {
    private static final int VERSION_BYTES = 16;

    public PrivacyPolicy(Html text) {
        this(text, version(text));
    }

    private static String version(Html text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.source().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
