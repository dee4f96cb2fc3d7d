package bookform.backend.http;

import bookform.altegio.wire.Company;
import bookform.altegio.wire.WireTime;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.Location.Coordinates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The locations themselves (altegio-api.md §6.2). */
final class CompanyOperations {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 300;
    private static final int DAYS_AHEAD = 366;

    private final BookingApi api;
    private final Store store;
    private final Clock clock;

    CompanyOperations(BookingApi api, Store store, Clock clock) {
        this.api = api;
        this.store = store;
        this.clock = clock;
    }

    /** Those that the partner may see. There are no chains and no cities yet, so asking for one finds nothing. */
    Answer list(Call call) {
        if (isNonZero(call, "group_id") || isNonZero(call, "city_id") || call.query("active").filter("0"::equals).isPresent())
            return Answer.of(List.of());
        var id = call.number("id");
        var title = call.query("title").orElse("").toLowerCase(Locale.ROOT);
        var count = Math.clamp(call.number("count").orElse((long) USUAL_PAGE), 1, LARGEST_PAGE);
        return Answer.of(store.locations().ids().stream().filter(call.partner()::maySee)
                .filter(candidate -> id.isEmpty() || id.get().equals(candidate))
                .filter(candidate -> title.isEmpty() || titled(candidate, title))
                .skip(Math.clamp(call.number("page").orElse(1L) - 1, 0, Integer.MAX_VALUE) * count).limit(count)
                .flatMap(candidate -> store.locations().find(candidate).stream())
                .map(setup -> company(call, setup, form(call, setup))).toList());
    }

    Answer show(Call call) {
        var id = call.location().id();
        var setup = store.locations().find(id).orElseThrow(Refusal::notFound);
        return Answer.of(details(call, setup, form(call, setup)));
    }

    private static boolean isNonZero(Call call, String name) {
        return call.number(name).filter(number -> number != 0).isPresent();
    }

    private boolean titled(long location, String part) {
        return api.findLocation(location).filter(found -> found.title().toLowerCase(Locale.ROOT).contains(part)).isPresent();
    }

    /** The one that is asked about, or the location's first. */
    private static Optional<BookingForm> form(Call call, LocationSetup setup) {
        var asked = call.number("bookform_id");
        return setup.forms().stream().filter(form -> asked.isEmpty() || asked.get() == form.id()).findFirst();
    }

    private Company company(Call call, LocationSetup setup, Optional<BookingForm> form) {
        var location = setup.location();
        var reminder = location.smsReminderHours();
        return new Company(location.id(), location.title(), location.title(), "", location.logo().map(call::absolute).orElse(""), 1,
                Phones.shown(location), List.of(Phones.shown(location)), "", Countries.id(location.country()),
                Countries.title(location.country(), call), 0, "", "", Zones.hours(location.zone(), clock.instant()),
                location.zone().getId(),
                location.address(), location.coordinates().map(Coordinates::latitude).orElse(0.0),
                location.coordinates().map(Coordinates::longitude).orElse(0.0), form.map(BookingForm::phoneConfirmation).orElse(false),
                (int) setup.teamMembers().stream().filter(Person::online).count(),
                call.flag("forBooking") ? nextSlot(location) : Optional.empty(),
                location.currency().getSymbol(Locale.ENGLISH), reminder == 0, reminder, location.description().source());
    }

    private Company.Details details(Call call, LocationSetup setup, Optional<BookingForm> form) {
        var location = setup.location();
        var changeable = location.cancellation().isPresent();
        var delay = location.cancellation().map(Duration::toSeconds).orElse(0L);
        var sms = form.filter(one -> one.smsReminders() || one.phoneConfirmation()).isPresent();
        return new Company.Details(company(call, setup, form), location.anyTeamMember(), sms,
                form.map(BookingForm::privacyPolicy).orElse(false), location.email() == Asked.REQUIRED, location.email() == Asked.HIDDEN,
                form.map(BookingForm::commentRequired).orElse(false),
                form.map(BookingForm::commentLabel).orElse(""), form.map(BookingForm::notice).orElse(""), changeable, changeable, delay,
                delay, setup.rules().seatsPerClient(), setup.rules().seatsPerClient());
    }

    private Optional<String> nextSlot(Location location) {
        var today = LocalDate.ofInstant(clock.instant(), location.zone());
        return api.dates(location.id(), Choices.NONE, today, today.plusDays(DAYS_AHEAD)).free().stream().findFirst()
                .flatMap(date -> api.timeSlots(location.id(), Choices.NONE, date).stream().findFirst())
                .map(slot -> WireTime.withColon(slot.start(), location.zone()));
    }
}
