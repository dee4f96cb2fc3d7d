package bookform.backend;

import bookform.altegio.SharedText;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import java.time.Duration;
import java.util.function.BiFunction;

/** A text in the database, for all instances that share it. */
public final class StoredText implements SharedText {
    /** Longer than anybody comes back to a page they booked from. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final String name;

    public StoredText(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public void change(BiFunction<String, Long, String> change) {
        store.change(tables -> {
            tables.lock(Lock.text(name));
            var text = tables.upstream().text(name);
            var now = tables.upstream().now();
            var changed = change.apply(text, now);
            if (!changed.equals(text)) tables.upstream().keep(name, changed, now);
            if (text.isEmpty() && !changed.isEmpty()) tables.upstream().forget(now - KEPT.toMillis());
        });
    }
}
