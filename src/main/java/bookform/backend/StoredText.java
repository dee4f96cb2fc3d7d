package bookform.backend;

import bookform.altegio.SharedText;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import java.util.function.BiFunction;

/** A text in the database, for all instances that share it. */
public final class StoredText implements SharedText {
    private final Store store;
    private final String name;

    public StoredText(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public void change(BiFunction<String, Long, String> change) {
        store.write(tables -> {
            tables.lock(Lock.text(name));
            var text = tables.upstream().text(name);
            var changed = change.apply(text, tables.upstream().now());
            if (!changed.equals(text)) tables.upstream().keep(name, changed);
            return null;
        });
    }
}
