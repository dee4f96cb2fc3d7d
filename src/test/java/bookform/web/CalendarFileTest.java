package bookform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.booking.Appointment;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Money;
import bookform.booking.TeamMember;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545. */
class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final Location STUDIO = DemoLocation.setup(LocalDate.of(2026, 11, 23)).location();

    @Test
    void isOneEventInUtc() {
        assertEquals("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Bookform//Bookform//EN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:appointment-1-17@bookform
                DTSTAMP:20261123T050000Z
                DTSTART:20261125T080000Z
                DTEND:20261125T084500Z
                SUMMARY:Haircut · Linden Studio
                DESCRIPTION:Haircut\\nAnna\\n+370 5 200 0112
                LOCATION:Linden Studio\\, Liepų g. 12\\, 01129 Vilnius
                STATUS:CONFIRMED
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"), file("Haircut", "Linden Studio", Status.CONFIRMED));
    }

    @Test
    void saysThatItIsCancelled() {
        assertTrue(file("Haircut", "Linden Studio", Status.CANCELLED).contains("\r\nSTATUS:CANCELLED\r\n"));
    }

    @Test
    void escapesWhatHasAMeaning() {
        assertTrue(unfolded(file("a;b,c\\d\ne\r\nf", "x", Status.CONFIRMED)).contains("\r\nSUMMARY:a\\;b\\,c\\\\d\\ne\\nf · x\r\n"));
    }

    @Test
    void nothingStartsALineOfItsOwn() {
        var file = unfolded(file("x\r\nATTACH:http://evil\nEND:VEVENT\u2028BEGIN:VALARM\u0085Y:1\u000bZ:1", "x", Status.CONFIRMED));
        assertEquals(15, file.split("\r\n").length, file);
        assertFalse(file.replace("\r\n", "").matches("(?s).*[\\r\\n\\u2028\\u0085\\u000b].*"), file);
    }

    /** Control characters are not allowed in a text, RFC 5545 §3.1. */
    @Test
    void leavesControlCharactersOut() {
        assertFalse(file("a\u0000b\u0007c\u001bd", "x", Status.CONFIRMED).matches("(?s).*[\\u0000-\\u0008\\u000e-\\u001f\\u007f].*"));
    }

    @ParameterizedTest @ValueSource(strings = {"Haircut", "ąčęėįšųūž", "理髪店の予約", "👩‍💻💇🏽‍♀️", "a\\;,", "é"})
    void foldsAtSeventyFiveOctetsWithinNoCharacter(String piece) {
        var title = piece.repeat(60);
        var file = file(title, "x", Status.CONFIRMED);
        for (var line : file.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\ufffd"));
            assertEquals(line, new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "no half character");
        }
        var longest = file.lines().mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length).max().orElseThrow();
        assertTrue(longest > 70, "lines are used: " + longest);
        assertTrue(unfolded(file).contains("SUMMARY:" + title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") + " · x\r\n"));
    }

    @Test
    void everyLineEndsWithBothCharacters() {
        var file = file("Haircut".repeat(30), "x", Status.CONFIRMED);
        assertTrue(file.endsWith("END:VCALENDAR\r\n"));
        assertEquals(file.replace("\r\n", "").replaceAll("[\\r\\n]", ""), file.replace("\r\n", ""));
    }

    private static String file(String service, String location, Status status) {
        var price = Money.zero(STUDIO.currency());
        var place = new Location(STUDIO.id(), location, STUDIO.address(), STUDIO.city(), STUDIO.phone(), STUDIO.zone(), STUDIO.country(),
                STUDIO.currency(), STUDIO.coordinates(),
                STUDIO.description(), STUDIO.logo(), STUDIO.cancellation(), STUDIO.email(), STUDIO.anyTeamMember(),
                STUDIO.smsReminderHours());
        var anna = new TeamMember(1, "Anna", "", "", Optional.empty(), Optional.empty(), Html.NONE, true, Optional.empty());
        return CalendarFile.of(new Appointment(17, place, List.of(new BookedService(1, service, price, Duration.ofMinutes(45))), anna,
                Instant.parse("2026-11-25T08:00:00Z"),
                Duration.ofMinutes(45), "", status, Optional.empty()), NOW);
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }
}
