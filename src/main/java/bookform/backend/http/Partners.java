package bookform.backend.http;

import bookform.backend.store.Store;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells partners by their tokens. A token is 256 random bits, so a plain SHA-256 of it is as good as a slow hash. What was looked up is
 * remembered for half a second: a token that is revoked, here or on the command line, is refused within a second.
 */
final class Partners {
    private static final String DEMO_TOKEN = "demo";
    private static final int TOKEN_BYTES = 32;
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final boolean demo;
    private final Cache<String, Optional<Partner>> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    /** @param demo whether {@code demo} is a token, too */
    Partners(Store store, boolean demo) {
        this.store = store;
        this.demo = demo;
    }

    Optional<Partner> find(String token) {
        if (demo && token.equals(DEMO_TOKEN)) return Optional.of(Partner.DEMO);
        return known.get(token, unknown -> store.read(tables -> tables.tokens().findValid(hash(unknown))).map(Partner::of));
    }

    static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
