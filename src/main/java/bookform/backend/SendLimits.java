package bookform.backend;

import bookform.backend.Limit.Counter;
import bookform.booking.BookingRefused;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many codes may be sent. Every one costs money and rings a phone, and whoever asks need not own it: so per phone, per address that
 * asks, per block of numbers (a fraud walks along numbers that it is paid for), per form, and in all.
 *
 * @param perForm through one form in an hour; what is not for a form in particular counts as one more form of the location
 * @param perDay in all
 * @param kept false only in tests that prove that it is these limits that hold
 */
public record SendLimits(long perForm, long perDay, boolean kept) {
    public static final SendLimits USUAL = new SendLimits(30, 1_000);

    private static final Logger LOG = LoggerFactory.getLogger(SendLimits.class);

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(5));
    private static final List<Limit> PHONE = List.of(
            new Limit(Counter.SENT_TO_PHONE, 3, Duration.ofMinutes(15)), new Limit(Counter.SENT_TO_PHONE, 5, Duration.ofDays(1)));
    private static final List<Limit> ADDRESS = List.of(
            new Limit(Counter.SENT_FOR_ADDRESS, 5, Duration.ofMinutes(10)), new Limit(Counter.SENT_FOR_ADDRESS, 20, Duration.ofDays(1)));
    private static final List<Limit> PREFIX = List.of(new Limit(Counter.SENT_TO_PREFIX, 10, Duration.ofHours(1)));
    private static final int PREFIX_LENGTH = 8; // the plus and seven digits

    public SendLimits(long perForm, long perDay) {
        this(perForm, perDay, true);
    }

    /**
     * Counts one more.
     *
     * @return until the next may be sent to that phone
     * @throws BookingRefused SENT_TOO_OFTEN; then nothing may be sent, and the transaction must be rolled back
     */
    Duration count(Attempts attempts, long location, PhoneCodeRequest request, Instant now) {
        if (!kept) return Duration.ZERO;
        spendOn(attempts, request.phone(), now);
        if (!request.sender().address().isEmpty()) spend(attempts, ADDRESS, request.sender().network());
        spend(attempts, PREFIX, request.phone().substring(0, Math.min(PREFIX_LENGTH, request.phone().length())));
        spend(attempts, List.of(new Limit(Counter.SENT_FOR_FORM, perForm, Duration.ofHours(1))),
                location + " " + request.form().orElse(0L));
        spendInAll(attempts);
        return wait(attempts, request.phone(), now);
    }

    /**
     * Counts one more that goes by e-mail, which costs nothing, but still lands in a mailbox that may be anybody's.
     *
     * @return until the next may be sent to that address
     * @throws BookingRefused SENT_TOO_OFTEN, as {@link #count}
     */
    Duration countEmail(Attempts attempts, String email, Sender sender, Instant now) {
        if (!kept) return Duration.ZERO;
        spendOn(attempts, email, now);
        if (!sender.address().isEmpty()) spend(attempts, ADDRESS, sender.network());
        return wait(attempts, email, now);
    }

    private static void spendOn(Attempts attempts, String phone, Instant now) {
        requireNone(wait(attempts, phone, now));
        attempts.add(Counter.SENT_TO_PHONE, phone);
    }

    /** The longer the more often it was asked: 30 seconds, a minute, five; and until the limits allow for one more. */
    private static Duration wait(Attempts attempts, String phone, Instant now) {
        var sent = (int) attempts.count(PHONE.getLast(), phone);
        var pause = sent == 0 ? Duration.ZERO : WAITS.get(Math.min(sent, WAITS.size()) - 1);
        var pausing = attempts.last(Counter.SENT_TO_PHONE, phone).map(last -> Duration.between(now, last.plus(pause)))
                .filter(Duration::isPositive).orElse(Duration.ZERO);
        return longest(Stream.of(pausing, wait(attempts, PHONE, phone)));
    }

    private static Duration wait(Attempts attempts, List<Limit> limits, String subject) {
        return longest(limits.stream().map(limit -> attempts.wait(limit, subject)));
    }

    private static Duration longest(Stream<Duration> waits) {
        return waits.max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static void requireNone(Duration wait) {
        if (wait.isPositive()) throw BookingRefused.sentTooOften(wait);
    }

    private static void spend(Attempts attempts, List<Limit> limits, String subject) {
        requireNone(wait(attempts, limits, subject));
        attempts.add(limits.getFirst().counter(), subject);
    }

    private void spendInAll(Attempts attempts) {
        var limit = new Limit(Counter.SENT, perDay, Duration.ofDays(1));
        spend(attempts, List.of(limit), "");
        var sent = attempts.count(limit, "");
        for (var percent : List.of(50, 80, 100)) {
            if (sent == Math.ceilDiv(perDay * percent, 100)) LOG.warn("{} % of the day's {} messages with codes are sent", percent, perDay);
        }
    }
}
