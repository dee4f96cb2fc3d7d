package bookform.wizard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens in the details form, signed by us and good for one booking. Each holds a key that nobody can guess; the booking system books
 * once per key, so a second click, a reload or a second tab ends at the same booking.
 *
 * <p>{@code v1.<issued, epoch seconds>.<key>.<HMAC-SHA-256 over form and both>}, URL-safe Base64.
 */
final class SubmitTokens {
    private static final Duration LIFE = Duration.ofHours(4);
    private static final int KEY_BYTES = 18;
    private static final int LONGEST = 200;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec secret;
    private final Clock clock;

    SubmitTokens(byte[] secret, Clock clock) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    String issue(long form) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var body = "v1." + clock.instant().getEpochSecond() + "." + text(key);
        return body + "." + text(sign(form, body));
    }

    /**
     * The key in a token of ours for this form that has not expired; empty for everything else. It begins with the time, so that the keys
     * of new bookings lie side by side in the database.
     */
    Optional<String> key(long form, String token) {
        if (token == null || token.length() > LONGEST) return Optional.empty();
        var parts = token.split("\\.", -1);
        if (parts.length != 4 || !parts[1].matches("[0-9]{1,12}")) return Optional.empty();
        var body = parts[0] + "." + parts[1] + "." + parts[2];
        if (!MessageDigest.isEqual(text(sign(form, body)).getBytes(StandardCharsets.US_ASCII), parts[3].getBytes(StandardCharsets.UTF_8)))
            return Optional.empty();
        var issued = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return issued.plus(LIFE).isAfter(clock.instant()) ? Optional.of(parts[1] + "." + parts[2]) : Optional.empty();
    }

    private byte[] sign(long form, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(("submit." + form + "." + body).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
