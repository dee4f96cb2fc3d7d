package bookform.backend.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a partner may call: what its token allows, counted for the token and once more for the address, so that two tokens behind
 * one address share (the original counts by address). In memory; a refused call costs nothing.
 */
final class RateLimits {
    private static final int WINDOWS = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final Cache<Object, SlidingWindow> windows = Caffeine.newBuilder().maximumSize(WINDOWS).expireAfterAccess(FORGOTTEN).build();

    RateLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws Refusal 429 */
    synchronized void count(Partner partner, String address) {
        if (partner.perMinute() == 0 && partner.perSecond() == 0) return;
        var now = nanoTime.getAsLong();
        var ofToken = windows.get(partner.id(), token -> new SlidingWindow());
        var ofAddress = windows.get(address, any -> new SlidingWindow());
        var wait = Math.max(ofToken.wait(now, partner.perMinute(), partner.perSecond()),
                ofAddress.wait(now, partner.perMinute(), partner.perSecond()));
        if (wait > 0) throw Refusal.tooMany((int) Math.ceilDiv(wait, SECOND));
        var remembered = Math.max(partner.perMinute(), partner.perSecond());
        ofToken.add(now, remembered);
        ofAddress.add(now, remembered);
    }
}
