package bookform.cabinet;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A cookie that only we can read or make, for as long as it lives. */
final class SealedCookie {
    private final String name;
    private final Seal seal;
    private final Duration life;

    /** @param key 32 bytes */
    SealedCookie(String name, byte[] key, Duration life, Clock clock) {
        this.name = "__Host-" + name;
        this.seal = new Seal(this.name, key, life, clock);
        this.life = life;
    }

    /** What we put into the cookie that the browser sent; empty for what is not ours, or too old. */
    Optional<byte[]> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name)).flatMap(seal::open);
    }

    void write(Context ctx, byte[] content) {
        Cookies.set(ctx, name, seal.seal(content), life);
    }

    /** Takes the cookie away from a browser that has it. */
    void end(Context ctx) {
        if (ctx.cookie(name) != null) Cookies.set(ctx, name, "", Duration.ZERO);
    }
}
