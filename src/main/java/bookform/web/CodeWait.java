package bookform.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long another code cannot be asked for, as {@code templates/wizard/_again.jte} says and counts it. It travels along in the form, as
 * nobody else remembers it between a code that was sent and one that was typed wrong.
 *
 * @param until milliseconds since 1970; 0 when there is nothing to wait for, or nothing is known of it
 * @param seconds from now; 0 from then on
 */
public record CodeWait(Texts t, long until, long seconds) {
    private static final Duration LONGEST = Duration.ofHours(1); // what takes longer is for another day

    /** From a code that was sent, or not, just now. */
    public static CodeWait of(Texts t, Duration wait, Instant now) {
        return until(t, now.plus(wait).toEpochMilli(), now);
    }

    /** What the page before said. */
    public static CodeWait typed(Texts t, Context ctx, Instant now) {
        return until(t, Incoming.id(ctx.formParam("again")).orElse(0L), now);
    }

    /** @param until milliseconds since 1970; 0 for nothing to wait for */
    public static CodeWait until(Texts t, long until, Instant now) {
        var seconds = Math.ceilDiv(until - now.toEpochMilli(), 1_000);
        return seconds > 0 && seconds <= LONGEST.toSeconds() ? new CodeWait(t, until, seconds) : new CodeWait(t, 0, 0);
    }

    /** The rest of it in whole minutes, or the last seconds; nothing where there is none. */
    public String sentence() {
        if (seconds == 0) return "";
        return seconds <= 60 ? t.plural("phone_code.again_seconds", seconds) : t.plural("phone_code.again_minutes", (seconds + 59) / 60);
    }

    /** Every way to say it, by unit and plural form, {@code seconds.few}, for who counts in the browser. */
    public Map<String, String> forms() {
        var before = "phone_code.again_";
        return t.messages().entrySet().stream().filter(message -> message.getKey().startsWith(before))
                .collect(Collectors.toMap(message -> message.getKey().substring(before.length()), Map.Entry::getValue));
    }
}
