package bookform.wizard;

import bookform.appointment.AppointmentFacts;
import bookform.appointment.Deadlines;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.web.Assets;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What {@code templates/wizard/confirmation.jte} prints.
 *
 * @param lead a sentence under the heading; empty for none
 * @param over it is cancelled, or was some time ago: what is left is to book again
 * @param moveUrl where to move it to another time; empty when that is not, or no longer, possible
 * @param cancelUrl where to cancel it, likewise
 * @param rule until when the client may do that, in words; empty when there is nothing to say
 */
public record ConfirmationView(Frame frame, Booked booked, AppointmentFacts facts, boolean cancelled, boolean over, String lead,
        String calendarUrl, String moveUrl, String cancelUrl, String rule, String againUrl, String anotherUrl, String cabinetUrl) {

    /**
     * What the page around a frame may count: what was booked, never by whom.
     *
     * @param id empty once it is cancelled
     * @param services their ids, with commas
     * @param names of the services, one a line
     * @param prices of the services, {@code 25.00}, with commas
     * @param value the price, {@code 25.00}
     */
    public record Booked(String id, String services, String names, String prices, String value, String currency, long location) {
        static Booked of(Appointment appointment) {
            return new Booked(appointment.isCancelled() ? null : Long.toString(appointment.id()),
                    appointment.services().stream().map(service -> Long.toString(service.id())).collect(Collectors.joining(",")),
                    appointment.services().stream().map(BookedService::title).collect(Collectors.joining("\n")),
                    appointment.services().stream().map(service -> service.price().major().toPlainString())
                            .collect(Collectors.joining(",")),
                    appointment.price().major().toPlainString(), appointment.price().currency().getCurrencyCode(),
                    appointment.location().id());
        }
    }

    static ConfirmationView of(Confirmation.Visit visit, Frame frame, Assets assets, Instant now) {
        var t = visit.t();
        var appointment = visit.appointment();
        var lead = lead(appointment, now);
        return new ConfirmationView(frame, Booked.of(appointment), AppointmentFacts.of(t, appointment, assets), appointment.isCancelled(),
                appointment.isCancelled() || isPast(appointment, now), lead.isEmpty() ? "" : t.text(lead), visit.url("calendar.ics"),
                appointment.isMovable() ? visit.url("time") : "", appointment.isCancellable() ? visit.url("cancellation") : "",
                Deadlines.rule(t, appointment, now), visit.url("again"), visit.wizardUrl(), visit.cabinetUrl());
    }

    /** Key of the heading. */
    static String heading(Appointment appointment, boolean moved, Instant now) {
        if (appointment.isCancelled()) return "confirmation.cancelled_heading";
        if (isPast(appointment, now)) return "confirmation.past_heading";
        return moved ? "move.done_heading" : "confirmation.heading";
    }

    private static String lead(Appointment appointment, Instant now) {
        if (appointment.isCancelled()) return "confirmation.cancelled_lead";
        if (!isPast(appointment, now)) return "confirmation.lead";
        return appointment.status() == Status.NO_SHOW ? "" : "confirmation.past_lead";
    }

    private static boolean isPast(Appointment appointment, Instant now) {
        return !now.isBefore(appointment.end());
    }
}
