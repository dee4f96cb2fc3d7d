package bookform.appointment;

import bookform.booking.Appointment;
import bookform.web.Assets;
import bookform.web.MapLink;
import bookform.web.PricedLine;
import bookform.web.Texts;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An appointment in five lines, as {@code templates/appointment/_facts.jte} prints them: when, what, with whom, where, how much.
 *
 * @param zone shown to those who live in another
 */
public record AppointmentFacts(String when, String zone, String zoneId, List<PricedLine> services, String teamMember,
        Optional<String> photo,
        String place, String address, String mapUrl, String phone, String price, String length) {
    public static AppointmentFacts of(Texts t, Appointment appointment, Assets assets) {
        var location = appointment.location();
        return new AppointmentFacts(when(t, appointment), t.zone(location.zone()), location.zone().getId(),
                appointment.services().stream().map(
                        service -> new PricedLine(appointment.title(service), t.money(service.price().times(appointment.seats()))))
                        .toList(),
                appointment.teamMember().name(), appointment.teamMember().photo().map(assets::picture), location.title(),
                location.address(), MapLink.to(location), location.phone(), t.money(appointment.price()),
                t.duration(appointment.length()));
    }

    /** The services in one line. */
    public String what() {
        return services.stream().map(PricedLine::title).collect(Collectors.joining(", "));
    }

    /** {@code Tuesday, 24 November 2026, 10:00–10:45}, to stand by itself. */
    static String when(Texts t, Appointment appointment) {
        return when(t, appointment.start().atZone(appointment.location().zone()), appointment.length());
    }

    public static String when(Texts t, ZonedDateTime start, Duration length) {
        var from = t.text("date.and_time", "date", t.fullDate(start.toLocalDate()), "time", t.time(start.toLocalTime()));
        return length.isZero() ? from : from + "–\u2060" + t.time(start.plus(length).toLocalTime());
    }
}
