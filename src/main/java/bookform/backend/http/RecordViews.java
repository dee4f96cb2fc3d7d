package bookform.backend.http;

import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.ResourceInstance;
import bookform.altegio.wire.WireTime;
import bookform.backend.store.RecordTables.Background;
import bookform.backend.store.Store;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.CustomFields;
import bookform.booking.Location;
import bookform.booking.Location.Coordinates;
import bookform.booking.OwnAppointment;
import bookform.booking.TeamMember;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An appointment in the words of the wire. */
final class RecordViews {
    private final Store store;
    private final Clock clock;

    RecordViews(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    RecordView of(Call call, Appointment appointment) {
        return of(call, appointment, Optional.empty(), Optional.empty(), "", background(appointment));
    }

    /** As whoever showed its hash sees it. */
    RecordView of(Call call, Appointment appointment, String hash) {
        return of(call, appointment, Optional.empty(), Optional.empty(), hash, background(appointment));
    }

    /** As whoever is signed in sees it. */
    RecordView of(Call call, OwnAppointment own) {
        return of(call, List.of(own)).getFirst();
    }

    /** As whoever is signed in sees them; in three queries for each location. */
    List<RecordView> of(Call call, List<OwnAppointment> own) {
        var known = new HashMap<Long, Map<Long, Background>>();
        own.stream().collect(Collectors.groupingBy(one -> one.appointment().location().id(),
                Collectors.mapping(one -> one.appointment().id(), Collectors.toList())))
                .forEach((location, ids) -> known.put(location, store.read(tables -> tables.records().find(location, ids))));
        return own.stream().map(one -> of(call, one.appointment(), Optional.empty(), one.reviewToken(), one.hash(),
                background(known.get(one.appointment().location().id()), one.appointment()))).toList();
    }

    /** As it is answered to a change, which names the specialization in another way, too. */
    RecordView changed(Call call, Appointment appointment) {
        return of(call, appointment, Optional.of(appointment.teamMember().specialization()), Optional.empty(), "", background(appointment));
    }

    private RecordView of(Call call, Appointment appointment, Optional<String> spec, Optional<String> reviewToken,
            String hash, Background background) {
        var location = appointment.location();
        var zone = location.zone();
        return new RecordView(appointment.id(),
                appointment.services().stream().map(service -> service(service, appointment.seats())).toList(), company(call, location),
                staff(call, appointment.teamMember(), spec), appointment.seats(), WireTime.local(appointment.start(), zone),
                WireTime.withoutColon(appointment.start(), zone), WireTime.withoutColon(background.createdAt(), zone),
                appointment.comment(),
                appointment.isCancelled(), attendance(appointment.status()), (int) appointment.length().toSeconds(),
                background.smsReminderHours(), background.emailReminderHours(), true, true, background.partnerReference(),
                WireTime.withoutColon(background.changedAt(), zone), false, false, appointment.event().orElse(0L),
                background.instances().stream().map(one -> new ResourceInstance(one.id(), one.title(), one.resource())).toList(),
                background.fields().values(), Optional.of(appointment.isCancellable()),
                Optional.of(appointment.isMovable()), reviewToken.isPresent(), reviewToken.orElse(""), hash);
    }

    private Background background(Appointment appointment) {
        var location = appointment.location().id();
        return background(store.read(tables -> tables.records().find(location, List.of(appointment.id()))), appointment);
    }

    /** One that was erased meanwhile has none left. */
    private static Background background(Map<Long, Background> known, Appointment appointment) {
        return Optional.ofNullable(known.get(appointment.id())).orElseGet(
                () -> new Background(0, 0, "", appointment.start(), appointment.start(), CustomFields.NONE, List.of()));
    }

    private static RecordView.Service service(BookedService service, int seats) {
        var price = Prices.number(service.price());
        return new RecordView.Service(service.id(), service.title(), Prices.number(service.price().times(seats)), price, price,
                BigDecimal.ZERO, seats,
                (int) service.duration().toSeconds());
    }

    private RecordView.Company company(Call call, Location location) {
        return new RecordView.Company(location.id(), location.title(), location.title(), Countries.id(location.country()),
                Countries.title(location.country(), call), Cities.id(location), location.city(), Phones.shown(location),
                List.of(Phones.shown(location)),
                Zones.hours(location.zone(), clock.instant()).toPlainString(), location.address(),
                location.coordinates().map(Coordinates::latitude).orElse(0.0),
                location.coordinates().map(Coordinates::longitude).orElse(0.0),
                location.cancellation().isPresent(), location.moving().isPresent(), "", location.currency().getSymbol(Locale.ENGLISH),
                location.moving().map(Duration::toSeconds).orElse(0L), location.cancellation().map(Duration::toSeconds).orElse(0L),
                location.logo().map(call::absolute).orElse(""), Optional.of(false), Optional.of(false));
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
