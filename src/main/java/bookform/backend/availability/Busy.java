package bookform.backend.availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * When team members and instances of resources are busy, whatever keeps them so. Everybody's ranges are in order and do not overlap; those
 * who are missing have nothing to do.
 */
public record Busy(Map<Long, List<TimeRange>> teamMembers, Map<Long, List<TimeRange>> resourceInstances) {
    public static final Busy NOTHING = new Busy(Map.of(), Map.of());

    public List<TimeRange> ofTeamMember(long id) {
        return teamMembers.getOrDefault(id, List.of());
    }

    public List<TimeRange> ofResourceInstance(long id) {
        return resourceInstances.getOrDefault(id, List.of());
    }

    /** With a time that one team member and some instances are going to be busy, which they must not be yet. */
    public Busy with(long teamMember, Collection<Long> instances, TimeRange time) {
        return changed(teamMember, instances, ranges -> {
            ranges.add(time);
            ranges.sort(Comparator.comparing(TimeRange::from));
        });
    }

    /** Without a time that one team member and some instances are busy. */
    public Busy without(long teamMember, Collection<Long> instances, TimeRange time) {
        return changed(teamMember, instances, ranges -> ranges.remove(time));
    }

    /** With what another one says of those whom both speak of. */
    public Busy over(Busy older) {
        return new Busy(over(teamMembers, older.teamMembers), over(resourceInstances, older.resourceInstances));
    }

    private static Map<Long, List<TimeRange>> over(Map<Long, List<TimeRange>> newer, Map<Long, List<TimeRange>> older) {
        if (newer.isEmpty()) return older;
        var both = new HashMap<>(older);
        both.putAll(newer);
        return both;
    }

    private Busy changed(long teamMember, Collection<Long> instances, Consumer<List<TimeRange>> change) {
        var members = new HashMap<>(teamMembers);
        var resources = new HashMap<>(resourceInstances);
        members.put(teamMember, changed(ofTeamMember(teamMember), change));
        instances.forEach(instance -> resources.put(instance, changed(ofResourceInstance(instance), change)));
        return new Busy(members, resources);
    }

    private static List<TimeRange> changed(List<TimeRange> ranges, Consumer<List<TimeRange>> change) {
        var copy = new ArrayList<>(ranges);
        change.accept(copy);
        return copy;
    }
}
