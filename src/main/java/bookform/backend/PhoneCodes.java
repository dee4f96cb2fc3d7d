package bookform.backend;

import bookform.backend.Limit.Counter;
import bookform.backend.store.AccountTables.StoredAccount;
import bookform.backend.store.MessageTable.Message;
import bookform.backend.store.PhoneCodeTable.Place;
import bookform.backend.store.PhoneCodeTable.SentCode;
import bookform.backend.store.ReminderTable.Kind;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.Sender;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes that prove that a phone is in its owner's hand: six digits, good for five minutes, five tries and one use, for what they were
 * asked for and nothing else. The database keeps only a keyed hash: six digits alone are guessed from any hash in no time.
 */
final class PhoneCodes {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int TRIES = 5;

    /** Across all codes of a phone: one guess in 40,000 phones' days is right. */
    static final Limit GUESSES = new Limit(Counter.GUESSED, 25, Duration.ofDays(1));

    private static final String NOBODY = "0";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keyed keyed;
    private final SendLimits limits;

    /**
     * A code as it was made.
     *
     * @param pause until the next may be
     */
    record Issued(String code, Duration pause) {}

    /** @param secret the key of the hashes, at least 32 bytes; codes sent under another one are void */
    PhoneCodes(byte[] secret, SendLimits limits) {
        this.keyed = new Keyed(secret);
        this.limits = limits;
    }

    /**
     * Makes a code for an e-mail address and keeps its hash, by the phone of who wants it: the address is nobody's yet.
     *
     * @return the code, to be sent once this is committed
     * @throws BookingRefused SENT_TOO_OFTEN
     */
    Issued issueByEmail(Tables tables, StoredAccount holder, String email, Sender sender, Instant now) {
        var wait = limits.countEmail(new Attempts(keyed, tables, now), email, sender, now);
        var code = random();
        var place = new Place(holder.phone(), Purpose.EMAIL_CHANGE, 0, 0);
        tables.phoneCodes().replace(place, hash(place, holder(holder.id(), email), code), now.plus(LIFE));
        tables.messages().insert(Message.withCode(holder.phone(), Kind.MAIL, purposes(Set.of(Purpose.EMAIL_CHANGE)), email), now);
        return new Issued(code, wait);
    }

    /**
     * Makes a code and keeps its hash.
     *
     * @param holder whose phone it is, or is to become, where that is what it is for; else 0
     * @return the code, to be sent once this is committed
     * @throws BookingRefused SENT_TOO_OFTEN
     */
    Issued issue(Tables tables, long location, PhoneCodeRequest request, long holder, Instant now) {
        var wait = limits.count(new Attempts(keyed, tables, now), location, request, now);
        var code = random();
        for (var purpose : request.purposes()) {
            var place = new Place(request.phone(), purpose, purpose == Purpose.BOOKING ? location : 0, request.form().orElse(0L));
            tables.phoneCodes().replace(place, hash(place, holder(holder), code), now.plus(LIFE));
        }
        tables.messages().insert(Message.withCode(request.phone(), Kind.SMS, purposes(request.purposes()), request.phone()), now);
        return new Issued(code, wait);
    }

    /** Whether a code lets the phone book through a form. A wrong one is counted, so this must be committed whatever becomes of it. */
    boolean booksThrough(Tables tables, long location, long form, String phone, String code, Instant now) {
        var forThis = new Place(phone, Purpose.BOOKING, location, form);
        var forAny = new Place(phone, Purpose.BOOKING, location, 0);
        return isRight(tables, Stream.of(forThis, forAny).distinct().toList(), NOBODY, code, now);
    }

    /** Whether a code lets the phone sign in. A wrong one is counted. */
    boolean signsIn(Tables tables, String phone, String code, Instant now) {
        return isRight(tables, List.of(new Place(phone, Purpose.SIGN_IN, 0, 0)), NOBODY, code, now);
    }

    /** How many more codes the phone may try to sign in; 0 when there is none to be tried. */
    int triesLeft(Tables tables, String phone, Instant now) {
        if (!new Attempts(keyed, tables, now).isWithin(GUESSES, phone)) return 0;
        return tables.phoneCodes().find(new Place(phone, Purpose.SIGN_IN, 0, 0)).filter(sent -> isAlive(sent, now))
                .map(sent -> TRIES - sent.tries()).orElse(0);
    }

    /** Whether a code makes the phone somebody's. A wrong one is counted. */
    boolean changesPhone(Tables tables, String phone, long holder, String code, Instant now) {
        return isRight(tables, List.of(new Place(phone, Purpose.PHONE_CHANGE, 0, 0)), holder(holder), code, now);
    }

    /** Whether a code makes an e-mail address the client's. A wrong one is counted. */
    boolean changesEmail(Tables tables, StoredAccount client, String email, String code, Instant now) {
        return isRight(tables, List.of(new Place(client.phone(), Purpose.EMAIL_CHANGE, 0, 0)), holder(client.id(), email), code, now);
    }

    /** Whether a code says that the client wants to be forgotten. A wrong one is counted. */
    boolean erases(Tables tables, StoredAccount client, String code, Instant now) {
        return isRight(tables, List.of(new Place(client.phone(), Purpose.ERASURE, 0, 0)), holder(client.id()), code, now);
    }

    /**
     * A code is good for one use, and gone with it: to be called in the transaction that uses it.
     *
     * @throws BookingRefused CODE_WRONG when another transaction has used it meanwhile; under the lock of the phone that cannot be
     */
    void useUp(Tables tables, String phone) {
        if (!tables.phoneCodes().useUp(phone)) throw new BookingRefused(Reason.CODE_WRONG);
    }

    /** {@code CODE: BOOKING, SIGN_IN} */
    private static String purposes(Set<Purpose> purposes) {
        return "CODE: " + purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining(", "));
    }

    static String random() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    private boolean isRight(Tables tables, List<Place> places, String holder, String code, Instant now) {
        var attempts = new Attempts(keyed, tables, now);
        var phone = places.getFirst().phone();
        if (!attempts.isWithin(GUESSES, phone)) return false;
        var alive = new HashMap<Place, String>();
        for (var place : places) {
            tables.phoneCodes().find(place).filter(sent -> isAlive(sent, now)).flatMap(SentCode::hash)
                    .ifPresent(hash -> alive.put(place, hash));
        }
        var right = alive.entrySet().stream().anyMatch(sent -> Keyed.same(sent.getValue(), hash(sent.getKey(), holder, digits(code))));
        if (!right) {
            alive.keySet().forEach(tables.phoneCodes()::countWrongTry);
            attempts.add(Counter.GUESSED, phone);
        }
        return right;
    }

    private static boolean isAlive(SentCode sent, Instant now) {
        return sent.hash().isPresent() && sent.tries() < TRIES && now.isBefore(sent.expiresAt());
    }

    private static String holder(long account) {
        return Long.toString(account);
    }

    private static String holder(long account, String email) {
        return account + " " + email;
    }

    /** Bound to all it is good for: a code for one thing says nothing about another. */
    private String hash(Place place, String holder, String code) {
        return keyed.hex("code", place.purpose(), place.location(), place.form(), place.phone(), holder, code);
    }

    /** People type codes in groups, and in the digits of their script. */
    private static String digits(String typed) {
        var digits = new StringBuilder();
        typed.codePoints().map(character -> Character.digit(character, 10)).filter(digit -> digit >= 0).forEach(digits::append);
        return digits.toString();
    }
}
