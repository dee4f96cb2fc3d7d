package bookform.altegio;

import bookform.altegio.wire.RecordView;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * What the answer to a booking said of its appointments, on its way to the page that says "you are booked", which follows at once and
 * would ask for just that. Not a cache: it is told once, to whoever has the hash, and whoever looks again asks again. With a comment of
 * the client's it is not kept even for that long.
 */
final class JustBooked {
    static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST = 1_000;

    private record Key(long location, long appointment, String hash) {}

    private final Cache<Key, RecordView> told;

    JustBooked(Ticker clock) {
        this.told = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).ticker(clock).build();
    }

    void add(long location, String hash, RecordView record) {
        if (record.comment().isBlank() && isWhole(record)) told.put(new Key(location, record.id(), hash), record);
    }

    /** For the first to ask. */
    Optional<RecordView> take(long location, long appointment, String hash) {
        return Optional.ofNullable(told.asMap().remove(new Key(location, appointment, hash)));
    }

    /** Answers to a change are short; what is not said here has to be asked for. */
    private static boolean isWhole(RecordView record) {
        return !record.services().isEmpty() && record.staff() != null && !record.datetime().isBlank() && record.length() > 0;
    }
}
