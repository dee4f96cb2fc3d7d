package bookform.cabinet;

import io.javalin.http.Context;
import java.time.Duration;

/** How every cookie of the cabinet is set (reliability.md H2). */
final class Cookies {
    private Cookies() {}

    /**
     * To this host alone, over https, out of reach of scripts, and not from other sites' pages. Browsers take http on this very machine
     * for safe, too.
     *
     * @param life zero takes it away
     */
    static void set(Context ctx, String name, String value, Duration life) {
        ctx.res().addHeader("Set-Cookie",
                name + "=" + value + "; Max-Age=" + life.toSeconds() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }
}
