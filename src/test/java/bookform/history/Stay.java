package bookform.history;

import bookform.backend.availability.TimeRange;

/**
 * That a booking holds some time of a team member, and when that is so: possibly from the moment on when it was asked for, certainly once
 * it was acknowledged; certainly until somebody asked for something else, possibly until that was acknowledged.
 */
record Stay(int booking, long teamMember, TimeRange time, long possiblyFrom, long certainlyFrom, long certainlyUntil, long possiblyUntil) {
    static final long NEVER = Long.MAX_VALUE;

    boolean isCertainThroughout(long begin, long end) {
        return certainlyFrom <= begin && certainlyUntil >= end;
    }

    boolean isPossibleWithin(long begin, long end) {
        return possiblyFrom < end && possiblyUntil > begin;
    }

    Stay left(long begin, long end) {
        return new Stay(booking, teamMember, time, possiblyFrom, certainlyFrom, Math.min(certainlyUntil, begin),
                Math.min(possiblyUntil, end));
    }

    boolean isCertainNow() {
        return certainlyFrom < NEVER && certainlyUntil == NEVER;
    }

    boolean isPossibleNow() {
        return possiblyUntil == NEVER;
    }
}
