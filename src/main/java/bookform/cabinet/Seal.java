package bookform.cabinet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts that only we can read or make, for as long as they live: AES-256-GCM, bound to what they are for. What is in them is nowhere on the
 * server, and worth nothing to whoever steals our database or our secret alone.
 *
 * <p>URL-safe Base64 of a nonce, then the end of its life, in epoch seconds, and its content, encrypted.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String purpose;
    private final SecretKeySpec key;
    private final Duration life;
    private final Clock clock;

    /** @param key 32 bytes */
    Seal(String purpose, byte[] key, Duration life, Clock clock) {
        this.purpose = purpose;
        this.key = new SecretKeySpec(key, "AES");
        this.life = life;
        this.clock = clock;
    }

    String seal(byte[] content) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var plain = ByteBuffer.allocate(Long.BYTES + content.length).putLong(clock.instant().plus(life).getEpochSecond()).put(content);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.array()).orElseThrow();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    /** Empty for what is not ours, or too old. */
    Optional<byte[]> open(String value) {
        return bytes(value).filter(bytes -> bytes.length > NONCE_BYTES)
                .flatMap(bytes -> crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES),
                        Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)))
                .map(ByteBuffer::wrap)
                .filter(plain -> clock.instant().isBefore(Instant.ofEpochSecond(plain.getLong())))
                .map(plain -> Arrays.copyOfRange(plain.array(), Long.BYTES, plain.limit()));
    }

    /** Empty for what was not encrypted by us, for this. */
    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        } catch (GeneralSecurityException notOurs) {
            if (mode == Cipher.ENCRYPT_MODE) throw new IllegalStateException(notOurs);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
