package bookform.altegio;

import bookform.altegio.wire.Activity;
import bookform.altegio.wire.BookDates;
import bookform.altegio.wire.BookServices;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.Seance;
import bookform.altegio.wire.Staff;
import bookform.altegio.wire.WireTime;
import bookform.booking.BookingDates;
import bookform.booking.Category;
import bookform.booking.Event;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.PriceRange;
import bookform.booking.Service;
import bookform.booking.ServiceMenu;
import bookform.booking.TeamMember;
import bookform.booking.TeamMember.Rating;
import bookform.booking.TimeSlot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be chosen, in our words (altegio-api.md §3). */
final class Offers {
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000_000);

    private Offers() {}

    /** Categories that nothing stands under are left out. */
    static ServiceMenu menu(BookServices wire, Currency currency) {
        var services = wire.services().stream().sorted(Comparator.comparingInt(BookServices.Service::weight).reversed())
                .filter(service -> service.id() > 0).map(service -> service(service, currency)).toList();
        var used = services.stream().map(Service::category).collect(Collectors.toSet());
        var categories = wire.category().stream().sorted(Comparator.comparingInt(BookServices.Category::weight).reversed())
                .filter(category -> used.contains(category.id())).map(category -> new Category(category.id(), category.title())).toList();
        return new ServiceMenu(categories, services);
    }

    /** Best first. */
    static List<TeamMember> team(List<Staff> wire) {
        return wire.stream().sorted(Comparator.comparingInt(Staff::weight).reversed())
                .filter(staff -> staff.id() > 0).map(Offers::teamMember).toList();
    }

    static BookingDates dates(BookDates wire, LocalDate first, LocalDate last) {
        var free = within(wire.bookingDates(), first, last);
        var working = within(wire.workingDates(), first, last);
        working.addAll(free);
        return new BookingDates(working, free);
    }

    static Event event(Activity wire, Location place, Instant start, int seatsPerClient, boolean open) {
        var service = wire.service();
        var category = service.category() == null ? new Category(service.categoryId(), "")
                : new Category(service.category().id(), service.category().title());
        var min = money(service.priceMin(), place.currency());
        var max = money(service.priceMax(), place.currency());
        var length = Duration.ofSeconds(Math.max(0, wire.length()));
        var offered = new Service(service.id(), category.id(), service.title(), new PriceRange(min, max.compareTo(min) < 0 ? min : max),
                Optional.of(length), service.comment(), picture(service.imageUrl()));
        return new Event(wire.id(), offered, category, leader(wire.staff()), start, length, wire.capacity(),
                Math.max(0, wire.capacity() - wire.recordsCount()), seatsPerClient, open, wire.instructions(),
                wire.resourceInstances().stream().map(room -> new Event.Room(room.id(), room.title(), room.resourceId())).toList());
    }

    private static TeamMember leader(Activity.Staff wire) {
        return new TeamMember(wire.id(), wire.name(), wire.specialization(), wire.position().map(RecordView.Position::title).orElse(""),
                picture(wire.avatarBig()).or(() -> picture(wire.avatar())), rating(wire.showRating(), wire.rating(), wire.votesCount()),
                Html.NONE, false, Optional.empty());
    }

    /** Those whose start can be read, in order. */
    static List<TimeSlot> slots(List<Seance> wire, ZoneId zone) {
        return wire.stream().flatMap(seance -> WireTime.instant(seance.datetime(), zone)
                .map(start -> new TimeSlot(start, Duration.ofSeconds(Math.max(seance.sumLength(), seance.seanceLength())))).stream())
                .sorted(Comparator.comparing(TimeSlot::start)).toList();
    }

    /** Rounded where the wire is finer than the currency. */
    static Money money(BigDecimal amount, Currency currency) {
        var sane = Objects.requireNonNullElse(amount, BigDecimal.ZERO).max(BigDecimal.ZERO).min(DEAREST);
        return Money.of(sane.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }

    private static TreeSet<LocalDate> within(List<LocalDate> dates, LocalDate first, LocalDate last) {
        return dates.stream().filter(Objects::nonNull).filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Service service(BookServices.Service wire, Currency currency) {
        var min = money(wire.priceMin(), currency);
        var max = money(wire.priceMax(), currency);
        return new Service(wire.id(), wire.categoryId(), wire.title(), new PriceRange(min, max.compareTo(min) < 0 ? min : max),
                wire.seanceLength().filter(seconds -> seconds > 0).map(Duration::ofSeconds), wire.comment(), picture(wire.image()));
    }

    private static TeamMember teamMember(Staff wire) {
        return new TeamMember(wire.id(), wire.name(), wire.specialization(), wire.position().map(Staff.Position::title).orElse(""),
                picture(wire.avatarBig()).or(() -> picture(wire.avatar())), rating(wire.showRating(), wire.rating(), wire.votesCount()),
                new Html(wire.information()), wire.bookable(), wire.seanceDate().flatMap(WireTime::date).filter(date -> wire.bookable()));
    }

    static Optional<Rating> rating(int shown, BigDecimal stars, int votes) {
        return shown == 1 && votes > 0 && stars != null ? Optional.of(new Rating(stars.doubleValue(), votes)) : Optional.empty();
    }

    static Optional<String> picture(String address) {
        return Optional.of(address).filter(text -> text.startsWith("https://") || text.startsWith("http://") || text.startsWith("/"));
    }
}
