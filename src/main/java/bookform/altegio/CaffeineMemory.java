package bookform.altegio;

import bookform.telemetry.CurrentRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Remembers answers for as long as {@link Lifetime} says, and asks once however many want to know. Not Caffeine's own refreshing: that
 * hands out an answer of any age to the first who asks after a quiet night, and we want those only when there is nothing better.
 */
final class CaffeineMemory implements Memory {
    private static final int MOST = 20_000;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private record Key(Lifetime lifetime, long location, Call call) {}

    private record Question<T>(Supplier<T> ask, Others<T> others) {}

    private static final class Entry {
        private final Object answer;
        private final long since;
        private volatile long tried;
        private volatile boolean inVain;

        Entry(Object answer, long since) {
            this.answer = answer;
            this.since = since;
            this.tried = since;
        }
    }

    private final Ticker clock;
    private final Patience patience;
    private final OldAnswers old;
    private final Cache<Key, Entry> entries;
    private final Map<Key, CompletableFuture<Object>> underWay = new ConcurrentHashMap<>();

    CaffeineMemory(Ticker clock, Patience patience, OldAnswers old) {
        this.clock = clock;
        this.patience = patience;
        this.old = old;
        this.entries = Caffeine.newBuilder().maximumSize(MOST).ticker(clock)
                .expireAfter(Expiry.<Key, Entry>creating((key, entry) -> key.lifetime.stale())).build();
    }

    @Override
    @SuppressWarnings("unchecked") // a call has answers of one type
    public <T> T get(Lifetime lifetime, long location, Call call, Supplier<T> ask, Others<T> others) {
        var key = new Key(lifetime, location, call);
        var question = new Question<>(ask, others);
        var entry = entries.getIfPresent(key);
        if (entry == null) return (T) ask(key, question);
        var age = age(entry);
        if (age.compareTo(lifetime.fresh()) < 0) return (T) entry.answer;
        if (age.compareTo(lifetime.ageing()) < 0) {
            askAside(key, entry, question);
            if (entry.inVain) old.give();
            return (T) entry.answer;
        }
        try {
            return (T) ask(key, question);
        } catch (Fault nothingBetter) {
            old.give();
            return (T) entry.answer;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a call has answers of one type
    public <T> Optional<T> find(Lifetime lifetime, long location, Call call) {
        return Optional.ofNullable(entries.getIfPresent(new Key(lifetime, location, call)))
                .filter(entry -> age(entry).compareTo(lifetime.ageing()) < 0).map(entry -> (T) entry.answer);
    }

    /** Answers that are under way are given to those who wait for them, and then forgotten, too: they may be from before. */
    @Override
    public void forget(long location, Lifetime... lifetimes) {
        var affected = List.of(lifetimes);
        underWay.keySet().removeIf(key -> key.location == location && affected.contains(key.lifetime));
        entries.asMap().keySet().removeIf(key -> key.location == location && affected.contains(key.lifetime));
    }

    /** Once for all who want to know now; they share a failure, too, and whoever comes after it asks again. */
    private <T> Object ask(Key key, Question<T> question) {
        var mine = new CompletableFuture<Object>();
        var theirs = underWay.putIfAbsent(key, mine);
        if (theirs != null) return answer(key, theirs);
        try {
            var answer = fresh(key, question);
            keep(key, mine, answer, question);
            mine.complete(answer.answer);
            return answer.answer;
        } catch (RuntimeException | Error failure) {
            underWay.remove(key, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /**
     * It is under way until it is kept, with no moment between in which somebody would ask again, or in which it could be forgotten and
     * kept all the same.
     */
    @SuppressWarnings("unchecked") // what is kept under a key is what its question brought
    private <T> void keep(Key key, CompletableFuture<Object> mine, Entry answer, Question<T> question) {
        underWay.computeIfPresent(key, (same, current) -> {
            if (current != mine) return current;
            entries.put(key, answer);
            question.others.answers().apply((T) answer.answer).forEach((call, other) -> entries
                    .put(new Key(question.others.lifetime(), key.location, call), new Entry(other, answer.since)));
            return null;
        });
    }

    /** Somebody may have brought it between our looking and our asking. */
    private Entry fresh(Key key, Question<?> question) {
        var entry = entries.getIfPresent(key);
        return entry != null && clock.read() - entry.since < key.lifetime.fresh().toNanos() ? entry
                : new Entry(question.ask.get(), clock.read());
    }

    private void askAside(Key key, Entry entry, Question<?> question) {
        if (clock.read() - entry.tried < BETWEEN_TRIES.toNanos() || underWay.containsKey(key)) return;
        entry.tried = clock.read();
        Thread.ofVirtual().name("altegio-refresh").start(CurrentRequest.carried(() -> {
            try {
                ask(key, question);
            } catch (Fault keepWhatWeHave) { // it is in the log, and whoever asks next tries again
                entry.inVain = true;
            }
        }));
    }

    private Duration age(Entry entry) {
        return Duration.ofNanos(clock.read() - entry.since);
    }

    private Object answer(Key key, CompletableFuture<Object> underWay) {
        try {
            return underWay.get(patience.with(key.call).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure.getCause());
        } catch (TimeoutException tooSlow) {
            throw new Fault(Fault.Kind.TIMED_OUT, key.call);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault(Fault.Kind.CUT_OFF, key.call);
        }
    }
}
