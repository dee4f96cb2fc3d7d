package bookform.altegio.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    private static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

    @Test
    void everyFieldIsWrittenInItsOwnWay() {
        var instant = Instant.parse("2030-01-15T08:00:00Z");
        assertEquals("2030-01-15T10:00:00+02:00", WireTime.withColon(instant, VILNIUS));
        assertEquals("2030-01-15T10:00:00+0200", WireTime.withoutColon(instant, VILNIUS));
        assertEquals("2030-01-15 10:00:00", WireTime.local(instant, VILNIUS));
        assertEquals("10:00", WireTime.time(instant, VILNIUS));
        assertEquals("2030-01-15T08:00:00+00:00", WireTime.withColon(instant, ZoneId.of("UTC")));
    }

    @ParameterizedTest @CsvSource({"2030-01-15T10:00:00.000+02:00", "2030-01-15T10:00:00+0200", "2030-01-15 10:00:00", "2030-01-15T10:00",
            "2030-01-15T08:00:00Z", "2030-01-15T03:00:00.123456789-05:00", "2030-01-15T10:00:00 02:00", " 2030-01-15t10:00:00+02 "})
    void everyFormIsRead(String text) {
        assertEquals(Optional.of(Instant.parse("2030-01-15T08:00:00Z")), WireTime.instant(text, VILNIUS));
    }

    /** The clocks go back on 25 October 2026 at 4:00 and forward on 28 March 2027 at 3:00. */
    @Test
    void aTimeShownTwiceIsTheFirstAndOneLeftOutIsNone() {
        assertEquals(Optional.of(Instant.parse("2026-10-25T00:30:00Z")), WireTime.instant("2026-10-25T03:30:00", VILNIUS));
        assertEquals(Optional.of(Instant.parse("2026-10-25T01:30:00Z")), WireTime.instant("2026-10-25T03:30:00+02:00", VILNIUS));
        assertEquals(Optional.empty(), WireTime.instant("2027-03-28T03:30:00", VILNIUS));
        assertEquals(Optional.of(Instant.parse("2027-03-28T01:30:00Z")), WireTime.instant("2027-03-28T03:30:00+02:00", VILNIUS));
    }

    @ParameterizedTest @ValueSource(strings = {"", "10:00", "2030-01-15", "2030-02-30T10:00:00", "2030-01-15T25:00:00",
            "2030-01-15T10:00:00+19:00", "1893495600", "+12030-01-15T10:00:00"})
    void nonsenseIsNoTime(String text) {
        assertEquals(Optional.empty(), WireTime.instant(text, VILNIUS));
    }

    @ParameterizedTest @ValueSource(strings = {"2030-01-15", "20300115", "2030-01-15T10:00:00+02:00", "2030-01-15 10:00:00"})
    void everyFormOfADateIsRead(String text) {
        assertEquals(Optional.of(LocalDate.parse("2030-01-15")), WireTime.date(text));
    }

    @ParameterizedTest @ValueSource(strings = {"", "2030-13-01", "2030-02-30", "today", "15.01.2030", "0000-00-00"})
    void nonsenseIsNoDate(String text) {
        assertEquals(Optional.empty(), WireTime.date(text));
    }
}
