package bookform.altegio;

import bookform.altegio.wire.I18nTexts;
import bookform.altegio.wire.Language;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * What the API calls things, language by language. Nobody waits for it: the first page in a language has our own words, and so have all
 * others while these cannot be had. Not in {@link Memory}: there the first to ask waits, and here an answer of any age is better than none.
 */
final class Wording {
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);

    private static final class Known {
        private final AtomicLong askAgain;
        private volatile Map<String, String> texts = Map.of();

        Known(long now) {
            this.askAgain = new AtomicLong(now);
        }
    }

    private final Upstream upstream;
    private final LongSupplier nanoTime;
    private final Executor aside;
    private final Map<String, Known> languages = new ConcurrentHashMap<>();

    /** @param aside runs what no page waits for, once the page that wanted it is answered */
    Wording(Upstream upstream, LongSupplier nanoTime, Executor aside) {
        this.upstream = upstream;
        this.nanoTime = nanoTime;
        this.aside = aside;
    }

    /** By the keys of our messages; asked for anew once a day. */
    Map<String, String> in(Locale language) {
        var code = Language.of(language).map(Language::codeOfTexts);
        return code.isEmpty() ? Map.of() : in(code.get());
    }

    private Map<String, String> in(String code) {
        var now = nanoTime.getAsLong();
        var known = languages.computeIfAbsent(code, unknown -> new Known(now));
        var due = known.askAgain.get();
        if (now - due >= 0 && known.askAgain.compareAndSet(due, now + BETWEEN_TRIES.toNanos())) aside.execute(() -> ask(code, known));
        return known.texts;
    }

    private void ask(String code, Known known) {
        try {
            known.texts = upstream.find(Call.get("i18n", code), JsonNode.class).map(I18nTexts::ours).orElse(Map.of());
            known.askAgain.set(nanoTime.getAsLong() + FRESH.toNanos());
        } catch (Fault keepWhatWeHave) { // it is in the log, and somebody tries again soon
        }
    }
}
