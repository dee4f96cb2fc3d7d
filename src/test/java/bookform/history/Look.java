package bookform.history;

import java.time.Instant;
import java.util.Set;

/**
 * What a client was shown of a team member's day.
 *
 * @param offered every start that is offered on that day when nothing is booked
 * @param free those that were offered now
 * @param begin when it was asked for, in nanoseconds
 */
record Look(long teamMember, Set<Instant> offered, Set<Instant> free, long begin, long end) {}
