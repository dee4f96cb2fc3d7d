package bookform.web;

import io.javalin.http.Context;

/**
 * Headers that every answer carries. Pages run our own script and style alone, load nothing from elsewhere but pictures, and only
 * booking pages may stand in another site's frame.
 */
public final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String ANYWHERE = POLICY + "*";
    private static final String NOWHERE = POLICY + "'none'";

    private SecurityHeaders() {}

    public static void add(Context ctx) {
        var booking = ctx.path().startsWith("/forms/");
        ctx.header("Content-Security-Policy", booking ? ANYWHERE : NOWHERE)
                .header("X-Content-Type-Options", "nosniff")
                // Not stricter: without a referrer browsers send "Origin: null" with our own forms. The path never leaves us.
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()")
                .header("Cache-Control", ctx.method().name().equals("GET") && booking ? "private, no-cache" : "no-store");
    }
}
