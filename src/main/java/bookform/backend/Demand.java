package bookform.backend;

import bookform.backend.availability.TimeRange;
import bookform.backend.setup.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an appointment asks for, with one team member.
 *
 * @param length the client's time, and what they are told
 * @param technicalBreak how long team member and resources stay busy after that. It is working time, too: nobody is offered an appointment
 *        whose break reaches into lunch. After several services there is one break, the longest of theirs
 * @param resources of each of which it takes an instance
 */
record Demand(Duration length, Duration technicalBreak, List<Resource> resources) {
    /** How long team member and resources are busy. */
    Duration busy() {
        return length.plus(technicalBreak);
    }

    TimeRange clientFrom(Instant start) {
        return TimeRange.of(start, length);
    }

    TimeRange busyFrom(Instant start) {
        return TimeRange.of(start, busy());
    }
}
