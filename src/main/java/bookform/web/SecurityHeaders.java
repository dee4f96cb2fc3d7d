package bookform.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Headers that every answer carries. Pages run our own script and style alone, load nothing from elsewhere but pictures, and only
 * booking pages may stand in another site's frame.
 */
public final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; manifest-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String ANYWHERE = POLICY + "*";
    private static final String NOWHERE = POLICY + "'none'";

    private static final String PREVIEW = POLICY.replace("frame-ancestors ", "frame-src 'self'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** Only these sites may show a page in a frame, and we ourselves. */
    public static void allowFramesOn(Context ctx, List<String> sites) {
        if (!sites.isEmpty()) ctx.header("Content-Security-Policy", POLICY + "'self' " + String.join(" ", sites));
    }

    /** A page that shows our own pages in frames, and stands in none. */
    public static void allowPreview(Context ctx) {
        ctx.header("Content-Security-Policy", PREVIEW);
    }

    /** A script, a style or a picture decides nothing about other files: it says little, as it is sent often. */
    static void thatIsNoPage(Context ctx) {
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.res().setHeader("Permissions-Policy", null);
        ctx.res().setHeader("Referrer-Policy", null);
    }

    public static void add(Context ctx) {
        add(ctx.path(), ctx::header);
        if (ctx.method().name().equals("GET") && isBooking(ctx.path())) ctx.header("Cache-Control", "private, no-cache");
    }

    /** @param to takes a name and what it says */
    public static void add(String path, BiConsumer<String, String> to) {
        to.accept("Content-Security-Policy", isBooking(path) ? ANYWHERE : NOWHERE);
        to.accept("X-Content-Type-Options", "nosniff");
        // Not stricter: without a referrer browsers send "Origin: null" with our own forms. The path never leaves us.
        to.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        to.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
        to.accept("Cache-Control", "no-store");
    }

    private static boolean isBooking(String path) {
        return path.startsWith("/forms/") && !path.endsWith("/embed");
    }
}
