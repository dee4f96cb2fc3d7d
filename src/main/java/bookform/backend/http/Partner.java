package bookform.backend.http;

import bookform.backend.store.TokenTable.StoredToken;
import java.util.Set;

/**
 * Whoever holds a partner token.
 *
 * @param id of the token
 * @param perMinute calls; 0 for no limit
 * @param perSecond calls; 0 for no limit
 * @param locations that it may speak of; empty for all
 */
record Partner(long id, int perMinute, int perSecond, Set<Long> locations) {
    /** Everything, without limits: in demo mode only. */
    static final Partner DEMO = new Partner(0, 0, 0, Set.of());

    static Partner of(StoredToken stored) {
        return new Partner(stored.id(), stored.token().perMinute(), stored.token().perSecond(), stored.token().locations());
    }

    boolean maySee(long location) {
        return locations.isEmpty() || locations.contains(location);
    }
}
