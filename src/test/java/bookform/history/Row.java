package bookform.history;

import bookform.backend.availability.TimeRange;

/** An appointment as it is in the database in the end. @param booking its number; 0 when it is of no client of ours */
record Row(int booking, long teamMember, TimeRange time, boolean cancelled) {}
