package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.backend.store.VisitTables.NewVisit;
import bookform.booking.Appointment.BookedService;
import bookform.booking.ClientDetails;
import bookform.booking.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One import of appointments, inside its transaction. Each becomes a visit of its own, at today's prices. */
final class AppointmentImport {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Tables tables;
    private final long location;
    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    AppointmentImport(Tables tables, long location, Instant now) {
        this.tables = tables;
        this.location = location;
        this.now = now;
    }

    int insert(List<ImportedAppointment> appointments) {
        var known = tables.sql().find("SELECT currency FROM location WHERE location_id = ?", row -> row.getString(1), location);
        if (known.isEmpty()) throw new ImportRefused(List.of("There is no location " + location));
        var currency = Currency.getInstance(known.get());
        var inserted = 0;
        for (var appointment : appointments) {
            if (!tables.appointments().hasReference(location, appointment.reference()) && insert(appointment, currency)) inserted++;
        }
        if (!problems.isEmpty()) throw new ImportRefused(problems);
        return inserted;
    }

    private boolean insert(ImportedAppointment appointment, Currency currency) {
        var services = appointment.services().stream().flatMap(service -> bookedService(appointment, service, currency).stream()).toList();
        if (services.size() < appointment.services().size()) {
            return refused(appointment, "does a service that the location does not know");
        } else if (!hasTeamMember(appointment.teamMember())) {
            return refused(appointment, "is with a team member whom the location does not know");
        } else if (!appointment.start().isBefore(appointment.end())
            || Duration.between(appointment.start(), appointment.end()).compareTo(LONGEST) > 0) {
            return refused(appointment, "must last longer than nothing and not longer than a day");
        } else {
            return insert(appointment, services);
        }
    }

    /** The database says no to an overlap, also to one within the import. */
    private boolean insert(ImportedAppointment appointment, List<BookedService> services) {
        try {
            var client = new ClientDetails(appointment.clientName(), appointment.clientPhone(), "");
            var visit = tables.visits().insert(location, new NewVisit(client, Optional.empty(), "", 0, Locale.ROOT, now));
            tables.appointments().insert(location, visit, new NewAppointment(0, appointment.teamMember(),
                new TimeRange(appointment.start(), appointment.end()), services, appointment.status(), NewAppointment.randomHash(),
                appointment.reference()));
            return true;
        } catch (Overlap overlap) {
            return refused(appointment, "overlaps another one of the same team member");
        }
    }

    private boolean refused(ImportedAppointment appointment, String why) {
        problems.add(appointment + " " + why);
        return false;
    }

    private boolean hasTeamMember(long teamMember) {
        return tables.sql().number("SELECT count(*) FROM team_member WHERE location_id = ? AND id = ?", location, teamMember) > 0;
    }

    private Optional<BookedService> bookedService(ImportedAppointment appointment, long service, Currency currency) {
        return tables.sql().find("""
            SELECT service.title, coalesce(skill.price_min, service.price_min) AS price,
                coalesce(skill.duration, service.duration) AS duration
            FROM service LEFT JOIN skill ON skill.location_id = service.location_id AND skill.service_id = service.id
                AND skill.team_member_id = ?
            WHERE service.location_id = ? AND service.id = ?
            """, row -> new BookedService(service, row.getString("title"), new Money(row.getLong("price"), currency),
            Duration.ofSeconds(row.getLong("duration"))), appointment.teamMember(), location, service);
    }
}
