package bookform.cabinet;

import bookform.appointment.AppointmentFacts;
import bookform.booking.Appointment;
import bookform.booking.OwnAppointment;
import bookform.web.Assets;
import bookform.web.Texts;
import java.time.Instant;
import java.util.Locale;

/**
 * One appointment as the cabinet's pages print it.
 *
 * @param weekday {@code Wed}, with the day and month on a leaf of the calendar
 * @param time from when to when
 * @param state how it stands, as a name for the style: {@code confirmed}, {@code no-show}
 * @param status the same in words; empty for what is over without anybody having said how it went, and for what is in doubt
 * @param inDoubt nobody knows whether it was changed
 */
public record OwnView(String url, String weekday, String day, String month, String date, String time, AppointmentFacts facts,
        boolean prepaid, String state, String status, String comment, boolean inDoubt) {
    static OwnView of(Texts t, OwnAppointment own, Instant now, Assets assets) {
        var appointment = own.appointment();
        var location = appointment.location();
        var start = appointment.start().atZone(location.zone());
        return new OwnView(Appointments.url(location.id(), appointment.id()), t.weekdayInShort(start.getDayOfWeek()),
                Integer.toString(start.getDayOfMonth()), t.month(start.getMonth()), t.fullDate(start.toLocalDate()),
                t.time(start.toLocalTime()) + "–\u2060" + t.time(appointment.end().atZone(location.zone()).toLocalTime()),
                AppointmentFacts.of(t, appointment, assets), appointment.prepaid(), state(appointment),
                own.inDoubt() ? "" : status(t, appointment, now),
                appointment.comment(), own.inDoubt());
    }

    /** Whether it is in the past, or will not be. */
    static boolean isOver(Appointment appointment, Instant now) {
        return appointment.isCancelled() || !now.isBefore(appointment.end());
    }

    private static String state(Appointment appointment) {
        return appointment.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String status(Texts t, Appointment appointment, Instant now) {
        return switch (appointment.status()) {
            case WAITING -> isOver(appointment, now) ? "" : t.text("status.waiting");
            case CONFIRMED -> isOver(appointment, now) ? "" : t.text("status.confirmed");
            case ARRIVED -> t.text("status.arrived");
            case NO_SHOW -> t.text("status.no_show");
            case CANCELLED -> t.text("status.cancelled");
        };
    }
}
