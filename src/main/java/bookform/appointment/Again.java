package bookform.appointment;

import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.BookingApi;
import bookform.booking.Choices;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same once more: the way into the wizard with what of an appointment can still be booked. */
public final class Again {
    private final BookingApi api;

    public Again(BookingApi api) {
        this.api = api;
    }

    /**
     * As the wizard's address takes it: the services and the team member; where that person does none of them any more, the services
     * that anybody does. Empty when nothing is left.
     */
    public String query(Appointment appointment) {
        var location = appointment.location().id();
        var booked = appointment.services().stream().map(BookedService::id).toList();
        var member = Optional.of(appointment.teamMember().id()).filter(id -> api.findTeamMember(location, id).isPresent());
        var withMember = member.isPresent() ? offered(location, booked, member) : List.<Long>of();
        var services = withMember.isEmpty() ? offered(location, booked, Optional.empty()) : withMember;
        return Stream.concat(services.stream().map(id -> "service=" + id),
                withMember.isEmpty() ? Stream.empty() : member.stream().map(id -> "teamMember=" + id)).collect(Collectors.joining("&"));
    }

    private List<Long> offered(long location, List<Long> services, Optional<Long> teamMember) {
        var menu = api.services(location, new Choices(List.of(), teamMember, Optional.empty()));
        return services.stream().distinct().filter(id -> menu.find(id).isPresent()).toList();
    }
}
