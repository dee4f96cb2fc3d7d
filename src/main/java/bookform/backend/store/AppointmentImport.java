package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.VisitTables.NewVisit;
import bookform.booking.Appointment.BookedService;
import bookform.booking.ClientDetails;
import bookform.booking.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** One import of appointments, inside its transaction. Each becomes a visit of its own, at today's prices. */
final class AppointmentImport {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final boolean givesWay;
    private final Tables tables;
    private final long location;
    private final Instant now;
    private final Set<String> references;
    private final Set<Long> team;
    private final ResourceTables resources;
    private final Map<Long, SortedSet<Long>> needs;
    private final Set<Long> instances;
    private final Map<Long, BookedService> services = new HashMap<>();
    private final Map<Skill, BookedService> skills = new HashMap<>();
    private final Map<String, Long> events = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private record Skill(long teamMember, long service) {}

    /**
     * Reads all that is needed to judge appointments, also services and team members that are no longer active.
     *
     * @param givesWay whether an appointment whose time is taken is passed over, and not refused
     */
    AppointmentImport(Tables tables, long location, Instant now, boolean givesWay) {
        this.givesWay = givesWay;
        this.tables = tables;
        this.location = location;
        this.now = now;
        var sql = tables.sql();
        var currency = sql.find("SELECT currency FROM location WHERE location_id = ?", row -> row.getString(1), location)
                .map(Currency::getInstance).orElseThrow(() -> new ImportRefused(List.of("There is no location " + location)));
        references = new HashSet<>(sql.list("SELECT reference FROM appointment WHERE location_id = ?", row -> row.getString(1), location));
        team = Set.copyOf(sql.list("SELECT id FROM team_member WHERE location_id = ?", row -> row.getLong(1), location));
        resources = new ResourceTables(sql);
        needs = resources.needs(location);
        instances = Set.copyOf(resources.instanceIds(location));
        sql.list("SELECT id, title, price_min, duration FROM service WHERE location_id = ?",
                row -> services.put(row.getLong("id"), bookedService(row, currency)), location);
        sql.list("""
            SELECT skill.team_member_id, service.id, service.title, skill.price_min, skill.duration
            FROM skill JOIN service ON service.location_id = skill.location_id AND service.id = skill.service_id
            WHERE skill.location_id = ?
            """, row -> skills.put(new Skill(row.getLong("team_member_id"), row.getLong("id")), bookedService(row, currency)), location);
        sql.list("SELECT reference, id FROM event WHERE location_id = ?", row -> events.put(row.getString(1), row.getLong(2)), location);
    }

    /** What an import decides on; to be called before anything else in its transaction. */
    static void lock(Tables tables, long location, List<ImportedEvent> events, List<ImportedAppointment> appointments) {
        var team = Stream.concat(events.stream().map(ImportedEvent::teamMember),
                appointments.stream().map(ImportedAppointment::teamMember));
        var resources = tables.setUps().resources(location).stream().map(resource -> Lock.resource(location, resource));
        tables.lock(Stream.concat(team.distinct().map(teamMember -> Lock.teamMember(location, teamMember)), resources));
    }

    /**
     * @return how many were new
     * @throws ImportRefused when any of them cannot be
     */
    int insert(List<ImportedAppointment> appointments) {
        var inserted = 0;
        for (var appointment : appointments) {
            if (references.add(appointment.reference()) && insert(appointment)) inserted++;
        }
        if (!problems.isEmpty()) throw new ImportRefused(problems);
        return inserted;
    }

    private boolean insert(ImportedAppointment appointment) {
        var length = Duration.between(appointment.start(), appointment.end());
        if (!services.keySet().containsAll(appointment.services())) {
            return refused(appointment, "does a service that the location does not know");
        } else if (!team.contains(appointment.teamMember())) {
            return refused(appointment, "is with a team member whom the location does not know");
        } else if (!instances.containsAll(appointment.resourceInstances())) {
            return refused(appointment, "takes an instance of a resource that the location does not know");
        } else if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            return refused(appointment, "must last longer than nothing and not longer than a day");
        } else if (appointment.event().filter(event -> !events.containsKey(event)).isPresent()) {
            return refused(appointment, "is a seat of an event that the location does not know");
        } else {
            return insertFitting(appointment);
        }
    }

    /**
     * As given, or else the first that are free of those that its services need.
     *
     * @throws Overlap when none is
     */
    private List<Long> instances(ImportedAppointment appointment) {
        if (!appointment.resourceInstances().isEmpty() || !appointment.holdsTime()) return appointment.resourceInstances();
        return appointment.services().stream().flatMap(service -> needs.getOrDefault(service, Collections.emptySortedSet()).stream())
                .distinct().map(resource -> resources.findFree(location, resource, appointment.busy()).orElseThrow(Overlap::new)).toList();
    }

    /** The database says no to an overlap, also to one within the import. */
    private boolean insertFitting(ImportedAppointment appointment) {
        try {
            tables.sql().attempt(() -> {
                var client = new ClientDetails(appointment.clientName(), appointment.clientPhone(), "");
                var visit = tables.visits().insert(location, new NewVisit(client, Optional.empty(), "", 0, 0, "", Locale.ROOT, now));
                return tables.appointments().insert(location, visit, new NewAppointment(0, appointment.teamMember(),
                        new TimeRange(appointment.start(), appointment.end()), appointment.technicalBreak(), instances(appointment),
                        services(appointment), appointment.status(), NewAppointment.randomHash(), appointment.reference(),
                        appointment.event().map(events::get), appointment.seats(), appointment.fields()));
            });
            return true;
        } catch (Overlap overlap) {
            return !givesWay && refused(appointment, "overlaps another one of the same team member or resource");
        } catch (NoSeats full) {
            return !givesWay && refused(appointment, "has no free seat");
        }
    }

    /** As the team member does them, or as they are usually done. */
    private List<BookedService> services(ImportedAppointment appointment) {
        return appointment.services().stream()
                .map(service -> skills.getOrDefault(new Skill(appointment.teamMember(), service), services.get(service))).toList();
    }

    private boolean refused(ImportedAppointment appointment, String why) {
        problems.add(appointment + " " + why);
        return false;
    }

    private static BookedService bookedService(ResultSet row, Currency currency) throws SQLException {
        return new BookedService(row.getLong("id"), row.getString("title"), new Money(row.getLong("price_min"), currency),
                Duration.ofSeconds(row.getLong("duration")));
    }
}
