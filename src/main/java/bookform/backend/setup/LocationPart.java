package bookform.backend.setup;

import bookform.backend.setup.LocationSetup.Rules;
import bookform.booking.Chain;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.Location.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The location itself, and the rules for its time slots, in a file. */
final class LocationPart {
    private static final String USUAL_ZONE = "UTC";
    private static final String USUAL_COUNTRY = "LT";
    private static final String USUAL_CURRENCY = "EUR";
    private static final int MOST_HOURS = 10_000;
    private static final int MOST_SEATS = 255;

    private final Fields fields;

    private LocationPart(Fields fields) {
        this.fields = fields;
    }

    /** @param title what it is called if the file does not say */
    static Location read(Fields fields, String title, Destination destination) {
        var location = new LocationPart(fields).read(title, destination);
        fields.end();
        return location;
    }

    static Rules readRules(Fields fields, LocalDate today) {
        var usual = Rules.USUAL;
        var rules = new Rules(
                fields.find("notice").flatMap(node -> node.minutes(0, 60 * 24 * 60)).map(Duration::ofMinutes).orElse(usual.notice()),
                fields.whole("horizonDays", 1, 730, usual.horizonDays()),
                SlotsPart.read(fields, usual.slots().usual(), today),
                fields.whole("seatsPerClient", 1, MOST_SEATS, usual.seatsPerClient()),
                phoneCountries(fields), fields.truth("reviewLinks", usual.reviewLinks()));
        fields.end();
        return rules;
    }

    private static Set<String> phoneCountries(Fields fields) {
        var known = Set.of(Locale.getISOCountries());
        return fields.list("phoneCountries").stream().flatMap(node -> node.text().stream().filter(country -> {
            if (!known.contains(country)) node.wrong(node.quoted() + " is no country; say it in two letters, such as LT");
            return known.contains(country);
        })).collect(Collectors.toSet());
    }

    static Map<String, Object> write(Location location) {
        return new WrittenFields()
                .put("id", location.id())
                .put("title", location.title())
                .put("address", location.address(), "")
                .put("city", location.city(), "")
                .put("phone", location.phone(), "")
                .put("zone", location.zone().getId())
                .put("country", location.country())
                .put("currency", location.currency().getCurrencyCode())
                .put("latitude", location.coordinates().map(Coordinates::latitude))
                .put("longitude", location.coordinates().map(Coordinates::longitude))
                .put("description", location.description().source(), "")
                .put("logo", location.logo())
                .put("cancelUntil", limit(location.cancellation()), BigDecimal.ZERO)
                .put("moveUntil", limit(location.moving()), limit(location.cancellation()))
                .put("email", Fields.word(location.email()), Fields.word(Asked.OPTIONAL))
                .put("anyTeamMember", location.anyTeamMember(), true)
                .put("smsReminderHours", location.smsReminderHours(), 0)
                .put("chain",
                        location.chain().map(chain -> new WrittenFields().put("id", chain.id()).put("title", chain.title(), "").map()))
                .map();
    }

    static Map<String, Object> writeRules(Rules rules) {
        return new WrittenFields()
                .put("notice", rules.notice().toMinutes(), Rules.USUAL.notice().toMinutes())
                .put("horizonDays", rules.horizonDays(), Rules.USUAL.horizonDays())
                .put("step", rules.slots().usual().step().toMinutes(), Rules.USUAL.slots().usual().step().toMinutes())
                .put("slots", SlotsPart.write(rules.slots()), Map.of())
                .put("seatsPerClient", rules.seatsPerClient(), Rules.USUAL.seatsPerClient())
                .put("phoneCountries", List.copyOf(rules.phoneCountries()), List.of())
                .put("reviewLinks", rules.reviewLinks(), Rules.USUAL.reviewLinks())
                .map();
    }

    private Location read(String title, Destination destination) {
        var cancellation = limit("cancelUntil", Optional.of(Duration.ZERO));
        return new Location(
                assumed("id", fields.find("id").flatMap(Ids::read), destination.nextLocation()),
                assumed("title", fields.find("title", "name").flatMap(Node::text).filter(text -> !text.isEmpty()), title),
                fields.text("address"),
                fields.text("city"),
                fields.text("phone"),
                ZoneId.of(code("zone", ZoneId.getAvailableZoneIds(), Function.identity(), USUAL_ZONE)),
                code("country", Set.of(Locale.getISOCountries()), upperCase(), USUAL_COUNTRY),
                Currency.getInstance(code("currency", currencies(), upperCase(), USUAL_CURRENCY)),
                coordinates(),
                new Html(fields.text("description")),
                fields.picture("logo"),
                cancellation,
                limit("moveUntil", cancellation),
                fields.oneOf("email", Fields.words(Asked.values()), Asked.OPTIONAL),
                fields.truth("anyTeamMember", true),
                fields.whole("smsReminderHours", 0, 7 * 24, 0),
                fields.find("chain").flatMap(Node::object).flatMap(LocationPart::chain));
    }

    private static Optional<Chain> chain(Fields fields) {
        var chain = fields.require("id").flatMap(Ids::read).map(id -> new Chain(id, fields.title("title", "name")));
        fields.end();
        return chain;
    }

    private <T> T assumed(String key, Optional<T> value, T usual) {
        if (fields.find(key).isEmpty() && value.isEmpty()) fields.findings().note("location." + key + " is not given: " + usual);
        return value.orElse(usual);
    }

    /** One of the codes that the JDK knows for something. */
    private String code(String key, Set<String> known, Function<String, String> canonical, String usual) {
        return assumed(key, fields.find(key).flatMap(node -> node.text().map(canonical).filter(code -> {
            if (!known.contains(code)) {
                var meant = Spelling.nearest(code, new TreeSet<>(known)).map(name -> "; did you mean " + name + "?").orElse("");
                node.wrong(node.quoted() + " is not a known " + key + meant);
            }
            return known.contains(code);
        })), usual);
    }

    private Optional<Coordinates> coordinates() {
        var places = fields.find("latitude").isPresent() | fields.find("longitude").isPresent();
        return places ? Optional.of(new Coordinates(fields.number("latitude", -90, 90), fields.number("longitude", -180, 180)))
                : Optional.empty();
    }

    /**
     * Hours before the start, {@code false} for not at all.
     *
     * @param usual where the file does not say
     */
    private Optional<Duration> limit(String key, Optional<Duration> usual) {
        var limit = fields.find(key);
        if (limit.isPresent() && limit.get().isOff()) return Optional.empty();
        return limit.flatMap(node -> node.number(BigDecimal.ZERO, BigDecimal.valueOf(MOST_HOURS), " hours, or false"))
                .map(hours -> Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue())).or(() -> usual);
    }

    private static Object limit(Optional<Duration> limit) {
        return limit.<Object>map(LocationPart::hours).orElse(false);
    }

    private static BigDecimal hours(Duration duration) {
        var hours = BigDecimal.valueOf(duration.toMinutes()).divide(BigDecimal.valueOf(60), 4, RoundingMode.UP).stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    private static Set<String> currencies() {
        return Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());
    }

    private static Function<String, String> upperCase() {
        return text -> text.toUpperCase(Locale.ROOT);
    }
}
