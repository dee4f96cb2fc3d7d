package bookform.backend;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.SentMessages.Message;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.Sender;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many codes are sent (reliability.md G3, G4): what arrives at the phones is counted, not what the code says. */
class SendLimitsTest {
    private static final String VERA = "+37061234567";

    @TempDir Path folder;

    private DemoBackend backend;
    private final Journal journal = new Journal();

    @AfterEach
    void close() {
        Logger.getLogger("bookform").removeHandler(journal);
        backend.close();
    }

    @Test
    void theWaitGrows() {
        open(SendLimits.USUAL);
        assertTrue(isSent(VERA, "192.0.2.1"));
        pass(Duration.ofSeconds(29));
        assertTooOften(VERA);
        pass(Duration.ofSeconds(1));
        assertTrue(isSent(VERA, "192.0.2.2"));
        pass(Duration.ofSeconds(59));
        assertTooOften(VERA);
        pass(Duration.ofSeconds(1));
        assertTrue(isSent(VERA, "192.0.2.3"));
        pass(Duration.ofMinutes(5));
        assertTooOften(VERA); // three in a quarter of an hour
        pass(Duration.ofMinutes(8).plusSeconds(30));
        assertTrue(isSent(VERA, "192.0.2.4"), "15 minutes after the first");
        assertEquals(4, backend.messages().latest().size());
    }

    /** To the second: for so long it is too often, and then it is not. */
    @Test
    void theWaitIsTold() {
        open(SendLimits.USUAL);
        var request = PhoneCodeRequest.toBook(VERA, 2, Locale.ENGLISH, new Sender("192.0.2.1"));
        var waits = new ArrayList<Long>();
        for (var i = 0; i < 5; i++) {
            var wait = backend.api().sendPhoneCode(LOCATION, request);
            waits.add(wait.toSeconds());
            pass(wait.minusSeconds(1));
            var refused = assertThrows(BookingRefused.class, () -> backend.api().sendPhoneCode(LOCATION, request));
            assertEquals(Optional.of(Duration.ofSeconds(1)), refused.waiting());
            pass(Duration.ofSeconds(1));
        }
        assertEquals(List.of(30L, 60L, 900L - 90, 300L, 86_400L - 1_200), waits);
    }

    @Test
    void fiveADayIsTheMost() {
        open(SendLimits.USUAL);
        for (var i = 0; i < 5; i++, pass(Duration.ofHours(1))) assertTrue(isSent(VERA, "192.0.2." + i));
        assertTooOften(VERA);
        pass(Duration.ofHours(18).plusMinutes(59));
        assertTooOften(VERA);
        pass(Duration.ofMinutes(1)); // a day after the first
        assertTrue(isSent(VERA, "192.0.2.9"));
    }

    @Test
    void anAddressHasFiveInTenMinutesAndTwentyADay() {
        open(SendLimits.USUAL);
        assertEquals(5, IntStream.range(0, 20).filter(i -> isSent(spread(i), "192.0.2.1")).count());
        for (var round = 1; round < 10; round++) {
            pass(Duration.ofMinutes(61));
            var first = round * 20;
            IntStream.range(first, first + 20).forEach(i -> isSent(spread(i), "192.0.2.1"));
        }
        assertEquals(20, backend.messages().latest().size());
        assertTrue(isSent(spread(900), "192.0.2.2"));
    }

    @Test
    void anIpv6AddressIsItsNetwork() {
        open(SendLimits.USUAL);
        assertEquals(5, IntStream.range(0, 20).filter(i -> isSent(spread(i), "2001:db8:1:2::" + Integer.toHexString(i))).count());
        assertTrue(isSent(spread(20), "2001:db8:1:3::1"));
    }

    @Test
    void aFormHasItsShareOfAnHour() {
        open(new SendLimits(3, 1_000));
        assertEquals(3, IntStream.range(0, 10).filter(i -> isSent(spread(i), "192.0.2." + i)).count());
        pass(Duration.ofHours(1));
        assertTrue(isSent(spread(10), "192.0.2.10"));
    }

    /** 10,000 sends in ten minutes from 100 addresses over numbers side by side; then somebody honest comes. */
    @Test
    void anAttackIsCutShortAndOthersAreServed() {
        open(new SendLimits(30, 100));
        assertTrue(attack() <= 10, "numbers side by side are one prefix");
        assertTrue(isSent("+37064555555", "198.51.100.7"), "another prefix, another address");
    }

    /** The same attack over all prefixes meets the form's and the day's limit, and the log rings. */
    @Test
    void anAttackOnAllPrefixesMeetsTheDaysLimit() {
        open(new SendLimits(1_000, 20));
        var sent = IntStream.range(0, 2_000).filter(i -> isSent(spread(i), "192.0.2." + i % 100)).count();
        assertEquals(20, sent);
        assertEquals(List.of("50 %", "80 %", "100 %"), journal.lines.stream().map(line -> line.replaceFirst("(\\d+ %).*", "$1")).toList());
    }

    /** The control: without the limits every one of them is sent. */
    @Test
    void withoutLimitsTheAttackSucceeds() {
        open(new SendLimits(0, 0, false));
        assertEquals(10_000, attack());
    }

    private long attack() {
        return IntStream.range(0, 10_000).filter(i -> {
            if (i % 100 == 0) pass(Duration.ofSeconds(6));
            return isSent("+370612%05d".formatted(i), "192.0.2." + i % 100);
        }).count();
    }

    private void open(SendLimits limits) {
        backend = DemoBackend.open(TestDatabase.sqlite(folder).url(), true, limits);
        Logger.getLogger("bookform").addHandler(journal);
    }

    private boolean isSent(String phone, String address) {
        try {
            backend.api().sendPhoneCode(LOCATION, PhoneCodeRequest.toBook(phone, 2, Locale.ENGLISH, new Sender(address)));
            return true;
        } catch (BookingRefused refused) {
            assertEquals(Reason.SENT_TOO_OFTEN, refused.reason());
            return false;
        }
    }

    private void assertTooOften(String phone) {
        var before = backend.messages().latest().stream().map(Message::text).toList();
        assertThrows(BookingRefused.class, () -> backend.api().sendPhoneCode(LOCATION, phone, Locale.ENGLISH));
        assertEquals(before, backend.messages().latest().stream().map(Message::text).toList());
    }

    /** No two with the same first seven digits. */
    private static String spread(int i) {
        return "+3706%04d%03d".formatted(i, 111);
    }

    private void pass(Duration duration) {
        backend.clock().advance(duration);
    }

    /** What was logged. */
    private static final class Journal extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
