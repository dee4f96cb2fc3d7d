package bookform.backend.account;

import bookform.booking.BookingUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Keeps passwords as Argon2id hashes, {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}. A hash takes about 60 ms and 19 MB on
 * purpose, so only a few are made at once: logins must not starve the bookings.
 */
public final class Passwords {
    private static final int AT_ONCE = 4;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern KEPT = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([\\w+/]+)\\$([\\w+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nobody's: looked at when there is no account, so that it takes as long as when there is. */
    private static final String NOBODYS = kept(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private final Semaphore places;

    public Passwords() {
        this(AT_ONCE);
    }

    /** @param atOnce how many hashes are made at the same time */
    Passwords(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** @throws BookingUnavailable when too many are being made */
    public String hash(String password) {
        return inPlace(() -> {
            var salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            return kept(salt, argon2(password, salt, HASH_BYTES, MEMORY_KIB, PASSES, LANES));
        });
    }

    /**
     * Whether a password is the one that was kept.
     *
     * @throws BookingUnavailable when too many are being made
     */
    public boolean matches(String password, String hash) {
        return inPlace(() -> {
            var kept = KEPT.matcher(hash);
            if (!kept.matches()) throw new IllegalStateException("Not a password hash of ours");
            var expected = Base64.getDecoder().decode(kept.group(5));
            return MessageDigest.isEqual(expected, argon2(password, Base64.getDecoder().decode(kept.group(4)), expected.length,
                    Integer.parseInt(kept.group(1)), Integer.parseInt(kept.group(2)), Integer.parseInt(kept.group(3))));
        });
    }

    /**
     * Takes as long as {@link #matches}, and is false.
     *
     * @throws BookingUnavailable when too many are being made
     */
    public boolean matchesNobodys(String password) {
        return matches(password, NOBODYS) && false;
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!places.tryAcquire()) throw new BookingUnavailable("Too many logins at once");
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static byte[] argon2(String password, byte[] salt, int length, int memory, int passes, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        var hash = new byte[length];
        generator.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String kept(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt),
                base64.encodeToString(hash));
    }
}
