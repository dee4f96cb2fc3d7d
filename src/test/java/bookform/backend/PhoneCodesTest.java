package bookform.backend;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneCodesTest {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";

    @TempDir Path folder;

    private final PhoneCodes codes = new PhoneCodes(new byte[32]);
    private DemoBackend backend;
    private Instant now = Instant.parse("2026-11-23T05:00:00Z");

    @BeforeEach void open() {
        backend = DemoBackend.open(folder);
    }

    @AfterEach void close() {
        backend.close();
    }

    @Test void theRightCodeIsRight() {
        assertTrue(isRight(VERA, issue(VERA)));
    }

    @Test void aCodeHasSixDigits() {
        for (var i = 0; i < 20; i++, pass(Duration.ofDays(1))) assertTrue(issue(VERA).matches("[0-9]{6}"));
    }

    @Test void codesAreSpreadEvenly() {
        var tens = new int[10];
        var seen = new HashSet<String>();
        for (var i = 0; i < 2_000; i++) {
            var code = issue("+3706%07d".formatted(i));
            tens[code.charAt(0) - '0']++;
            seen.add(code);
        }
        for (var count : tens) assertTrue(count > 130 && count < 270, "200 of each are expected, not " + count); // 5 standard deviations
        assertTrue(seen.size() > 1_980, "hardly any twice: " + seen.size());
    }

    @Test void howItIsTypedDoesNotMatter() {
        var code = issue(VERA);
        assertTrue(isRight(VERA, " " + code.substring(0, 3) + " - " + code.substring(3) + "\n"));
        assertTrue(isRight(VERA, code.chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '٠'))).reduce("", String::concat)));
    }

    @Test void aCodeIsForOnePhoneAndOneLocation() {
        var code = issue(VERA);
        if (!issue(GLEB).equals(code)) assertFalse(isRight(GLEB, code));
        assertEquals(false, backend.store().write(tables -> codes.isRight(tables, 99, VERA, code, now)));
    }

    @Test void aCodeUnderAnotherSecretIsWrong() {
        var code = issue(VERA);
        var secret = new byte[32];
        secret[0] = 1;
        assertEquals(false, backend.store().write(tables -> new PhoneCodes(secret).isRight(tables, LOCATION, VERA, code, now)));
        assertThrows(IllegalArgumentException.class, () -> new PhoneCodes(new byte[31]));
    }

    @Test void livesFiveMinutes() {
        var code = issue(VERA);
        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertTrue(isRight(VERA, code));
        pass(Duration.ofSeconds(1));
        assertFalse(isRight(VERA, code));
    }

    @Test void diesAfterFiveWrongTries() {
        var code = issue(VERA);
        for (var i = 0; i < 4; i++) assertFalse(isRight(VERA, wrong(code)));
        assertTrue(isRight(VERA, code));
        assertFalse(isRight(VERA, wrong(code)));
        assertFalse(isRight(VERA, code));
    }

    @Test void isGoneOnceUsed() {
        var code = issue(VERA);
        backend.store().write(tables -> {
            codes.useUp(tables, LOCATION, VERA);
            return null;
        });
        assertFalse(isRight(VERA, code));
    }

    @Test void aNewOneVoidsTheLastAndForgivesWrongTries() {
        var first = issue(VERA);
        for (var i = 0; i < 5; i++) isRight(VERA, wrong(first));
        pass(PhoneCodes.COOL_DOWN);
        var second = issue(VERA);
        if (!first.equals(second)) assertFalse(isRight(VERA, first));
        assertTrue(isRight(VERA, second));
    }

    @Test void thirtySecondsLieBetweenTwo() {
        issue(VERA);
        pass(Duration.ofSeconds(29));
        assertTooOften(VERA);
        issue(GLEB);
        pass(Duration.ofSeconds(1));
        issue(VERA);
    }

    @Test void fiveADayIsTheMost() {
        for (var i = 0; i < 5; i++, pass(Duration.ofHours(1))) issue(VERA);
        assertTooOften(VERA);
        pass(Duration.ofHours(18).plusMinutes(59));
        assertTooOften(VERA);
        pass(Duration.ofMinutes(1)); // a day after the first
        issue(VERA);
    }

    @Test void aRefusedOneLeavesTheLastAlone() {
        var code = issue(VERA);
        assertTooOften(VERA);
        assertTrue(isRight(VERA, code));
    }

    @Test void theDatabaseDoesNotKnowTheCode() {
        var code = issue(VERA);
        var hash = backend.store().read(tables -> tables.phoneCodes().find(LOCATION, VERA)).orElseThrow().hash().orElseThrow();
        assertEquals(64, hash.length());
        assertFalse(hash.contains(code));
    }

    @Test void theLogShowsNoWholeNumber() {
        assertEquals("+370…67", LogSmsSender.masked(VERA));
        assertEquals("…", LogSmsSender.masked("+123456"));
    }

    private String issue(String phone) {
        return backend.store().write(tables -> codes.issue(tables, LOCATION, phone, now));
    }

    private boolean isRight(String phone, String code) {
        return backend.store().write(tables -> codes.isRight(tables, LOCATION, phone, code, now));
    }

    private void assertTooOften(String phone) {
        assertEquals(Reason.SENT_TOO_OFTEN, assertThrows(BookingRefused.class, () -> issue(phone)).reason());
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
