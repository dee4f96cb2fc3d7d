package bookform.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.support.TestClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmitTokensTest {
    private final TestClock clock = new TestClock("2026-11-23T05:00:00Z");
    private final SubmitTokens tokens = new SubmitTokens(new byte[32], clock);

    @Test
    void knowsItsOwn() {
        var token = tokens.issue(1);
        var key = tokens.key(1, token).orElseThrow();
        assertTrue(key.length() >= 22, "128 bits or more: " + key);
        assertEquals(Optional.of(key), tokens.key(1, token));
        assertEquals(Optional.of(key), new SubmitTokens(new byte[32], clock).key(1, token),
                "another instance, or this one after a restart");
    }

    @Test
    void fitsAnAddressAndAHeader() {
        assertTrue(tokens.issue(Long.MAX_VALUE).matches("[A-Za-z0-9._-]{60,200}"));
    }

    @Test
    void isNeverTheSame() {
        var keys = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) keys.add(tokens.key(1, tokens.issue(1)).orElseThrow());
        assertEquals(1_000, keys.size());
    }

    @Test
    void livesForFourHours() {
        var token = tokens.issue(1);
        clock.advance(Duration.ofHours(4).minusSeconds(1));
        assertTrue(tokens.key(1, token).isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), tokens.key(1, token));
    }

    @Test
    void isBoundToItsForm() {
        assertEquals(Optional.empty(), tokens.key(2, tokens.issue(1)));
        assertEquals(Optional.empty(), tokens.key(1, tokens.issue(11)));
    }

    @Test
    void isBoundToTheSecret() {
        var other = new byte[32];
        other[31] = 1;
        assertEquals(Optional.empty(), new SubmitTokens(other, clock).key(1, tokens.issue(1)));
    }

    @Test
    void everyCharacterCounts() {
        var token = tokens.issue(1);
        for (var i = 0; i < token.length(); i++) {
            for (var c : List.of('A', 'B', '0', '.', '-', 'ü')) {
                if (token.charAt(i) == c) continue;
                assertEquals(Optional.empty(), tokens.key(1, token.substring(0, i) + c + token.substring(i + 1)), "at " + i);
            }
            assertEquals(Optional.empty(), tokens.key(1, token.substring(0, i)));
        }
    }

    @Test
    void junkIsNotOurs() {
        for (var junk : new String[] {null, "", ".", "...", "....", "v1...", "v1.1.a.b", "v1.-1.a.b", "v1.99999999999999.a.b",
                "x".repeat(10_000), ".".repeat(10_000), "\u0000", "😀.😀.😀.😀"}) {
            assertEquals(Optional.empty(), tokens.key(1, junk));
        }
    }

    @Test
    void saysNothingOfTheKeyOfAnother() {
        assertNotEquals(tokens.key(1, tokens.issue(1)), tokens.key(1, tokens.issue(1)));
    }
}
