package bookform.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedCookieTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] CONTENT = "1 a token".getBytes(StandardCharsets.UTF_8);

    private final TestClock clock = new TestClock("2026-11-23T05:00:00Z");
    private final SealedCookie cookie = new SealedCookie("session", KEY, Duration.ofDays(1), clock);

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(CONTENT, cookie.open(cookie.seal(CONTENT)).orElseThrow());
        assertArrayEquals(new byte[0], cookie.open(cookie.seal(new byte[0])).orElseThrow());
    }

    @Test
    void nothingOfItCanBeReadAndNoTwoAreAlike() {
        var sealed = cookie.seal(CONTENT);
        assertFalse(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1).contains("token"));
        assertNotEquals(sealed, cookie.seal(CONTENT));
    }

    @Test
    void everyBitCounts() {
        var sealed = Base64.getUrlDecoder().decode(cookie.seal(CONTENT));
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), cookie.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)), "bit " + bit);
        }
        for (var length = 0; length < sealed.length; length++) {
            var shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(sealed, length));
            assertEquals(Optional.empty(), cookie.open(shorter), length + " bytes");
        }
    }

    @Test
    void isGoodForItsOwnNameAndKeyAlone() {
        var sealed = cookie.seal(CONTENT);
        var otherKey = KEY.clone();
        otherKey[31] = 1;
        assertEquals(Optional.empty(), new SealedCookie("typed", KEY, Duration.ofDays(1), clock).open(sealed));
        assertEquals(Optional.empty(), new SealedCookie("session", otherKey, Duration.ofDays(1), clock).open(sealed));
    }

    @Test
    void livesSoLongAndNoLonger() {
        var sealed = cookie.seal(CONTENT);
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertTrue(cookie.open(sealed).isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), cookie.open(sealed));
    }

    @Test
    void whatIsNoBase64IsNotOurs() {
        for (var value : new String[] {"", " ", "%", "é", "a", "=", "A".repeat(100_000)})
            assertEquals(Optional.empty(), cookie.open(value));
    }
}
