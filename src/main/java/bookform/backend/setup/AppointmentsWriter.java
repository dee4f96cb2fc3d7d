package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Writes appointments into a file, in local time. */
final class AppointmentsWriter {
    private final ZoneId zone;

    AppointmentsWriter(ZoneId zone) {
        this.zone = zone;
    }

    Map<String, Object> write(ImportedAppointment appointment) {
        var date = appointment.start().atZone(zone).toLocalDate();
        var services = appointment.services();
        var fields = new WrittenFields().put("teamMember", appointment.teamMember());
        if (services.size() == 1) {
            fields.put("service", services.getFirst());
        } else {
            fields.put("services", services);
        }
        return fields
                .put("date", date.toString())
                .put("start", time(appointment.start(), date))
                .put("end", time(appointment.end(), date))
                .put("technicalBreak", appointment.technicalBreak().toMinutes(), 0L)
                .put("resourceInstances", appointment.resourceInstances(), List.of())
                .put("client", new WrittenFields().put("name", appointment.clientName()).put("phone", appointment.clientPhone(), "").map())
                .put("status", Fields.word(appointment.status()), Fields.word(Status.CONFIRMED))
                .put("reference", appointment.reference(),
                        AppointmentsPart.reference(appointment.teamMember(), appointment.start(), zone))
                .map();
    }

    /** The time of the day, or the instant where that would be read as another one: past midnight, or when clocks are put back. */
    private String time(Instant moment, LocalDate date) {
        var time = moment.atZone(zone).toLocalTime().withNano(0);
        return date.atTime(time).atZone(zone).toInstant().equals(moment) ? time.toString() : moment.toString();
    }

    List<Map<String, Object>> write(List<ImportedAppointment> appointments) {
        return appointments.stream().map(this::write).toList();
    }
}
