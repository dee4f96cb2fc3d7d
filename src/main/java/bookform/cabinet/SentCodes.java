package bookform.cabinet;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Codes on their way to people who sign in: what the page that takes one has to know, sealed in its address. Telephones forget a page
 * while their owner reads the message; it is there again without another one, and without a cookie.
 */
final class SentCodes {
    /** No code lives longer. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Seal seal;

    SentCodes(byte[] key, Clock clock) {
        seal = new Seal("sent code", key, LIFE, clock);
    }

    /**
     * A code that was sent.
     *
     * @param phone E.164
     * @param next where to go then, in the cabinet
     * @param again when another one can be asked for, in milliseconds since 1970; 0 for now
     */
    record SentCode(String phone, String next, long again) {
        String text() {
            return phone + " " + again + " " + next;
        }

        static SentCode of(String text) {
            var parts = text.split(" ", 3);
            return new SentCode(parts[0], parts[2], Long.parseLong(parts[1]));
        }
    }

    /** The address of the page that takes the code. */
    String url(Visitor visitor, SentCode sent) {
        return url(visitor, seal.seal(sent.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** The same of the page that is asked for. */
    String url(Visitor visitor, Context ctx) {
        return url(visitor, ctx.queryParam("sent"));
    }

    /** Empty where the address says nothing, or is too old. */
    Optional<SentCode> find(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("sent")).flatMap(seal::open)
                .map(content -> SentCode.of(new String(content, StandardCharsets.UTF_8)));
    }

    private static String url(Visitor visitor, String sealed) {
        return SessionPage.CODES_URL + "?sent=" + sealed + visitor.form().map(form -> "&form=" + form).orElse("");
    }
}
