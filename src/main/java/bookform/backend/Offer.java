package bookform.backend;

import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.Resource;
import bookform.booking.BookingForm;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.PriceRange;
import bookform.booking.ServiceMenu;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a location offers to clients by appointment: its set-up, and quick answers about who does what. Services and team members that
 * are closed to online booking are not offered, and services for groups are not here. Never changes; a new set-up makes a new offer.
 */
final class Offer {
    private static final int MENUS = 100;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final LocationSetup setup;
    private final Map<Long, OfferedService> services;
    private final Map<Long, Person> team;
    private final Map<Long, Resource> resources;
    private final Map<Long, Map<Long, Skill>> skills = new HashMap<>();
    private final Cache<Choices, ServiceMenu> menus = Caffeine.newBuilder().maximumSize(MENUS).build();

    Offer(LocationSetup setup) {
        this.setup = setup;
        this.services = byId(setup.services().stream().filter(service -> service.online() && !service.isForGroups()), OfferedService::id);
        this.team = byId(setup.teamMembers().stream().filter(Person::online), Person::id);
        this.resources = byId(setup.resources().stream(), Resource::id);
        for (var person : team.values()) {
            skills.put(person.id(), person.skills().stream().filter(skill -> services.containsKey(skill.service()))
                    .collect(Collectors.toMap(Skill::service, Function.identity())));
        }
    }

    LocationSetup setup() {
        return setup;
    }

    /** In the order to show. */
    Collection<OfferedService> services() {
        return services.values();
    }

    /** What can be chosen, made once for choices without a start: those depend on nothing but the set-up. */
    ServiceMenu menu(Choices choices, Function<Choices, ServiceMenu> make) {
        return choices.start().isPresent() ? make.apply(choices) : menus.get(choices, make);
    }

    Location location() {
        return setup.location();
    }

    Optional<BookingForm> form(long id) {
        return setup.forms().stream().filter(form -> form.id() == id).findFirst();
    }

    /** Whether a form of its chain asks for a code here: as the location's own first form does. The REST API says the same. */
    boolean asksForCode() {
        return setup.forms().stream().findFirst().filter(BookingForm::phoneConfirmation).isPresent();
    }

    Optional<Person> person(long id) {
        return Optional.ofNullable(team.get(id));
    }

    /** The one team member, or all, as far as they do all of the services; best first. */
    List<Person> whoDo(Collection<Long> services, Optional<Long> teamMember) {
        var candidates = teamMember.isPresent() ? person(teamMember.get()).stream().toList() : team.values();
        return candidates.stream().filter(person -> does(person, services)).toList();
    }

    boolean does(Person person, Collection<Long> services) {
        return skills.get(person.id()).keySet().containsAll(services);
    }

    boolean hasSkills(Person person) {
        return !skills.get(person.id()).isEmpty();
    }

    /** As this person does it; null when they do not. */
    Skill skill(Person person, long service) {
        return skills.get(person.id()).get(service);
    }

    String title(long service) {
        return services.get(service).title();
    }

    /**
     * What it takes this person to do all of them, one after another; without services, what the shortest that they do takes, wherever it
     * is done. Empty when they do not do it.
     */
    Optional<Demand> demand(Person person, Collection<Long> services) {
        if (services.isEmpty()) {
            return skills.get(person.id()).values().stream().min(Comparator.comparing(Skill::duration))
                    .map(shortest -> new Demand(shortest.duration(), shortest.technicalBreak(), List.of()));
        } else if (does(person, services)) {
            var done = services.stream().map(service -> skill(person, service)).toList();
            return Optional.of(new Demand(done.stream().map(Skill::duration).reduce(Duration.ZERO, Duration::plus),
                    done.stream().map(Skill::technicalBreak).max(Comparator.naturalOrder()).orElseThrow(), resources(services)));
        } else {
            return Optional.empty();
        }
    }

    /** What these services need, each once. */
    List<Resource> resources(Collection<Long> services) {
        if (resources.isEmpty()) return List.of();
        return services.stream().flatMap(service -> Stream.ofNullable(this.services.get(service)))
                .flatMap(service -> service.resources().stream()).distinct().map(resources::get).toList();
    }

    /** The resources that have these instances, as far as they are still there. */
    List<Resource> resourcesOf(Collection<Long> instances) {
        return setup.resources().stream()
                .filter(resource -> resource.instances().stream().anyMatch(instance -> instances.contains(instance.id()))).toList();
    }

    /** From the cheapest to the dearest of those who do it; empty when nobody does. */
    Optional<PriceRange> price(long service, List<Person> people) {
        var prices = people.stream().flatMap(person -> Stream.ofNullable(skill(person, service))).map(Skill::price).toList();
        if (prices.isEmpty()) return Optional.empty();
        return Optional.of(new PriceRange(
                prices.stream().map(PriceRange::min).min(Comparator.naturalOrder()).orElseThrow(),
                prices.stream().map(PriceRange::max).max(Money::compareTo).orElseThrow()));
    }

    /** In the location's calendar. Instants come from outside: those that are too far for any calendar count as 1970 or 9999. */
    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(isOnCalendar(instant) ? instant : instant.isBefore(FIRST) ? FIRST : LAST, location().zone());
    }

    static boolean isOnCalendar(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(location().zone()).toInstant();
    }

    private static <T> Map<Long, T> byId(Stream<T> all, Function<T, Long> id) {
        return all.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
