package bookform.backend.http;

import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.ResourceInstance;
import bookform.altegio.wire.WireTime;
import bookform.backend.store.Store;
import bookform.backend.store.VisitTables.BookedVia;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.Location;
import bookform.booking.Location.Coordinates;
import bookform.booking.OwnAppointment;
import bookform.booking.TeamMember;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An appointment in the words of the wire. */
final class RecordViews {
    private final Store store;
    private final Clock clock;

    RecordViews(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    RecordView of(Call call, Appointment appointment) {
        return of(call, appointment, Optional.empty(), Optional.empty(), "");
    }

    /** As whoever showed its hash sees it. */
    RecordView of(Call call, Appointment appointment, String hash) {
        return of(call, appointment, Optional.empty(), Optional.empty(), hash);
    }

    /** As whoever is signed in sees it. */
    RecordView of(Call call, OwnAppointment own) {
        return of(call, own.appointment(), Optional.empty(), own.reviewToken(), own.hash());
    }

    /** As it is answered to a change, which names the specialization in another way, too. */
    RecordView changed(Call call, Appointment appointment) {
        return of(call, appointment, Optional.of(appointment.teamMember().specialization()), Optional.empty(), "");
    }

    private RecordView of(Call call, Appointment appointment, Optional<String> spec, Optional<String> reviewToken,
            String hash) {
        var location = appointment.location();
        var zone = location.zone();
        var booked = store.read(tables -> tables.visits().bookedVia(location.id(), appointment.id()))
                .orElseGet(() -> new BookedVia(0, appointment.start()));
        var instances = store.read(tables -> tables.appointments().resourceInstances(location.id(), appointment.id()));
        var open = appointment.cancellableUntil().isPresent();
        return new RecordView(appointment.id(),
                appointment.services().stream().map(service -> service(service, appointment.seats())).toList(), company(call, location),
                staff(call, appointment.teamMember(), spec), appointment.seats(), WireTime.local(appointment.start(), zone),
                WireTime.withoutColon(appointment.start(), zone), WireTime.withoutColon(booked.createdAt(), zone), appointment.comment(),
                appointment.isCancelled(), attendance(appointment.status()), (int) appointment.length().toSeconds(),
                booked.smsReminderHours(),
                0, true, true, "", WireTime.withoutColon(booked.createdAt(), zone), false, false, appointment.event().orElse(0L),
                instances.stream().map(one -> new ResourceInstance(one.id(), one.title(), one.resource())).toList(), open,
                appointment.isMovable(), reviewToken.isPresent(), reviewToken.orElse(""), hash);
    }

    private static RecordView.Service service(BookedService service, int seats) {
        var price = Prices.number(service.price());
        return new RecordView.Service(service.id(), service.title(), Prices.number(service.price().times(seats)), price, price,
                BigDecimal.ZERO, seats,
                (int) service.duration().toSeconds());
    }

    private RecordView.Company company(Call call, Location location) {
        var changeable = location.cancellation().isPresent();
        var delay = location.cancellation().map(Duration::toSeconds).orElse(0L);
        return new RecordView.Company(location.id(), location.title(), location.title(), Countries.id(location.country()),
                Countries.title(location.country(), call), 0, "", Phones.shown(location), List.of(Phones.shown(location)),
                Zones.hours(location.zone(), clock.instant()).toPlainString(), location.address(),
                location.coordinates().map(Coordinates::latitude).orElse(0.0),
                location.coordinates().map(Coordinates::longitude).orElse(0.0),
                changeable, changeable, "", location.currency().getSymbol(Locale.ENGLISH), delay, delay,
                location.logo().map(call::absolute).orElse(""));
    }

    private static RecordView.Staff staff(Call call, TeamMember member, Optional<String> spec) {
        var photo = member.photo().map(call::absolute).orElse("");
        var position = Optional.of(member.position()).filter(title -> !title.isBlank())
                .map(title -> new RecordView.Position(People.position(title), title));
        return new RecordView.Staff(member.id(), member.name(), member.specialization(), spec, position,
                member.rating().isPresent() ? 1 : 0, People.stars(member), People.votes(member), photo, photo, People.votes(member));
    }

    private static int attendance(Status status) {
        return switch (status) {
            case CONFIRMED -> 2;
            case ARRIVED -> 1;
            case WAITING, CANCELLED -> 0;
            case NO_SHOW -> -1;
        };
    }
}
