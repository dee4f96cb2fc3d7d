package bookform.backend;

import static bookform.backend.setup.DemoLocation.LOCATION;
import static bookform.backend.setup.DemoLocation.PLAIN_FORM;
import static bookform.backend.setup.DemoLocation.SMS_FORM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.store.Lock;
import bookform.backend.store.PhoneCodeTable.Place;
import bookform.backend.store.Tables;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.Sender;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes by themselves: what they are good for, how long, how often (reliability.md G1–G3, G5). */
class PhoneCodesTest {
    private static final String VERA = "+37061234567";
    private static final String GLEB = "+37069999999";
    private static final SendLimits NO_LIMITS = new SendLimits(0, 0, false);

    @TempDir Path folder;

    private PhoneCodes codes = new PhoneCodes(new byte[32], SendLimits.USUAL);
    private DemoBackend backend;
    private Instant now = Instant.parse("2026-11-23T05:00:00Z");

    @BeforeEach
    void open() {
        backend = DemoBackend.open(newDatabase());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    @Test
    void theRightCodeIsRight() {
        assertTrue(books(VERA, issue(VERA)));
    }

    /** G1: every digit in every place as often as any other, and no code more often than chance has it. */
    @Test
    void codesAreRandom() {
        var codes = IntStream.range(0, 10_000).mapToObj(i -> PhoneCodes.random()).toList();
        assertEquals(Set.of(6), codes.stream().map(String::length).collect(Collectors.toSet()));
        assertTrue(worstOfPlaces(codes) < 33.7, () -> "chi-square with 9 degrees of freedom: " + worstOfPlaces(codes)); // p = 0.0001
        assertTrue(new HashSet<>(codes).size() > 9_900, "50 pairs are expected");
        var steps = new HashMap<Integer, Integer>();
        for (var i = 1; i < codes.size(); i++) {
            steps.merge(Integer.parseInt(codes.get(i)) - Integer.parseInt(codes.get(i - 1)), 1, Integer::sum);
        }
        assertTrue(steps.values().stream().allMatch(times -> times < 8), "no step from one to the next repeats");
    }

    /** The control: codes of a careless kind do not pass. */
    @Test
    void carelessCodesWouldNotPass() {
        var years = IntStream.range(0, 10_000).mapToObj(i -> "%06d".formatted(190_000 + i)).toList();
        assertTrue(worstOfPlaces(years) > 33.7);
    }

    @Test
    void howItIsTypedDoesNotMatter() {
        var code = issue(VERA);
        assertTrue(books(VERA, " " + code.substring(0, 3) + " - " + code.substring(3) + "\n"));
        assertTrue(books(VERA, code.chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '٠'))).reduce("", String::concat)));
    }

    // G2: good for what it was asked for

    @Test
    void aCodeIsForOnePhoneAndOneLocation() {
        var code = issue(VERA);
        if (!issue(GLEB).equals(code)) assertFalse(books(GLEB, code));
        assertFalse(within(tables -> codes.booksThrough(tables, 99, SMS_FORM, VERA, code, now)));
    }

    @Test
    void aCodeIsForOneForm() {
        var code = issue(VERA);
        assertFalse(within(tables -> codes.booksThrough(tables, LOCATION, PLAIN_FORM, VERA, code, now)));
        assertTrue(books(VERA, code));
    }

    @Test
    void aCodeForAnyFormIsForEach() {
        var code = issue(PhoneCodeRequest.toBookOrSignIn(VERA, Locale.ENGLISH, Sender.OURSELVES), 0);
        assertTrue(books(VERA, code));
        assertTrue(within(tables -> codes.booksThrough(tables, LOCATION, PLAIN_FORM, VERA, code, now)));
        assertTrue(signsIn(VERA, code));
    }

    @Test
    void aCodeIsForOnePurpose() {
        var booking = issue(VERA);
        assertFalse(signsIn(VERA, booking));
        var signIn = issue(PhoneCodeRequest.toSignIn(GLEB, Locale.ENGLISH, Sender.OURSELVES), 0);
        assertFalse(books(GLEB, signIn));
        assertTrue(signsIn(GLEB, signIn));
    }

    @Test
    void aCodeToChangeAPhoneIsForOneAccount() {
        var code = issue(new PhoneCodeRequest(VERA, Set.of(Purpose.PHONE_CHANGE), Optional.empty(), Locale.ENGLISH, Sender.OURSELVES), 7);
        assertFalse(within(tables -> codes.changesPhone(tables, VERA, 8, code, now)));
        assertTrue(within(tables -> codes.changesPhone(tables, VERA, 7, code, now)));
    }

    @Test
    void aCodeUnderAnotherSecretIsWrong() {
        var code = issue(VERA);
        var secret = new byte[32];
        secret[0] = 1;
        codes = new PhoneCodes(secret, SendLimits.USUAL);
        assertFalse(books(VERA, code));
        assertThrows(IllegalArgumentException.class, () -> new PhoneCodes(new byte[31], SendLimits.USUAL));
    }

    @Test
    void isGoneOnceUsed() {
        var code = issue(VERA);
        useUp(VERA);
        assertFalse(books(VERA, code));
    }

    /** The net: without the lock of the phone, which those who book hold, the database still gives a code away once. */
    @Test
    void fiftyAtOnceUseItOnceWithoutALock() throws Exception {
        var code = issue(VERA);
        assertEquals(1, fiftyAtOnce(() -> {
            try {
                return backend.store().write(tables -> {
                    var right = codes.booksThrough(tables, LOCATION, SMS_FORM, VERA, code, now);
                    if (right) codes.useUp(tables, VERA);
                    return right;
                });
            } catch (BookingRefused usedMeanwhile) {
                return false;
            }
        }));
    }

    @Test
    void fiftyAtOnceUseItOnce() throws Exception {
        var code = issue(VERA);
        assertEquals(1, fiftyAtOnce(() -> backend.store().write(tables -> {
            tables.lock(Lock.phone(VERA));
            var right = codes.booksThrough(tables, LOCATION, SMS_FORM, VERA, code, now);
            if (right) codes.useUp(tables, VERA);
            return right;
        })));
    }

    /** The control: it is the using up that makes it one. */
    @Test
    void aCodeThatIsNotUsedUpIsGoodFifty() throws Exception {
        var code = issue(VERA);
        assertEquals(50, fiftyAtOnce(() -> books(VERA, code)));
    }

    // G1: how long it lives

    @Test
    void livesFiveMinutes() {
        var code = issue(VERA);
        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertTrue(books(VERA, code));
        pass(Duration.ofSeconds(1));
        assertFalse(books(VERA, code));
    }

    @Test
    void diesAfterFiveWrongTries() {
        var code = issue(VERA);
        for (var i = 0; i < 4; i++) assertFalse(books(VERA, wrong(code)));
        assertTrue(books(VERA, code), "the control: four are not five");
        assertFalse(books(VERA, wrong(code)));
        assertFalse(books(VERA, code));
    }

    @Test
    void aNewOneVoidsTheLastAndForgivesWrongTries() {
        var first = issue(VERA);
        for (var i = 0; i < 5; i++) books(VERA, wrong(first));
        pass(Duration.ofSeconds(30));
        var second = issue(VERA);
        if (!first.equals(second)) assertFalse(books(VERA, first));
        assertTrue(books(VERA, second));
    }

    // G5: guesses across codes

    @Test
    void twentyFiveGuessesADayAreAllThereAre() {
        codes = new PhoneCodes(new byte[32], NO_LIMITS);
        for (var i = 0; i < 24; i++) guessWrong();
        var code = issue(VERA);
        assertTrue(books(VERA, code), "the control: with one left, the right one is right");
        guessWrong();
        assertFalse(books(VERA, issue(VERA)), "even a new one");
        assertFalse(signsIn(VERA, issue(PhoneCodeRequest.toSignIn(VERA, Locale.ENGLISH, Sender.OURSELVES), 0)), "whatever it is for");
        assertTrue(books(GLEB, issue(GLEB)));
        pass(Duration.ofDays(1));
        assertTrue(books(VERA, issue(VERA)));
    }

    // G12

    @Test
    void theDatabaseDoesNotKnowTheCode() {
        var code = issue(VERA);
        var place = new Place(VERA, Purpose.BOOKING, LOCATION, SMS_FORM);
        var hash = backend.store().read(tables -> tables.phoneCodes().find(place)).orElseThrow().hash().orElseThrow();
        assertEquals(64, hash.length());
        assertFalse(hash.contains(code));
    }

    @Test
    void theLogShowsNoWholeNumber() {
        assertEquals("+370…67", LogSmsSender.masked(VERA));
        assertEquals("…", LogSmsSender.masked("+123456"));
    }

    @Test
    void whatIsTooOftenLeavesTheLastAlone() {
        var code = issue(VERA);
        assertEquals(Reason.SENT_TOO_OFTEN, assertThrows(BookingRefused.class, () -> issue(VERA)).reason());
        assertTrue(books(VERA, code));
    }

    private void guessWrong() {
        assertFalse(books(VERA, wrong(issue(VERA))));
    }

    /** In one transaction. */
    private boolean within(Predicate<Tables> work) {
        return backend.store().write(work::test);
    }

    private String issue(String phone) {
        return issue(PhoneCodeRequest.toBook(phone, SMS_FORM, Locale.ENGLISH, Sender.OURSELVES), 0);
    }

    private String issue(PhoneCodeRequest request, long holder) {
        return backend.store().write(tables -> codes.issue(tables, LOCATION, request, holder, now)).code();
    }

    private boolean books(String phone, String code) {
        return backend.store().write(tables -> codes.booksThrough(tables, LOCATION, SMS_FORM, phone, code, now));
    }

    private boolean signsIn(String phone, String code) {
        return backend.store().write(tables -> codes.signsIn(tables, phone, code, now));
    }

    private void useUp(String phone) {
        backend.store().write(tables -> {
            codes.useUp(tables, phone);
            return null;
        });
    }

    private static long fiftyAtOnce(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(50)) {
            var right = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(50, work))) {
                if (answer.get()) right++;
            }
            return right;
        }
    }

    /** How far the digits of the worst of the six places are from being equally frequent: Pearson's chi-square. */
    private static double worstOfPlaces(List<String> codes) {
        return IntStream.range(0, 6).mapToDouble(place -> {
            var expected = codes.size() / 10.0;
            return IntStream.range(0, 10).mapToDouble(digit -> codes.stream().filter(code -> code.charAt(place) == '0' + digit).count())
                    .map(count -> (count - expected) * (count - expected) / expected).sum();
        }).max().orElseThrow();
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
