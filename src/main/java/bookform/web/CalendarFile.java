package bookform.web;

import bookform.booking.Appointment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Appointments for a calendar, RFC 5545: an event each, times in UTC, so that every calendar shows them in its owner's own zone. One that
 * was cancelled says so, and calendars take it away.
 */
public final class CalendarFile {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75; // octets, RFC 5545 §3.1

    private CalendarFile() {}

    /** A file with one appointment. */
    public static String of(Appointment appointment, Instant now) {
        return calendar(Stream.of(), Stream.of(appointment), now);
    }

    /** What a calendar that subscribed reads again and again, every hour if it wants to; RFC 7986 §5, and what came before it. */
    public static String feed(String name, List<Appointment> appointments, Instant now) {
        return calendar(Stream.of("NAME:" + escaped(name), "X-WR-CALNAME:" + escaped(name), "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                "X-PUBLISHED-TTL:PT1H"), appointments.stream(), now);
    }

    private static String calendar(Stream<String> about, Stream<Appointment> appointments, Instant now) {
        return Stream.of(Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bookform//Bookform//EN", "METHOD:PUBLISH"), about,
                appointments.flatMap(appointment -> event(appointment, now)), Stream.of("END:VCALENDAR"))
                .flatMap(Function.identity()).map(CalendarFile::folded).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static Stream<String> event(Appointment appointment, Instant now) {
        var location = appointment.location();
        return Stream.of("BEGIN:VEVENT",
                "UID:appointment-" + location.id() + "-" + appointment.id() + "@bookform",
                "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(appointment.start()),
                "DTEND:" + UTC.format(appointment.end()),
                "SUMMARY:" + escaped(appointment.what() + " · " + location.title()),
                "DESCRIPTION:" + escaped(appointment.what() + "\n" + appointment.teamMember().name() + "\n" + location.phone()),
                "LOCATION:" + escaped(
                        Stream.of(location.title(), location.address()).filter(text -> !text.isBlank()).collect(Collectors.joining(", "))),
                "STATUS:" + (appointment.isCancelled() ? "CANCELLED" : "CONFIRMED"),
                "END:VEVENT");
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
