package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.booking.TeamMember.Rating;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the team members into a file: of their skills and hours only what differs from what is usual. */
final class TeamWriter {
    private final Map<Long, OfferedService> services;
    private final List<Person> team;

    TeamWriter(LocationSetup setup) {
        services = setup.services().stream().collect(Collectors.toMap(OfferedService::id, Function.identity()));
        team = setup.teamMembers();
    }

    /** The week that the whole team shares; empty when it does not. */
    Optional<Map<String, Object>> sharedWeek() {
        var weeks = team.stream().map(person -> person.hours().week()).distinct().toList();
        return weeks.size() == 1 && team.size() > 1 ? Optional.of(HoursPart.writeWeek(weeks.getFirst())) : Optional.empty();
    }

    List<Map<String, Object>> write() {
        return team.stream().map(this::write).toList();
    }

    private Map<String, Object> write(Person person) {
        var hours = person.hours();
        return new WrittenFields()
                .put("id", person.id())
                .put("name", person.name())
                .put("specialization", person.specialization(), "")
                .put("position", person.position(), "")
                .put("photo", person.photo())
                .put("rating", person.rating().map(TeamWriter::write))
                .put("information", person.information().source(), "")
                .put("services", person.skills().stream().map(this::write).toList())
                .put("hours", sharedWeek().isPresent() ? Optional.empty() : Optional.of(HoursPart.writeWeek(hours.week())))
                .put("days", HoursPart.writeDays(hours.days()), Map.of())
                .put("online", person.online(), true)
                .map();
    }

    private static Map<String, Object> write(Rating rating) {
        return new WrittenFields().put("stars", rating.stars()).put("votes", rating.votes()).map();
    }

    private Object write(Skill skill) {
        var service = services.get(skill.service());
        var differs = new WrittenFields()
                .put("service", skill.service())
                .put("duration", skill.duration().toMinutes(), service.duration().toMinutes())
                .put("technicalBreak", skill.technicalBreak().toMinutes(), service.technicalBreak().toMinutes())
                .put("price", Prices.write(skill.price()), Prices.write(service.price()))
                .map();
        return differs.size() == 1 ? skill.service() : differs;
    }
}
