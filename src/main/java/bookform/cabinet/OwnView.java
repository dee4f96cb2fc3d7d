package bookform.cabinet;

import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.web.Assets;
import bookform.web.MapLink;
import bookform.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One appointment as the cabinet's pages print it.
 *
 * @param weekday {@code Wed}, with the day and month on a leaf of the calendar
 * @param when date and time in one
 * @param zone of all times, by its name; {@code zoneId} for scripts
 * @param what the services in one line
 * @param mapUrl empty without an address
 * @param state how it stands, as a name for the style: {@code confirmed}, {@code no-show}
 * @param status the same in words; empty for what is over without anybody having said how it went
 */
public record OwnView(String url, String weekday, String day, String month, String date, String time, String when, String zone,
        String zoneId, String what, List<Line> services, String teamMember, Optional<String> photo, String place, String address,
        String mapUrl, String phone, String length, String price, boolean prepaid, String state, String status, String comment) {

    /** A service and its price. */
    public record Line(String title, String price) {}

    static OwnView of(Texts t, Appointment appointment, Instant now, Assets assets) {
        var location = appointment.location();
        var start = appointment.start().atZone(location.zone());
        var date = t.fullDate(start.toLocalDate());
        var time = t.time(start.toLocalTime()) + "–\u2060" + t.time(appointment.end().atZone(location.zone()).toLocalTime());
        var services = appointment.services();
        return new OwnView(Appointments.url(location.id(), appointment.id()), t.weekdayInShort(start.getDayOfWeek()),
                Integer.toString(start.getDayOfMonth()), t.month(start.getMonth()), date, time,
                t.text("date.and_time", "date", date, "time", time), t.zone(location.zone()), location.zone().getId(),
                services.stream().map(BookedService::title).collect(Collectors.joining(", ")),
                services.stream().map(service -> new Line(service.title(), t.money(service.price()))).toList(),
                appointment.teamMember().name(), appointment.teamMember().photo().map(assets::picture), location.title(),
                location.address(), MapLink.to(location), location.phone(), t.duration(appointment.length()),
                t.money(appointment.price()), appointment.prepaid(), state(appointment), status(t, appointment, now),
                appointment.comment());
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
