package bookform.backend.store;

/** Lets nobody wait for the disk, to see that the waiting matters. The application itself refuses to run so. */
public final class Careless {
    private Careless() {}

    /**
     * Also hides errors of syncing: there is none any more. SQLite takes this between two transactions only, and somebody is always in
     * one, so it is the writer itself that ends its own and begins another.
     *
     * @param store on SQLite
     */
    public static void make(Store store) {
        store.write(tables -> {
            tables.sql().control("COMMIT");
            tables.sql().script("PRAGMA synchronous = OFF");
            tables.sql().control("BEGIN IMMEDIATE");
            tables.sql().control("SAVEPOINT task");
            return null;
        });
    }
}
