package bookform.backend.http;

import io.javalin.http.Context;
import java.util.function.BiConsumer;

/**
 * Headers of every answer of the API. Any site may call it from a browser: what counts is the token in the call, and there are no
 * cookies that a browser could add by itself (altegio-api.md §1.2).
 */
final class ApiHeaders {
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH";
    private static final String UNDERSTOOD =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Requested-With, "
                    + "X-ALTEGIO-Application-Name, X-ALTEGIO-Application-Platform, X-ALTEGIO-Application-Version, X-ALTEGIO-Application-Action, "
                    + "X-App-Signature, X-App-Client-Context, X-App-Validation-Token";
    private static final String READABLE = "User_Token, X-User_Token, ETag, Retry-After";
    private static final String A_DAY = "86400";

    private ApiHeaders() {}

    static void add(Context ctx) {
        add(ctx::header);
    }

    /** @param to takes a name and what it says */
    static void add(BiConsumer<String, String> to) {
        to.accept("Access-Control-Allow-Origin", "*");
        to.accept("Access-Control-Expose-Headers", READABLE);
        to.accept("Cache-Control", "no-store");
        to.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        to.accept("Cross-Origin-Resource-Policy", "cross-origin");
        to.accept("Referrer-Policy", "no-referrer");
        to.accept("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization");
        to.accept("X-Content-Type-Options", "nosniff");
    }

    /** Answers a browser that asks whether it may call. */
    static void preflight(Context ctx) {
        add(ctx);
        ctx.header("Access-Control-Allow-Methods", METHODS)
                .header("Access-Control-Allow-Headers", UNDERSTOOD)
                .header("Access-Control-Max-Age", A_DAY)
                .status(204);
    }
}
