package bookform.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Two transactions on one PostgreSQL, one of them held up half-way: at a row that somebody else holds until the other transaction waits,
 * too, or is done.
 */
public final class HeldUp {
    private HeldUp() {}

    /**
     * @param row the query for it
     * @return the answers of both
     */
    public static <T> List<T> at(TestDatabase database, String row, Callable<T> heldUp, Callable<T> other) throws Exception {
        try (var connection = database.connect();
                var holder = connection.createStatement();
                var threads = Executors.newFixedThreadPool(2)) {
            connection.setAutoCommit(false);
            holder.executeQuery(row + " FOR UPDATE");
            var first = threads.submit(heldUp);
            Wait.until(() -> waiting(database) == 1);
            var second = threads.submit(other);
            Wait.until(() -> waiting(database) == 2 || second.isDone());
            connection.commit();
            return List.of(first.get(), second.get());
        }
    }

    /** How many have waited in a circle, until the server gave one of them up. Counted when all have left: not before do they say so. */
    public static long circles(TestDatabase database) throws Exception {
        Wait.until(() -> count(database, "application_name = 'bookform'") == 0);
        return Long.parseLong(database.answer("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    private static long waiting(TestDatabase database) {
        return count(database, "wait_event_type = 'Lock'");
    }

    private static long count(TestDatabase database, String which) {
        return Long.parseLong(database.answer("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND " + which));
    }
}
