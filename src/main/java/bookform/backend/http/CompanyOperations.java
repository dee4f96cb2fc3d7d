package bookform.backend.http;

import bookform.altegio.wire.Company;
import bookform.altegio.wire.Company.Group;
import bookform.altegio.wire.Country.City;
import bookform.altegio.wire.WireTime;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.LocationList.Named;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.Location.Coordinates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The locations themselves (altegio-api.md §6.2). */
final class CompanyOperations {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 300;

    private final BookingApi api;
    private final Store store;
    private final Clock clock;

    CompanyOperations(BookingApi api, Store store, Clock clock) {
        this.api = api;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Those that the partner may see, in two queries, and with {@code forBooking} a look at the calendar of each. No
     * location says what business it is, so asking for one finds nothing.
     */
    Answer list(Call call) {
        if (isNonZero(call, "business_type_id") || isNonZero(call, "business_group_id")
                || call.query("active").filter("0"::equals).isPresent())
            return Answer.of(List.of());
        var count = Math.clamp(call.number("count").orElse((long) USUAL_PAGE), 1, LARGEST_PAGE);
        var page = seen(call).filter(wanted(call)).map(Named::id)
                .skip(Math.clamp(call.number("page").orElse(1L) - 1, 0, Integer.MAX_VALUE) * (long) count).limit(count).toList();
        return Answer.of(store.read(tables -> tables.locationList().find(page)).stream()
                .map(listed -> company(call, listed.location(), listed.onlineTeamMembers(), listed.phoneConfirmation())).toList());
    }

    Answer show(Call call) {
        var id = call.location().id();
        var setup = store.locations().find(id).orElseThrow(Refusal::notFound);
        return Answer.of(details(call, setup, form(call, setup)));
    }

    /** Those that have a location which the partner may see, by name; that of a location that is asked about, whatever the country. */
    Answer cities(Call call) {
        var country = call.number("country_id").filter(id -> id != 0);
        var location = call.number("company_id").or(() -> call.number("salon_id"));
        var cities = new TreeMap<Long, City>(); // whatever the case they were written in, the first one's
        seen(call).filter(named -> !named.city().isBlank())
                .filter(named -> country.isEmpty() || country.get() == Countries.id(named.country())
                        || location.filter(id -> id == named.id()).isPresent())
                .map(named -> Cities.of(named.country(), named.city())).forEach(city -> cities.putIfAbsent(city.id(), city));
        return Answer.of(cities.values().stream().sorted(Comparator.comparing(City::title)).toList());
    }

    private Stream<Named> seen(Call call) {
        return store.read(tables -> tables.locationList().names()).stream().filter(named -> call.partner().maySee(named.id()));
    }

    private static Predicate<Named> wanted(Call call) {
        var id = call.number("id");
        var chain = call.number("group_id").filter(number -> number != 0);
        var city = call.number("city_id").filter(number -> number != 0);
        var title = lower(call.query("title").orElse(""));
        return named -> (id.isEmpty() || id.get() == named.id())
                && (chain.isEmpty() || chain.get() == named.chain())
                && (city.isEmpty() || city.get() == Cities.id(named.country(), named.city())) && lower(named.title()).contains(title);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isNonZero(Call call, String name) {
        return call.number(name).filter(number -> number != 0).isPresent();
    }

    /** The one that is asked about, or the location's first, which speaks for the forms of its chain as well. */
    private static Optional<BookingForm> form(Call call, LocationSetup setup) {
        var asked = call.number("bookform_id");
        return setup.forms().stream().filter(form -> form.chain().isEmpty() && asked.filter(id -> id == form.id()).isPresent()).findFirst()
                .or(() -> setup.forms().stream().findFirst());
    }

    private Company company(Call call, Location location, int onlineTeamMembers, boolean phoneConfirmation) {
        var reminder = location.smsReminderHours();
        return new Company(location.id(), location.title(), location.title(), "", location.logo().map(call::absolute).orElse(""), 1,
                Phones.shown(location), List.of(Phones.shown(location)), "", Countries.id(location.country()),
                Countries.title(location.country(), call), Cities.id(location), location.city(), "",
                Zones.hours(location.zone(), clock.instant()), location.zone().getId(),
                location.address(), location.coordinates().map(Coordinates::latitude).orElse(0.0),
                location.coordinates().map(Coordinates::longitude).orElse(0.0), phoneConfirmation, onlineTeamMembers,
                call.flag("forBooking") ? nextSlot(location) : Optional.empty(),
                location.currency().getSymbol(Locale.ENGLISH), reminder == 0, reminder, location.description().source());
    }

    private Company.Details details(Call call, LocationSetup setup, Optional<BookingForm> form) {
        var location = setup.location();
        var sms = form.filter(one -> one.smsReminders() || one.phoneConfirmation()).isPresent();
        var company = company(call, location, (int) setup.teamMembers().stream().filter(Person::online).count(),
                form.map(BookingForm::phoneConfirmation).orElse(false));
        return new Company.Details(company, location.anyTeamMember(), sms,
                form.map(BookingForm::privacyPolicy).orElse(false), location.email() == Asked.REQUIRED, location.email() == Asked.HIDDEN,
                form.map(BookingForm::commentRequired).orElse(false),
                form.map(BookingForm::commentLabel).orElse(""), form.map(BookingForm::notice).orElse(""),
                location.cancellation().isPresent(), location.moving().isPresent(),
                location.cancellation().map(Duration::toSeconds).orElse(0L), location.moving().map(Duration::toSeconds).orElse(0L),
                setup.rules().seatsPerClient(), setup.rules().seatsPerClient(), Optional.of(recordType(setup)),
                group(location));
    }

    private static int recordType(LocationSetup setup) {
        var groups = setup.services().stream().filter(OfferedService::isForGroups).count();
        if (groups == 0) return Company.Details.INDIVIDUAL;
        return groups == setup.services().size() ? Company.Details.GROUPS : Company.Details.BOTH;
    }

    private static Group group(Location location) {
        return location.chain().map(chain -> new Group(chain.id(), chain.title())).orElse(new Group(0, ""));
    }

    private Optional<String> nextSlot(Location location) {
        var today = LocalDate.ofInstant(clock.instant(), location.zone());
        return api.nextSlot(location.id(), today).map(slot -> WireTime.withColon(slot.start(), location.zone()));
    }
}
