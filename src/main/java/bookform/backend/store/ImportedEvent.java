package bookform.backend.store;

import java.time.Instant;
import java.util.List;

/**
 * A group event on its way between systems.
 *
 * @param resourceInstances those that it takes
 * @param cancelled it was called off: it takes no time, and nobody holds seats of it
 * @param reference its name, unique within the location; who brings it in again changes it
 */
public record ImportedEvent(long service, long teamMember, Instant start, Instant end, int capacity, String instructions,
        List<Long> resourceInstances, boolean cancelled, String reference) {
    public ImportedEvent {
        resourceInstances = List.copyOf(resourceInstances);
    }

    /** For people to read. */
    @Override
    public String toString() {
        return "event " + reference + " with team member " + teamMember + ", " + start + "–" + end;
    }
}
