package bookform.backend;

import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.Resource;
import bookform.backend.setup.Resource.Instance;
import bookform.backend.setup.SlotGrid;
import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours;
import bookform.backend.setup.WorkingHours.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A set-up in which one thing is different. */
record DemoVariation(LocationSetup setup) {
    static final long ROOM = 7;
    static final long FIRST_INSTANCE = 70;

    /** One more resource, with so many instances, numbered from 70 on; each of the services needs one of them. */
    DemoVariation rooms(int instances, Long... services) {
        var room = new Resource(ROOM, "Room", LongStream.range(FIRST_INSTANCE, FIRST_INSTANCE + instances)
                .mapToObj(id -> new Instance(id, "Room " + id)).toList());
        return new DemoVariation(setup.withResources(List.of(setup.resources().getFirst(), room)))
                .services(service -> {
                    var needs = new TreeSet<>(service.resources());
                    if (List.of(services).contains(service.id())) needs.add(ROOM);
                    return new OfferedService(service.id(), service.category(), service.title(), service.price(), service.duration(),
                            service.technicalBreak(), service.comment(), service.image(), needs, service.online());
                });
    }

    DemoVariation technicalBreak(long teamMember, long service, int minutes) {
        return people(person -> person.id() != teamMember ? person
                : with(person, person.skills().stream().map(skill -> skill.service() != service ? skill
                        : new Skill(service, skill.duration(), Duration.ofMinutes(minutes), skill.price())).toList(), person.hours(),
                        person.online()));
    }

    DemoVariation closedService(long id) {
        return services(service -> service.id() != id ? service
                : new OfferedService(id, service.category(), service.title(), service.price(), service.duration(), service.technicalBreak(),
                        service.comment(), service.image(), service.resources(), false));
    }

    DemoVariation closedTeamMember(long id) {
        return people(person -> person.id() != id ? person : with(person, person.skills(), person.hours(), false));
    }

    DemoVariation hours(Stretch... everyDay) {
        var week = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(everyDay)));
        return people(person -> with(person, person.skills(), new WorkingHours(week, new TreeMap<>()), person.online()));
    }

    DemoVariation slots(Slots slots) {
        var rules = setup.rules();
        return new DemoVariation(
                setup.withRules(new Rules(rules.notice(), rules.horizonDays(), SlotGrid.of(slots), rules.phoneCountries())));
    }

    /** Whoever sees the store through this has it from then on. */
    void at(DemoBackend backend) {
        backend.store().locations().replace(setup);
    }

    private DemoVariation services(UnaryOperator<OfferedService> change) {
        return new DemoVariation(setup.withServices(setup.services().stream().map(change).toList()));
    }

    private DemoVariation people(UnaryOperator<Person> change) {
        return new DemoVariation(setup.withTeamMembers(setup.teamMembers().stream().map(change).toList()));
    }

    private static Person with(Person person, List<Skill> skills, WorkingHours hours, boolean online) {
        return new Person(person.id(), person.name(), person.specialization(), person.position(), Optional.empty(), person.rating(),
                person.information(), skills, hours, online);
    }
}
