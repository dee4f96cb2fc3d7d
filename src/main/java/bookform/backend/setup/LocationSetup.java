package bookform.backend.setup;

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
import java.util.TreeSet;

/**
 * Everything about a location that the business decides, as opposed to what clients do there. Lists are in the order to show.
 */
public record LocationSetup(Location location, Rules rules, List<Category> categories, List<OfferedService> services,
        List<Person> teamMembers, List<BookingForm> forms, Optional<PrivacyPolicy> privacyPolicy) {
    public LocationSetup {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
        teamMembers = List.copyOf(teamMembers);
        forms = List.copyOf(forms);
    }

    /**
     * When time slots are offered.
     *
     * @param notice how long before its start a slot can still be booked
     * @param horizonDays how many days ahead, today included, can be booked
     * @param step starts are whole steps apart, counted from the start of each stretch of working time
     * @param phoneCountries ISO 3166-1 alpha-2: whose phones are sent codes; empty for the location's own country
     */
    public record Rules(Duration notice, int horizonDays, Duration step, Set<String> phoneCountries) {
        public static final Rules USUAL = new Rules(Duration.ofMinutes(30), 60, Duration.ofMinutes(15));

        public Rules {
            phoneCountries = Collections.unmodifiableSet(new TreeSet<>(phoneCountries));
        }

        public Rules(Duration notice, int horizonDays, Duration step) {
            this(notice, horizonDays, step, Set.of());
        }

        /** @param own the location's own country */
        public Set<String> phoneCountries(String own) {
            return phoneCountries.isEmpty() ? Set.of(own) : phoneCountries;
        }
    }

    /** A service as it is usually done; a {@link Skill} may differ. */
    public record OfferedService(long id, long category, String title, PriceRange price, Duration duration, String comment,
            Optional<String> image) {}

    /** A team member with what they can do and when they work. */
    public record Person(long id, String name, String specialization, String position, Optional<String> photo, Optional<Rating> rating,
            Html information, List<Skill> skills, WorkingHours hours) {
        public Person {
            skills = List.copyOf(skills);
        }
    }

    /** A service that a team member does, at their own pace and price. */
    public record Skill(long service, Duration duration, PriceRange price) {}
}
