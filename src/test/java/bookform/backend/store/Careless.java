package bookform.backend.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets nobody wait for the disk, to see that the waiting matters. The application itself refuses to run so. */
public final class Careless {
    private Careless() {}

    /** Also hides errors of syncing: there is none any more. @param store on SQLite, with nothing under way */
    public static void make(Store store) {
        try (var statement = ((Connection) field(field(field(store, "engine"), "writing"), "connection")).createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = OFF");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object field(Object owner, String name) {
        try {
            var field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
