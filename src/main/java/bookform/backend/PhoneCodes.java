package bookform.backend;

import bookform.backend.store.PhoneCodeTable.SentCode;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that prove that a phone is in its owner's hand: six digits, good for five minutes, five tries and one booking. One phone has one
 * code; a new one voids the last. The database keeps only a keyed hash: six digits alone are guessed from any hash in no time.
 */
final class PhoneCodes {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final Duration COOL_DOWN = Duration.ofSeconds(30);
    static final int TRIES = 5;
    static final int SENDS_A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @param secret the key of the hashes, at least 32 bytes; codes sent under another one are void */
    PhoneCodes(byte[] secret) {
        if (secret.length < SECRET_BYTES) throw new IllegalArgumentException("A secret has at least " + SECRET_BYTES + " bytes");
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Makes a code and keeps its hash.
     *
     * @return the code, to be sent once this is committed
     * @throws BookingRefused SENT_TOO_OFTEN
     */
    String issue(Tables tables, long location, String phone, Instant now) {
        var last = tables.phoneCodes().find(location, phone);
        if (last.filter(sent -> now.isBefore(sent.sentAt().plus(COOL_DOWN))).isPresent()) throw new BookingRefused(Reason.SENT_TOO_OFTEN);
        var today = last.filter(sent -> now.isBefore(sent.countedFrom().plus(DAY)));
        if (today.filter(sent -> sent.sends() >= SENDS_A_DAY).isPresent()) throw new BookingRefused(Reason.SENT_TOO_OFTEN);
        var code = "%06d".formatted(random.nextInt(1_000_000));
        tables.phoneCodes().replace(location, phone, new SentCode(Optional.of(hash(location, phone, code)), now.plus(LIFE), 0, now,
            today.map(SentCode::sends).orElse(0) + 1, today.map(SentCode::countedFrom).orElse(now)));
        return code;
    }

    /** Whether the code is the phone's. A wrong one is counted, so this must be committed whatever becomes of the booking. */
    boolean isRight(Tables tables, long location, String phone, String code, Instant now) {
        var alive = tables.phoneCodes().find(location, phone).filter(sent -> sent.tries() < TRIES && now.isBefore(sent.expiresAt()));
        var right = alive.flatMap(SentCode::hash).filter(hash -> same(hash, hash(location, phone, digits(code)))).isPresent();
        if (alive.isPresent() && !right) tables.phoneCodes().countWrongTry(location, phone);
        return right;
    }

    /** A code is good for one booking, and gone with it: to be called in the transaction that books. */
    void useUp(Tables tables, long location, String phone) {
        tables.phoneCodes().useUp(location, phone);
    }

    /** Bound to the phone and the location: a code of one says nothing about another. */
    private String hash(long location, String phone, String code) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((location + " " + phone + " " + code).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** People type codes in groups, and in the digits of their script. */
    private static String digits(String typed) {
        var digits = new StringBuilder();
        typed.codePoints().map(character -> Character.digit(character, 10)).filter(digit -> digit >= 0).forEach(digits::append);
        return digits.toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
