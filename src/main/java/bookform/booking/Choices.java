package bookform.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client has chosen so far, in any order; it narrows what else can be chosen.
 *
 * @param services all to be done in one appointment, one after another
 * @param teamMember empty for any team member
 */
public record Choices(List<Long> services, Optional<Long> teamMember, Optional<Instant> start) {
    public static final Choices NONE = new Choices(List.of(), Optional.empty(), Optional.empty());

    public Choices {
        services = List.copyOf(services);
    }

    /** The same services with the same team member, at any time. */
    public static Choices of(Appointment appointment) {
        return new Choices(appointment.services().stream().map(Appointment.BookedService::id).toList(),
                Optional.of(appointment.teamMember().id()), Optional.empty());
    }

    public Choices withServices(List<Long> services) {
        return new Choices(services, teamMember, start);
    }

    public Choices withTeamMember(long teamMember) {
        return new Choices(services, Optional.of(teamMember), start);
    }

    public Choices withStart(Instant start) {
        return new Choices(services, teamMember, Optional.of(start));
    }
}
