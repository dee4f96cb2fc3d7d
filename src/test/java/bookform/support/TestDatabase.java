package bookform.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database for one test. A test class that runs on both has one, and a subclass that puts the other in its place. */
public interface TestDatabase {
    /** As {@code BOOKFORM_DATABASE} takes it. */
    String url();

    /** Takes the rule against overlaps out of the database, to see what the code does alone. */
    void dropNet();

    /** Lets changes of busy time pass uncounted, to see that the counting matters. */
    void dropCounts();

    /** Takes the rule against more seats than there are out of the database. */
    default void dropSeatNet() {
        script("DROP TRIGGER event_seats_on_insert; DROP TRIGGER event_seats_on_update");
    }

    /** Lets nobody wait for anybody, to see that the waiting matters. */
    void dropLocks();

    /** Pretends that a version of the application with so many migrations was here. */
    void keepVersion(int version);

    /** Looks for damage. */
    boolean isIntact();

    /** Runs statements past the application. */
    default void script(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the first row. */
    default String answer(String query) {
        try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    static TestDatabase sqlite(Path folder) {
        return new TestDatabase() {
            @Override
            public String url() {
                return "jdbc:sqlite:" + folder.resolve("bookform.db");
            }

            @Override
            public void dropNet() {
                script("DROP TRIGGER busy_time_overlap_on_insert; DROP TRIGGER busy_time_overlap_on_update");
            }

            @Override
            public void dropCounts() {
                script("DROP TRIGGER busy_time_counts_insert; DROP TRIGGER busy_time_counts_delete; DROP TRIGGER busy_time_counts_update");
            }

            @Override
            public void dropLocks() {
                throw new UnsupportedOperationException("SQLite has one writer");
            }

            @Override
            public void keepVersion(int version) {
                script("PRAGMA user_version = " + version);
            }

            @Override
            public boolean isIntact() {
                return answer("PRAGMA integrity_check").equals("ok");
            }
        };
    }

    /** New and empty, on the PostgreSQL that all tests share. */
    static TestDatabase postgres() {
        return Postgres.shared().database();
    }
}
