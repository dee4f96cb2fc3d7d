package bookform.backend;

import bookform.backend.store.AppointmentTables.AssignedInstance;
import bookform.backend.store.Lock;
import bookform.backend.store.Store;
import bookform.backend.store.StoredAppointment;
import bookform.backend.store.Tables;
import bookform.backend.store.Unsure;
import bookform.booking.Appointment;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnavailable;
import bookform.booking.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Appointments in the hands of the clients who can show that they are theirs. */
final class Appointments {
    private final Store store;
    private final Catalogue catalogue;
    private final Clock clock;
    private final BusyTime busyTime;
    /** Few: the database that leaves one in doubt takes no more changes. */
    private final Set<Id> inDoubt = ConcurrentHashMap.newKeySet();

    private record Id(long location, long appointment) {}

    Appointments(Store store, Catalogue catalogue, Clock clock, BusyTime busyTime) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
        this.busyTime = busyTime;
    }

    Optional<Appointment> find(long location, long appointment, Claim claim) {
        return catalogue.offer(location).flatMap(offer -> store.read(tables -> find(tables, offer, appointment, claim)
                .map(stored -> shown(stored, offer.location()))));
    }

    Optional<Appointment> cancel(long location, long appointment, Claim claim) {
        return written(new Id(location, appointment), tables -> changed(tables, location, appointment, claim,
                (offer, stored) -> cancelled(tables, stored, offer.location())));
    }

    Optional<Appointment> move(long location, long appointment, Claim claim, Instant start, Optional<String> comment) {
        return written(new Id(location, appointment), tables -> changed(tables, location, appointment, claim,
                (offer, stored) -> moved(tables, offer, stored, start, comment)));
    }

    /** An appointment with what it takes, whoever's it is. */
    Optional<Holding> holding(Offer offer, long appointment) {
        var location = offer.location();
        return store.read(tables -> tables.appointments().find(location.id(), appointment, location.currency())
                .map(stored -> new Holding(stored, instances(tables.appointments().resourceInstances(location.id(), appointment)))));
    }

    private <T> T written(Id appointment, Function<Tables, T> change) {
        try {
            return store.write(change);
        } catch (Unsure notKnown) {
            if (notKnown.isUntilRestart()) inDoubt.add(appointment);
            throw notKnown;
        }
    }

    private Optional<Appointment> changed(Tables tables, long location, long appointment, Claim claim,
            BiFunction<Offer, StoredAppointment, StoredAppointment> change) {
        tables.lock(Lock.appointment(location, appointment));
        return catalogue.offer(location, tables).flatMap(offer -> find(tables, offer, appointment, claim)
                .map(stored -> shown(change.apply(offer, stored), offer.location())));
    }

    /** @throws InDoubt when nobody knows whether it still is as stored */
    Appointment shown(StoredAppointment stored, Location location) {
        requireKnown(location.id(), stored.id());
        return asStored(stored, location);
    }

    /** @throws InDoubt */
    void requireKnown(long location, long appointment) {
        if (isInDoubt(location, appointment)) throw new InDoubt("appointment " + appointment + " of location " + location);
    }

    /** Whether nobody knows if it still is as stored. */
    boolean isInDoubt(long location, long appointment) {
        return inDoubt.contains(new Id(location, appointment));
    }

    Appointment asStored(StoredAppointment stored, Location location) {
        return new Appointment(stored.id(), location, stored.services(), stored.teamMember(), stored.time().from(), stored.time().length(),
                stored.comment(), stored.status(), until(stored, location.cancellation()), movableUntil(stored, location), stored.event(),
                stored.seats(), false);
    }

    private StoredAppointment moved(Tables tables, Offer offer, StoredAppointment stored, Instant start, Optional<String> comment) {
        if (until(stored, offer.location().moving()).isEmpty()) throw new BookingRefused(Reason.TOO_LATE_TO_CANCEL);
        var instances = lockTime(tables, offer.location().id(), stored);
        var moved = new Move(offer, stored, instances(instances), busyTime, tables, clock.instant())
                .to(start).withComment(comment.orElse(stored.comment()));
        if (!moved.equals(stored)) tables.appointments().noteChange(offer.location().id(), stored.id(), comment, clock.instant());
        if (!moved.time().equals(stored.time())) {
            tables.reminders().moved(offer.location().id(), stored.id(), start, clock.instant());
            tables.reviewLinks().moved(offer.location().id(), stored.id(), start);
        }
        return moved;
    }

    private StoredAppointment cancelled(Tables tables, StoredAppointment stored, Location location) {
        if (stored.status() == Status.CANCELLED) return stored;
        if (until(stored, location.cancellation()).isEmpty()) throw new BookingRefused(Reason.TOO_LATE_TO_CANCEL);
        lockTime(tables, location.id(), stored);
        if (!tables.appointments().changeStatus(location.id(), stored.id(), stored.status(), Status.CANCELLED, clock.instant()))
            throw new BookingUnavailable("Appointment " + stored.id() + " was changed by somebody else");
        return stored.withStatus(Status.CANCELLED);
    }

    /** Nobody else takes or gives back time of those whom an appointment keeps busy: then nobody waits in a circle for the other's rows. */
    private static List<AssignedInstance> lockTime(Tables tables, long location, StoredAppointment stored) {
        var instances = tables.appointments().resourceInstances(location, stored.id());
        var resources = instances.stream().map(instance -> Lock.resource(location, instance.resource()));
        tables.lock(Stream.concat(Stream.of(Lock.teamMember(location, stored.teamMember().id())), resources));
        return instances;
    }

    private static List<Long> instances(List<AssignedInstance> assigned) {
        return assigned.stream().map(AssignedInstance::id).toList();
    }

    private static Optional<StoredAppointment> find(Tables tables, Offer offer, long appointment, Claim claim) {
        return tables.appointments().find(offer.location().id(), appointment, offer.location().currency())
                .filter(stored -> claim.covers(tables, offer.location().id(), stored));
    }

    /** The time of an event is everybody's. */
    private Optional<Instant> movableUntil(StoredAppointment stored, Location location) {
        return stored.event().isPresent() ? Optional.empty() : until(stored, location.moving());
    }

    /** @param before how long before the start it is still possible */
    private Optional<Instant> until(StoredAppointment stored, Optional<Duration> before) {
        return switch (stored.status()) {
            case WAITING, CONFIRMED -> before.map(stored.time().from()::minus).filter(last -> !clock.instant().isAfter(last));
            case ARRIVED, NO_SHOW, CANCELLED -> Optional.empty();
        };
    }
}
