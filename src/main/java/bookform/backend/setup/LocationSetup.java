package bookform.backend.setup;

import bookform.backend.setup.SlotGrid.Slots;
import bookform.booking.BookingForm;
import bookform.booking.Category;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.PriceRange;
import bookform.booking.PrivacyPolicy;
import bookform.booking.TeamMember.Rating;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything about a location that the business decides, as opposed to what clients do there. Lists are in the order to show.
 */
public record LocationSetup(Location location, Rules rules, List<Category> categories, List<Resource> resources,
        List<OfferedService> services, List<Person> teamMembers, List<BookingForm> forms, Optional<PrivacyPolicy> privacyPolicy) {
    public LocationSetup {
        categories = List.copyOf(categories);
        resources = List.copyOf(resources);
        services = List.copyOf(services);
        teamMembers = List.copyOf(teamMembers);
        forms = List.copyOf(forms);
        var known = resources.stream().map(Resource::id).collect(Collectors.toSet());
        for (var service : services) {
            if (!known.containsAll(service.resources()))
                throw new IllegalArgumentException("Service " + service.id() + " needs a resource that the location does not have");
        }
    }

    public LocationSetup withLocation(Location location) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withRules(Rules rules) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withResources(List<Resource> resources) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withServices(List<OfferedService> services) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withTeamMembers(List<Person> teamMembers) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withForms(List<BookingForm> forms) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, privacyPolicy);
    }

    public LocationSetup withPrivacyPolicy(PrivacyPolicy privacyPolicy) {
        return new LocationSetup(location, rules, categories, resources, services, teamMembers, forms, Optional.of(privacyPolicy));
    }

    /**
     * When time slots are offered.
     *
     * @param notice how long before its start a slot can still be booked
     * @param horizonDays how many days ahead, today included, can be booked
     * @param slots which starts there are
     * @param seatsPerClient how many seats of one event a client may hold
     * @param phoneCountries ISO 3166-1 alpha-2: whose phones are sent codes; empty for the location's own country
     * @param reviewLinks clients are asked how it was, after their visits
     */
    public record Rules(Duration notice, int horizonDays, SlotGrid slots, int seatsPerClient, Set<String> phoneCountries,
            boolean reviewLinks) {
        public static final Rules USUAL = new Rules(Duration.ofMinutes(30), 60, Duration.ofMinutes(15));

        public Rules {
            phoneCountries = Collections.unmodifiableSet(new TreeSet<>(phoneCountries));
        }

        /** One seat of an event for everybody, and nobody is asked how it was. */
        public Rules(Duration notice, int horizonDays, SlotGrid slots, Set<String> phoneCountries) {
            this(notice, horizonDays, slots, 1, phoneCountries, false);
        }

        /** Slots by the schedule, at all hours. */
        public Rules(Duration notice, int horizonDays, Duration step) {
            this(notice, horizonDays, SlotGrid.of(Slots.every(step)), Set.of());
        }

        /** @param own the location's own country */
        public Set<String> phoneCountries(String own) {
            return phoneCountries.isEmpty() ? Set.of(own) : phoneCountries;
        }
    }

    /**
     * A service as it is usually done; a {@link Skill} may differ.
     *
     * @param technicalBreak how long its team member and resources stay busy after the client has left
     * @param resources of each of which it needs an instance
     * @param online whether clients can book it; if not, only the business can
     * @param capacity how many seats an event of it usually has; 0 when it is booked by appointment, and there are no events of it
     */
    public record OfferedService(long id, long category, String title, PriceRange price, Duration duration, Duration technicalBreak,
            String comment, Optional<String> image, SortedSet<Long> resources, boolean online, int capacity) {
        public OfferedService {
            resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
        }

        /** One that is booked by appointment. */
        public OfferedService(long id, long category, String title, PriceRange price, Duration duration, Duration technicalBreak,
                String comment, Optional<String> image, SortedSet<Long> resources, boolean online) {
            this(id, category, title, price, duration, technicalBreak, comment, image, resources, online, 0);
        }

        /** Whether clients book seats of its events, and not the service itself. */
        public boolean isForGroups() {
            return capacity > 0;
        }
    }

    /**
     * A team member with what they can do and when they work.
     *
     * @param online whether clients can book them; if not, only the business can
     */
    public record Person(long id, String name, String specialization, String position, Optional<String> photo, Optional<Rating> rating,
            Html information, List<Skill> skills, WorkingHours hours, boolean online) {
        public Person {
            skills = List.copyOf(skills);
        }
    }

    /** A service that a team member does, at their own pace and price. */
    public record Skill(long service, Duration duration, Duration technicalBreak, PriceRange price) {}
}
