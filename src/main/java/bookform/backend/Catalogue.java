package bookform.backend;

import bookform.backend.store.Store;
import bookform.backend.store.Tables;
import bookform.booking.BookingForm;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What locations offer, kept in memory. Another process may import a set-up at any time, so the version in the database is looked at
 * again when the last look is a second old, or when this process has replaced a set-up.
 */
final class Catalogue {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LOCATIONS = 10_000;

    private final Store store;
    private final LongSupplier nanoTime;
    private final Cache<Long, Seen> offers = Caffeine.newBuilder().maximumSize(LOCATIONS).build();
    private final Cache<Long, Long> locationsOfForms = Caffeine.newBuilder().maximumSize(LOCATIONS).build();

    /**
     * What a location offers.
     *
     * @param version of its set-up; a transaction that sees another one has an offer that is no more
     */
    record Current(Offer offer, long version) {}

    private record Seen(Current current, long at, long replacements) {}

    Catalogue(Store store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** Empty when there is no such location. */
    Optional<Offer> offer(long location) {
        return current(location).map(Current::offer);
    }

    Optional<Current> current(long location) {
        var seen = offers.getIfPresent(location);
        if (seen == null || !isFresh(seen)) seen = offers.asMap().compute(location, this::look);
        return Optional.ofNullable(seen).map(Seen::current);
    }

    /** As a transaction sees it, which may be newer than what everybody else does. */
    Optional<Offer> offer(long location, Tables tables) {
        var version = tables.setUps().version(location);
        var seen = offers.getIfPresent(location);
        if (seen != null && version.filter(current -> current == seen.current.version).isPresent()) return Optional.of(seen.current.offer);
        return version.flatMap(current -> tables.setUps().find(location)).map(Offer::new);
    }

    /** What it offers is another than was thought: whoever knows sees it at once. */
    void lookAgain(long location) {
        offers.invalidate(location);
    }

    Optional<BookingForm> form(long form) {
        if (form == 0) return Optional.empty(); // how callers say that it was none: not worth a look into the database
        var known = Optional.ofNullable(locationsOfForms.getIfPresent(form)).flatMap(location -> formAt(location, form));
        return known.or(() -> store.read(tables -> tables.setUps().locationOfForm(form)).flatMap(location -> {
            locationsOfForms.put(form, location);
            return formAt(location, form);
        }));
    }

    private Optional<BookingForm> formAt(long location, long form) {
        return offer(location).flatMap(offer -> offer.form(form));
    }

    private Seen look(long location, Seen seen) {
        if (seen != null && isFresh(seen)) return seen; // somebody else was quicker
        var at = nanoTime.getAsLong();
        var replacements = store.locations().replacements();
        return store.read(tables -> tables.setUps().version(location).flatMap(version -> {
            if (seen != null && seen.current.version == version) return Optional.of(new Seen(seen.current, at, replacements));
            return tables.setUps().find(location).map(setup -> new Seen(new Current(new Offer(setup), version), at, replacements));
        })).orElse(null);
    }

    private boolean isFresh(Seen seen) {
        return nanoTime.getAsLong() - seen.at < FRESH_NANOS && seen.replacements == store.locations().replacements();
    }
}
