package bookform.altegio;

import bookform.altegio.wire.Company.Details;
import bookform.altegio.wire.Country;
import bookform.altegio.wire.PrivacyPolicyText;
import bookform.booking.ChainLocation;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.PrivacyPolicy;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a business is: its locations, and what each has to say first (altegio-api.md §2.3, §6.2). */
final class Locations {
    private static final int MOST = 300;

    private final Upstream upstream;
    private final Memory memory;

    Locations(Upstream upstream, Memory memory) {
        this.upstream = upstream;
        this.memory = memory;
    }

    /**
     * What is known of one.
     *
     * @param seatsPerClient of one group event
     * @param groups whether seats of group events are booked there, as the location has set it up
     */
    private record Known(Location place, int seatsPerClient, boolean groups) {}

    Optional<Location> find(long location) {
        return known(location).map(Known::place);
    }

    /** Seats of one group event that a client may hold; 1 where the location does not say. */
    int seatsPerClient(long location) {
        return known(location).map(Known::seatsPerClient).orElse(1);
    }

    /** Whether seats of group events are booked there. */
    boolean isForGroups(long location) {
        return known(location).map(Known::groups).orElse(false);
    }

    private Optional<Known> known(long location) {
        var call = Call.get("company", location).query("forBooking", 1);
        return memory.get(Lifetime.LOCATION, location, call, () -> upstream.find(call, JsonNode.class).map(found -> {
            var place = Places.of(call, found, this::countries);
            if (place.id() != location) throw new Fault(Fault.Kind.GARBLED, call);
            return new Known(place, Math.max(1, found.path("activity_online_record_clients_count_max").asInt(1)),
                    found.path("record_type_id").asInt(Details.INDIVIDUAL) != Details.INDIVIDUAL);
        }));
    }

    /** Kept as long as the next free day of team members is: the next free slot, too, only hints at where to look. */
    List<ChainLocation> ofChain(long chain) {
        var call = Call.get("companies").query("group_id", chain).query("active", 1).query("forBooking", 1).query("count", MOST);
        return memory.get(Lifetime.TEAM, 0, call,
                () -> upstream.list(call, JsonNode.class).stream().map(found -> Places.ofChain(call, found)).toList());
    }

    Optional<PrivacyPolicy> findPrivacyPolicy(long location) {
        var call = Call.get("privacy_policy", location);
        return memory.get(Lifetime.LOCATION, location, call, () -> upstream.find(call, PrivacyPolicyText.class)
                .flatMap(found -> Optional.ofNullable(found.agreement())).map(agreement -> new Html(agreement.content()))
                .filter(text -> !text.isBlank()).map(PrivacyPolicy::new));
    }

    private List<Country> countries() {
        var call = Call.get("countries");
        return memory.get(Lifetime.DICTIONARY, 0, call, () -> upstream.list(call, Country.class));
    }
}
