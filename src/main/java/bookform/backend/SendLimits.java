package bookform.backend;

import bookform.backend.Limit.Counter;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * @throws BookingRefused SENT_TOO_OFTEN; then nothing may be sent, and the transaction must be rolled back
     */
    void count(Attempts attempts, long location, PhoneCodeRequest request, Instant now) {
        if (!kept) return;
        requireWaited(attempts, request.phone(), now);
        spend(attempts, PHONE, request.phone());
        if (!request.sender().address().isEmpty()) spend(attempts, ADDRESS, request.sender().network());
        spend(attempts, PREFIX, request.phone().substring(0, Math.min(PREFIX_LENGTH, request.phone().length())));
        spend(attempts, List.of(new Limit(Counter.SENT_FOR_FORM, perForm, Duration.ofHours(1))),
                location + " " + request.form().orElse(0L));
        spendInAll(attempts);
    }

    /**
     * Counts one more that goes by e-mail, which costs nothing, but still lands in a mailbox that may be anybody's.
     *
     * @throws BookingRefused SENT_TOO_OFTEN, as {@link #count}
     */
    void countEmail(Attempts attempts, String email, Sender sender, Instant now) {
        if (!kept) return;
        requireWaited(attempts, email, now);
        spend(attempts, PHONE, email);
        if (!sender.address().isEmpty()) spend(attempts, ADDRESS, sender.network());
    }

    /** The longer the more often it was asked: 30 seconds, a minute, five. */
    private static void requireWaited(Attempts attempts, String phone, Instant now) {
        var sent = (int) attempts.count(PHONE.getLast(), phone);
        if (sent == 0) return;
        var wait = WAITS.get(Math.min(sent, WAITS.size()) - 1);
        if (attempts.last(Counter.SENT_TO_PHONE, phone).filter(last -> now.isBefore(last.plus(wait))).isPresent())
            throw new BookingRefused(Reason.SENT_TOO_OFTEN);
    }

    private static void spend(Attempts attempts, List<Limit> limits, String subject) {
        if (!limits.stream().allMatch(limit -> attempts.isWithin(limit, subject))) throw new BookingRefused(Reason.SENT_TOO_OFTEN);
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
