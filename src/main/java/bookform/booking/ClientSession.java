package bookform.booking;

import java.time.Instant;

/**
 * One sign-in that has not ended.
 *
 * @param lastUsed to within some minutes
 * @param current it is the one that asks
 */
public record ClientSession(long id, Instant since, Instant lastUsed, boolean current) {}
