package bookform.web;

import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An appointment as a calendar file, RFC 5545: one event, times in UTC, so that every calendar shows it in its owner's own zone. */
public final class CalendarFile {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75; // octets, RFC 5545 §3.1

    private CalendarFile() {}

    public static String of(Appointment appointment, Instant now) {
        var location = appointment.location();
        var services = appointment.services().stream().map(BookedService::title).collect(Collectors.joining(", "));
        var lines = List.of(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bookform//Bookform//EN", "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:appointment-" + location.id() + "-" + appointment.id() + "@bookform",
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(appointment.start()),
                "DTEND:" + UTC.format(appointment.end()),
                "SUMMARY:" + escaped(services + " · " + location.title()),
                "DESCRIPTION:" + escaped(services + "\n" + appointment.teamMember().name() + "\n" + location.phone()),
                "LOCATION:" + escaped(
                        Stream.of(location.title(), location.address()).filter(text -> !text.isBlank()).collect(Collectors.joining(", "))),
                "STATUS:" + (appointment.isCancelled() ? "CANCELLED" : "CONFIRMED"),
                "END:VEVENT", "END:VCALENDAR");
        return lines.stream().map(CalendarFile::folded).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", "");
    }

    /** A long line goes on in the next, which begins with a space; never in the middle of a character. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var point : line.codePoints().toArray()) {
            var character = Character.toString(point);
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
