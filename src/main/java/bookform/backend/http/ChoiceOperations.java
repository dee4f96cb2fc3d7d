package bookform.backend.http;

import bookform.altegio.wire.BookDates;
import bookform.altegio.wire.BookServices;
import bookform.altegio.wire.Seance;
import bookform.altegio.wire.Staff;
import bookform.altegio.wire.Staff.Position;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookingApi;
import bookform.booking.Category;
import bookform.booking.Choices;
import bookform.booking.Location;
import bookform.booking.Service;
import bookform.booking.TeamMember;
import bookform.booking.TimeSlot;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be chosen: services, team members, dates and times (altegio-api.md §3). */
final class ChoiceOperations {
    /** Where no end is given; the horizon of the location is nearer. */
    private static final int DAYS_AHEAD = 366;

    private final BookingApi api;
    private final Clock clock;

    ChoiceOperations(BookingApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    Answer services(Call call) {
        var location = call.location();
        var menu = api.services(location.id(), call.choices(location.zone()));
        var heaviest = menu.services().size();
        var services = IntStream.range(0, heaviest).mapToObj(i -> service(call, menu.services().get(i), heaviest - i)).toList();
        var categories = IntStream.range(0, menu.categories().size())
                .mapToObj(i -> category(menu.categories().get(i), menu.categories().size() - i)).toList();
        return Answer.of(new BookServices(services, categories));
    }

    Answer staff(Call call) {
        var location = call.location();
        var choices = call.choices(location.zone());
        var team = api.teamMembers(location.id(), choices);
        return Answer.of(IntStream.range(0, team.size()).mapToObj(i -> staff(call, team.get(i), team.size() - i))
                .filter(staff -> choices.teamMember().isEmpty() || choices.teamMember().get() == staff.id()).toList());
    }

    /** The slots of the first day, from the one asked for, that has any. */
    Answer nearestSeances(Call call) {
        var location = call.location();
        var choices = new Choices(call.serviceIds(), call.teamMember(), Optional.empty());
        var first = call.date("datetime").orElseGet(() -> today(location));
        var free = api.dates(location.id(), choices, first, first.plusDays(DAYS_AHEAD)).free().stream().findFirst();
        return Answer.of(new Seance.Nearest(free.map(LocalDate::toString),
                free.map(date -> seances(location, api.timeSlots(location.id(), choices, date))).orElse(List.of())));
    }

    /** A period, the month of a date, or all there is from today on. */
    Answer dates(Call call) {
        var location = call.location();
        var period = call.date("date_from").isPresent() || call.date("date_to").isPresent();
        var month = call.date("date").filter(date -> !period).map(YearMonth::from);
        var first = month.map(only -> only.atDay(1)).or(() -> call.date("date_from")).orElseGet(() -> today(location));
        var last = month.map(YearMonth::atEndOfMonth).or(() -> call.date("date_to")).orElse(first.plusDays(DAYS_AHEAD));
        var dates = api.dates(location.id(), call.choices(location.zone()), first, last);
        return Answer.of(BookDates.of(dates.free(), dates.working()));
    }

    Answer times(Call call) {
        var location = call.location();
        var date = WireTime.date(call.text("date")).orElseThrow(() -> Refusal.wrong("There is no such date"));
        var choices = new Choices(call.serviceIds(), call.teamMember(), Optional.empty());
        return Answer.of(seances(location, api.timeSlots(location.id(), choices, date)));
    }

    private LocalDate today(Location location) {
        return LocalDate.ofInstant(clock.instant(), location.zone());
    }

    private static List<Seance> seances(Location location, List<TimeSlot> slots) {
        return slots.stream().map(slot -> {
            var length = (int) slot.length().toSeconds();
            return new Seance(WireTime.time(slot.start(), location.zone()), length, length,
                    WireTime.withColon(slot.start(), location.zone()));
        }).toList();
    }

    private static BookServices.Service service(Call call, Service service, int weight) {
        return new BookServices.Service(service.id(), service.title(), service.category(), Prices.number(service.price().min()),
                Prices.number(service.price().max()), BigDecimal.ZERO, service.comment(), weight, 1, 0,
                service.image().map(call::absolute).orElse(""), "forbidden",
                service.duration().map(duration -> (int) duration.toSeconds()));
    }

    private static BookServices.Category category(Category category, int weight) {
        return new BookServices.Category(category.id(), category.title(), 0, "", weight);
    }

    private static Staff staff(Call call, TeamMember member, int weight) {
        var position = Optional.of(member.position()).filter(title -> !title.isBlank());
        var photo = member.photo().map(call::absolute).orElse("");
        return new Staff(member.id(), Optional.empty(), member.name(), member.bookable(), member.specialization(),
                position.map(title -> new Position(People.position(title), title, 0)), position.map(People::position),
                member.rating().isPresent() ? 1 : 0, People.stars(member), People.votes(member), People.votes(member), photo, photo, weight,
                member.information().source(), member.nextFreeDate().map(LocalDate::toString),
                member.bookable() ? Optional.of(List.of()) : Optional.empty());
    }
}
