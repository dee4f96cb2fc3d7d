package bookform.cabinet;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Codes on their way: what the page that takes one has to know, sealed in its address. Telephones forget a page while their owner reads
 * the message; it is there again without another one, and without a cookie.
 */
final class SentCodes {
    /** No code lives longer. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    /** In none of them: every one is a single line. */
    private static final String SEPARATOR = "\n";

    private final Seal seal;

    SentCodes(byte[] key, Clock clock) {
        seal = new Seal("sent code", key, LIFE, clock);
    }

    /**
     * A code that was sent.
     *
     * @param to a phone, E.164, or an e-mail address
     * @param next where to go then, in the cabinet; empty where that is known
     * @param again when another one can be asked for, in milliseconds since 1970; 0 for now
     */
    record SentCode(String to, String next, long again) {}

    /**
     * The address of the page that takes the code.
     *
     * @param path takes the form that sends one, too
     * @param client who asked for it; 0 for who is not signed in
     */
    String url(Visitor visitor, String path, long client, SentCode sent) {
        var text = String.join(SEPARATOR, path, Long.toString(client), sent.to(), sent.next(), Long.toString(sent.again()));
        return url(visitor, path, seal.seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same of the page that is asked for. */
    String url(Visitor visitor, Context ctx) {
        return url(visitor, ctx.path(), ctx.queryParam("sent"));
    }

    /** Empty where the address says nothing, is too old, or was made for somebody else. */
    Optional<SentCode> find(Context ctx, long client) {
        return Optional.ofNullable(ctx.queryParam("sent")).flatMap(seal::open)
                .map(content -> new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1))
                .filter(parts -> parts[0].equals(ctx.path()) && parts[1].equals(Long.toString(client)))
                .map(parts -> new SentCode(parts[2], parts[3], Long.parseLong(parts[4])));
    }

    private static String url(Visitor visitor, String path, String sealed) {
        return path + "?sent=" + sealed + visitor.form().map(form -> "&form=" + form).orElse("");
    }
}
