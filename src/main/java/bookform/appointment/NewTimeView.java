package bookform.appointment;

import java.time.Instant;

/**
 * What {@code templates/appointment/newTimeQuestion.jte} prints: an appointment about to be moved.
 *
 * @param zone shown to those who live in another
 * @param keepUrl the appointment as it is
 */
public record NewTimeView(String what, String before, String after, String zone, String zoneId, String action,
        String keepUrl) {
    static NewTimeView of(OpenAppointment open, Instant start) {
        var t = open.t();
        var appointment = open.appointment();
        var zone = appointment.location().zone();
        return new NewTimeView(NewTime.what(appointment), AppointmentFacts.when(t, appointment),
                AppointmentFacts.when(t, appointment.withStart(start)), t.zone(zone), zone.getId(),
                open.url("time?to=" + start),
                open.url(""));
    }
}
