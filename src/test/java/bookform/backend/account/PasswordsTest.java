package bookform.backend.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How passwords are kept, and which are refused (reliability.md G8). */
class PasswordsTest {
    private static final List<String> OWN = List.of("+37061234567", "vera.kalnina@example.com", "Vera Kalnina");

    private final Passwords passwords = new Passwords();

    @Test
    void theRightOneMatches() {
        var hash = passwords.hash("correct horse");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(passwords.matches("correct horse", hash));
        assertFalse(passwords.matches("correct horsf", hash));
        assertFalse(passwords.matches("", hash));
        assertNotEquals(hash, passwords.hash("correct horse"), "each has its salt");
    }

    /** Made by the reference implementation: argon2 somesalt -id -v 13 -t 2 -k 65536 -p 1 -l 32. */
    @Test
    void aHashMadeElsewhereMatches() {
        assertTrue(passwords.matches("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    void howItIsWrittenDoesNotMatter() {
        assertTrue(passwords.matches("caf\u00e9 au lait", passwords.hash("cafe\u0301 au lait")));
        assertTrue(passwords.matches("парольная фраза 👍", passwords.hash("парольная фраза 👍")));
    }

    @Test
    void nobodysNeverMatches() {
        assertFalse(passwords.matchesNobodys(""));
        assertFalse(passwords.matchesNobodys("password"));
    }

    @Test
    void onlySoManyAreMadeAtOnce() throws Exception {
        assertTrue(turnedAway(new Passwords(4)) > 0);
        assertEquals(0, turnedAway(new Passwords(50)), "the control: it is the limit that turns away");
    }

    @Test
    void theLengthIsLimited() {
        assertRefused(Reason.PASSWORD_LENGTH, "1x!4567");
        assertRefused(Reason.PASSWORD_LENGTH, "👍👍👍👍👍👍a");
        assertRefused(Reason.PASSWORD_LENGTH, "ab".repeat(64) + "c");
        accept("1x!45678");
        accept("ab".repeat(64));
    }

    @Test
    void whatOthersTryFirstIsRefused() {
        for (var guessable : List.of("password", "Password1", "12345678", "QWERTYUIOP", "iloveyou", "aaaaaaaa", "++++++++", "slaptazodis",
                "summer2025")) {
            assertRefused(Reason.PASSWORD_GUESSABLE, guessable);
        }
    }

    @Test
    void whatIsKnownOfThemIsRefused() {
        for (var guessable : List.of("+37061234567", "37061234567", "61234567", "vera.kalnina@example.com", "vera.kalnina", "VeraKalnina",
                "vera kalnina")) {
            assertRefused(Reason.PASSWORD_GUESSABLE, guessable);
        }
        accept("vera likes kalnina bread");
    }

    private static long turnedAway(Passwords passwords) throws Exception {
        Callable<Boolean> hash = () -> {
            try {
                passwords.hash("correct horse");
                return false;
            } catch (BookingUnavailable tooMany) {
                return true;
            }
        };
        try (var threads = Executors.newFixedThreadPool(20)) {
            var away = 0;
            for (var answer : threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> hash).toList())) if (answer.get()) away++;
            return away;
        }
    }

    private static void accept(String password) {
        assertDoesNotThrow(() -> PasswordRule.require(password, OWN), password);
    }

    private static void assertRefused(Reason reason, String password) {
        assertEquals(reason, assertThrows(BookingRefused.class, () -> PasswordRule.require(password, OWN), password).reason(), password);
    }
}
