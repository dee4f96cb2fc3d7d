package bookform.backend.setup;

import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Writes appointments into a file, in local time. */
final class AppointmentsWriter {
    private final FileTimes times;

    AppointmentsWriter(ZoneId zone) {
        this.times = new FileTimes(zone, LocalDate.EPOCH);
    }

    List<Map<String, Object>> write(List<ImportedAppointment> appointments) {
        return appointments.stream().map(this::write).toList();
    }

    private Map<String, Object> write(ImportedAppointment appointment) {
        return appointment.event().isPresent()
                ? end(appointment, AppointmentsPart.seatReference(appointment.event().get()), new WrittenFields()
                        .put("event", appointment.event())
                        .put("seats", appointment.seats(), 1))
                : end(appointment, AppointmentsPart.reference(appointment.teamMember(), appointment.start(), times), own(appointment));
    }

    private WrittenFields own(ImportedAppointment appointment) {
        var date = LocalDate.ofInstant(appointment.start(), times.zone());
        var services = appointment.services();
        var fields = new WrittenFields().put("teamMember", appointment.teamMember());
        if (services.size() == 1) {
            fields.put("service", services.getFirst());
        } else {
            fields.put("services", services);
        }
        return fields
                .put("date", date.toString())
                .put("start", times.written(appointment.start(), date))
                .put("end", times.written(appointment.end(), date))
                .put("technicalBreak", appointment.technicalBreak().toMinutes(), 0L)
                .put("resourceInstances", appointment.resourceInstances(), List.of());
    }

    private static Map<String, Object> end(ImportedAppointment appointment, String usualReference, WrittenFields fields) {
        return fields
                .put("client", new WrittenFields().put("name", appointment.clientName()).put("phone", appointment.clientPhone(), "").map())
                .put("customFields", appointment.fields().values(), Map.of())
                .put("status", Fields.word(appointment.status()), Fields.word(Status.CONFIRMED))
                .put("reference", appointment.reference(), usualReference)
                .map();
    }
}
