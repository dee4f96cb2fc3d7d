package bookform.backend.store;

import bookform.backend.store.AppointmentTables.AssignedInstance;
import bookform.booking.CustomFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the REST API tells beside an appointment: three queries for any number of them. */
public final class RecordTables {
    private final Sql sql;

    RecordTables(Sql sql) {
        this.sql = sql;
    }

    /**
     * How an appointment came to be booked, and what was told with it.
     *
     * @param partnerReference what the partner calls the visit
     * @param changedAt when it was booked, if never since
     * @param instances of resources, which it takes
     */
    public record Background(int smsReminderHours, int emailReminderHours, String partnerReference, Instant createdAt, Instant changedAt,
            CustomFields fields, List<AssignedInstance> instances) {}

    /** By appointment. */
    public Map<Long, Background> find(long location, Collection<Long> appointments) {
        if (appointments.isEmpty()) return Map.of();
        var these = "IN (" + String.join(", ", Collections.nCopies(appointments.size(), "?")) + ")";
        var parameters = Stream.concat(Stream.of(location), appointments.stream()).toArray();
        var fields = new AppointmentFieldTable(sql).find("location_id = ? AND appointment_id " + these, parameters);
        var instances = instances(these, parameters);
        var found = new HashMap<Long, Background>();
        sql.list("""
            SELECT appointment.id, appointment.changed_at, visit.sms_reminder_hours, visit.email_reminder_hours,
                visit.partner_reference, visit.created_at
            FROM appointment JOIN visit ON visit.location_id = appointment.location_id AND visit.id = appointment.visit_id
            WHERE appointment.location_id = ? AND appointment.id\s""" + these, row -> {
            var id = row.getLong("id");
            var createdAt = Instant.ofEpochSecond(row.getLong("created_at"));
            return found.put(id, new Background(row.getInt("sms_reminder_hours"), row.getInt("email_reminder_hours"),
                    row.getString("partner_reference"), createdAt,
                    Sql.optionalLong(row, "changed_at").map(Instant::ofEpochSecond).orElse(createdAt),
                    fields.getOrDefault(id, CustomFields.NONE), instances.getOrDefault(id, List.of())));
        }, parameters);
        return found;
    }

    private Map<Long, List<AssignedInstance>> instances(String these, Object[] parameters) {
        var found = new HashMap<Long, List<AssignedInstance>>();
        sql.list("""
            SELECT appointment_resource.appointment_id, resource_instance.*
            FROM appointment_resource JOIN resource_instance
                ON resource_instance.location_id = appointment_resource.location_id
                    AND resource_instance.id = appointment_resource.resource_instance_id
            WHERE appointment_resource.location_id = ? AND appointment_resource.appointment_id %s
            ORDER BY resource_instance.id
            """.formatted(these), row -> found.computeIfAbsent(row.getLong("appointment_id"), appointment -> new ArrayList<>())
                .add(new AssignedInstance(row.getLong("id"), row.getString("title"), row.getLong("resource_id"))), parameters);
        return found;
    }
}
