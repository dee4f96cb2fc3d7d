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

class SealTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] CONTENT = "1 a token".getBytes(StandardCharsets.UTF_8);

    private final TestClock clock = new TestClock("2026-11-23T05:00:00Z");
    private final Seal seal = new Seal("session", KEY, Duration.ofDays(1), clock);

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(CONTENT, seal.open(seal.seal(CONTENT)).orElseThrow());
        assertArrayEquals(new byte[0], seal.open(seal.seal(new byte[0])).orElseThrow());
    }

    @Test
    void nothingOfItCanBeReadAndNoTwoAreAlike() {
        var sealed = seal.seal(CONTENT);
        assertFalse(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1).contains("token"));
        assertNotEquals(sealed, seal.seal(CONTENT));
    }

    @Test
    void everyBitCounts() {
        var sealed = Base64.getUrlDecoder().decode(seal.seal(CONTENT));
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)), "bit " + bit);
        }
        for (var length = 0; length < sealed.length; length++) {
            var shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(sealed, length));
            assertEquals(Optional.empty(), seal.open(shorter), length + " bytes");
        }
    }

    @Test
    void isGoodForItsOwnNameAndKeyAlone() {
        var sealed = seal.seal(CONTENT);
        var otherKey = KEY.clone();
        otherKey[31] = 1;
        assertEquals(Optional.empty(), new Seal("typed", KEY, Duration.ofDays(1), clock).open(sealed));
        assertEquals(Optional.empty(), new Seal("session", otherKey, Duration.ofDays(1), clock).open(sealed));
    }

    @Test
    void livesSoLongAndNoLonger() {
        var sealed = seal.seal(CONTENT);
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertTrue(seal.open(sealed).isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), seal.open(sealed));
    }

    @Test
    void whatIsNoBase64IsNotOurs() {
        for (var value : new String[] {"", " ", "%", "é", "a", "=", "A".repeat(100_000)})
            assertEquals(Optional.empty(), seal.open(value));
    }
}
