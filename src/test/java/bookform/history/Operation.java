package bookform.history;

import bookform.backend.availability.TimeRange;

/**
 * What a client asked for, and what they were told.
 *
 * @param booking its number: a booking, and every change of it, which come one after the other
 * @param time what was asked for; for {@link Kind#CANCEL} of no interest
 * @param begin when it was sent, in nanoseconds
 * @param end when the answer was there, or nobody waited for it any longer
 */
record Operation(int booking, Kind kind, long teamMember, TimeRange time, long begin, long end, Outcome outcome) {
    enum Kind {
        BOOK, MOVE, CANCEL
    }

    enum Outcome {
        DONE, REFUSED,
        /** No answer, or one that leaves it open: it may have been done, or be done later. */
        UNKNOWN
    }
}
