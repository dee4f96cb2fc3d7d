package bookform.altegio;

import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.RecordView.Company;
import bookform.altegio.wire.WireTime;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.TeamMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A booked appointment in our words (altegio-api.md §4.4). */
final class Records {
    private static final TeamMember NOBODY = new TeamMember(0, "", "", "", Optional.empty(), Optional.empty(), Html.NONE, false,
            Optional.empty());

    private final Clock clock;

    Records(Clock clock) {
        this.clock = clock;
    }

    Appointment appointment(RecordView wire, Location location) {
        var start = WireTime.instant(wire.datetime(), location.zone()).or(() -> WireTime.instant(wire.date(), location.zone()))
                .orElse(Instant.EPOCH);
        var status = status(wire);
        var event = Optional.of(wire.activityId()).filter(id -> id > 0);
        var seats = event.isEmpty() ? 1 : Math.max(1, wire.clientsCount());
        return new Appointment(wire.id(), location, wire.services().stream().map(service -> service(service, seats, location)).toList(),
                teamMember(wire.staff()), start, Duration.ofSeconds(Math.max(0, wire.length())), wire.comment(), status,
                until(location.cancellation(), start, status)
                        .filter(until -> isAllowed(wire, wire.allowDeleteRecord(), Company::allowDeletePrepaidRecord)),
                until(location.moving(), start, status)
                        .filter(until -> event.isEmpty() && isAllowed(wire, wire.allowChangeRecord(), Company::allowChangePrepaidRecord)),
                event, seats, isPaid(wire));
    }

    /** Somebody without a name where the record has nobody, as when they are no longer there. */
    static TeamMember teamMember(RecordView.Staff wire) {
        return wire == null ? NOBODY
                : new TeamMember(wire.id(), wire.name(), wire.specialization(), wire.position().map(RecordView.Position::title).orElse(""),
                        Offers.picture(wire.avatarBig()).or(() -> Offers.picture(wire.avatar())),
                        Offers.rating(wire.showRating(), wire.rating(), wire.votesCount()), Html.NONE, false, Optional.empty());
    }

    /** The wire has the cost of all seats. */
    private static BookedService service(RecordView.Service wire, int seats, Location location) {
        var cost = Offers.money(wire.cost(), location.currency());
        return new BookedService(wire.id(), wire.title(), new Money(cost.minor() / seats, cost.currency()),
                Duration.ofSeconds(Math.max(0, wire.seanceLength())));
    }

    private static Status status(RecordView wire) {
        if (wire.deleted()) return Status.CANCELLED;
        return switch (wire.attendance()) {
            case 2 -> Status.CONFIRMED;
            case 1 -> Status.ARRIVED;
            case -1 -> Status.NO_SHOW;
            default -> Status.WAITING;
        };
    }

    private static boolean isPaid(RecordView wire) {
        return wire.prepaid() && wire.prepaidConfirmed();
    }

    /**
     * Unless the answer says no: of this record, or of all that are paid for. Neither is said in every answer.
     *
     * @param ofPaid what the location says of those
     */
    private static boolean isAllowed(RecordView wire, Optional<Boolean> ofThis, Function<Company, Optional<Boolean>> ofPaid) {
        return ofThis.orElse(true) && (!isPaid(wire) || Optional.ofNullable(wire.company()).flatMap(ofPaid).orElse(true));
    }

    /** By the location's rule. */
    private Optional<Instant> until(Optional<Duration> before, Instant start, Status status) {
        if (status != Status.WAITING && status != Status.CONFIRMED) return Optional.empty();
        return before.map(start::minus).filter(until -> !clock.instant().isAfter(until));
    }
}
