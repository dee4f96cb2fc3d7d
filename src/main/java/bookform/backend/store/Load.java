package bookform.backend.store;

import bookform.telemetry.Histogram.Snapshot;

/**
 * How much the database has to do.
 *
 * @param groupSizes how many writes were committed at once
 * @param commitSeconds how long each of these commits took
 */
public record Load(int writesWaiting, Snapshot groupSizes, Snapshot commitSeconds, int readersBusy, int readers) {}
