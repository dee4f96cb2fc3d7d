package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.booking.Html;
import bookform.booking.TeamMember.Rating;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The team members in a file, with what they can do and when they work. */
final class TeamPart {
    private static final int MOST_VOTES = 1_000_000_000;
    private static final List<Stretch> USUAL_DAY = List.of(
            new Stretch(LocalTime.of(9, 0), LocalTime.of(14, 30)), new Stretch(LocalTime.of(15, 0), LocalTime.of(18, 0)));

    private final ServicesPart services;
    private final Currency currency;
    private final LocalDate today;
    private final Optional<Map<DayOfWeek, List<Stretch>>> usualWeek;
    private final Ids ids = new Ids("team member");
    private final List<Person> team = new ArrayList<>();

    private TeamPart(ServicesPart services, Currency currency, LocalDate today, Optional<Map<DayOfWeek, List<Stretch>>> usualWeek) {
        this.services = services;
        this.currency = currency;
        this.today = today;
        this.usualWeek = usualWeek;
    }

    static TeamPart read(Fields root, ServicesPart services, Currency currency, LocalDate today) {
        var part = new TeamPart(services, currency, today, root.find("hours").map(HoursPart::readWeek));
        root.require("teamMembers").flatMap(Node::list).orElse(List.of())
                .forEach(node -> node.object().ifPresent(part::readPerson));
        return part;
    }

    List<Person> people() {
        return team;
    }

    /** A team member whom another part of the file names. */
    Optional<Person> refer(Node node) {
        return ids.refer(node).flatMap(id -> team.stream().filter(person -> person.id() == id).findFirst());
    }

    private void readPerson(Fields fields) {
        var id = ids.add(fields);
        var person = new Person(id.orElse(0L), fields.title("name", "title"), fields.text("specialization"), fields.text("position"),
                fields.picture("photo"), fields.find("rating").flatMap(Node::object).map(TeamPart::rating),
                new Html(fields.text("information")), skills(fields), hours(fields),
                fields.truth("online", true));
        if (id.isPresent()) team.add(person);
        fields.end();
    }

    private static Rating rating(Fields fields) {
        var stars = fields.number("stars", 1, 5);
        var votes = fields.require("votes").flatMap(node -> node.whole(1, MOST_VOTES, "")).map(Math::toIntExact).orElse(0);
        fields.end();
        return new Rating(stars, votes);
    }

    private List<Skill> skills(Fields fields) {
        var listed = fields.find("services");
        if (listed.isEmpty()) return services.services().stream().map(TeamPart::usual).toList();
        var skills = new ArrayList<Skill>();
        var seen = new HashSet<Long>();
        for (var node : listed.flatMap(Node::list).orElse(List.of())) {
            skill(node).ifPresent(skill -> {
                if (!seen.add(skill.service())) node.wrong("service " + skill.service() + " is there already");
                skills.add(skill);
            });
        }
        return skills;
    }

    private Optional<Skill> skill(Node node) {
        if (node.kind() != Node.Kind.OBJECT) return services.refer(node).map(TeamPart::usual);
        var fields = new Fields(node);
        var service = fields.require("service").flatMap(services::refer);
        var duration = fields.find("duration").flatMap(ServicesPart::duration);
        var technicalBreak = ServicesPart.technicalBreak(fields);
        var price = fields.find("price").flatMap(value -> Prices.read(value, currency));
        fields.end();
        return service.map(offered -> new Skill(offered.id(), duration.orElse(offered.duration()),
                technicalBreak.orElse(offered.technicalBreak()), price.orElse(offered.price())));
    }

    private static Skill usual(OfferedService service) {
        return new Skill(service.id(), service.duration(), service.technicalBreak(), service.price());
    }

    private WorkingHours hours(Fields fields) {
        var week = fields.find("hours").map(HoursPart::readWeek).or(() -> usualWeek).orElseGet(() -> {
            fields.findings().note("hours are not given: everybody works 09:00-14:30 and 15:00-18:00 every day");
            return everyDay();
        });
        return new WorkingHours(week, fields.find("days").map(node -> HoursPart.readDays(node, today)).orElseGet(TreeMap::new));
    }

    private static Map<DayOfWeek, List<Stretch>> everyDay() {
        var week = new LinkedHashMap<DayOfWeek, List<Stretch>>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, USUAL_DAY));
        return week;
    }
}
