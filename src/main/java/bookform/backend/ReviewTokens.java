package bookform.backend;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Short tokens that open the review of one appointment: {@code <location>-<appointment>-<64 bits under our key>}, in base 36. Nothing is
 * kept for those who never review.
 */
final class ReviewTokens {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,12})-([0-9a-z]{1,12})-([0-9a-z]{1,13})");
    private static final int BASE = 36;
    private static final int PROOF_BYTES = 8;

    private final Keyed keyed;

    /** What a token opens. */
    record Visit(long location, long appointment) {}

    ReviewTokens(Keyed keyed) {
        this.keyed = keyed;
    }

    String token(long location, long appointment) {
        var proof = Arrays.copyOf(keyed.bytes("review", location, appointment), PROOF_BYTES);
        return Long.toString(location, BASE) + "-" + Long.toString(appointment, BASE) + "-" + new BigInteger(1, proof).toString(BASE);
    }

    /** Empty for everything that is not ours. */
    Optional<Visit> find(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) return Optional.empty();
        var visit = new Visit(Long.parseLong(parts.group(1), BASE), Long.parseLong(parts.group(2), BASE));
        return Optional.of(visit).filter(named -> Keyed.same(token, token(named.location, named.appointment)));
    }
}
