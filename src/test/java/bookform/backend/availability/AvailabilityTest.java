package bookform.backend.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.availability.Grid.Steps;
import bookform.backend.setup.WorkingHours.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Steps BY_QUARTERS = new Steps(QUARTER, false, Optional.empty());
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void offersWholeStepsAsLongAsTheyFit() {
        assertEquals(times("09:00 09:15 09:30 09:45 10:00"), starts(ranges("09:00-11:00"), ranges(""), HOUR, QUARTER));
    }

    @Test
    void offersAStretchThatIsJustLongEnough() {
        assertEquals(times("09:00"), starts(ranges("09:00-10:00"), ranges(""), HOUR, QUARTER));
    }

    @Test
    void offersNothingInAStretchThatIsASecondTooShort() {
        assertEquals(List.of(), starts(List.of(new TimeRange(at("09:00"), at("10:00").minusSeconds(1))), ranges(""), HOUR, QUARTER));
    }

    @Test
    void startsRightAfterABusyTimeAndEndsRightBeforeOne() {
        assertEquals(times("10:00"), starts(ranges("09:00-12:00"), ranges("09:00-10:00 11:00-12:00"), HOUR, QUARTER));
    }

    @Test
    void countsStepsFromTheStartOfTheStretchNotFromTheEndOfABusyTime() {
        assertEquals(times("10:15 10:45"), starts(ranges("09:15-12:00"), ranges("09:15-10:05"), HOUR, Duration.ofMinutes(30)));
    }

    @Test
    void doesNotReachOverABreak() {
        assertEquals(times("09:00 10:00 14:00 15:00"), starts(ranges("09:00-11:30 14:00-16:00"), ranges(""), HOUR, HOUR));
    }

    @Test
    void countsStepsAnewAfterABreak() {
        assertEquals(times("09:00 13:10 13:40"), starts(ranges("09:00-10:00 13:10-14:40"), ranges(""), HOUR, Duration.ofMinutes(30)));
    }

    @Test
    void aBusyTimeInTheMiddleSplitsTheStretch() {
        assertEquals(times("09:00 11:00"), starts(ranges("09:00-12:00"), ranges("10:00-11:00"), HOUR, HOUR));
    }

    @Test
    void oneSecondOfBusyTimeTakesTheSlot() {
        var busy = List.of(new TimeRange(at("09:59").plusSeconds(59), at("10:00")));
        assertEquals(times("10:00"), starts(ranges("09:00-11:00"), busy, HOUR, HOUR));
    }

    @Test
    void busyTimeOutsideTheStretchDoesNotMatter() {
        assertEquals(times("09:00"), starts(ranges("09:00-10:00"), ranges("07:00-09:00 10:00-12:00"), HOUR, QUARTER));
    }

    @Test
    void busyTimeThatReachesIntoTheStretchCuts() {
        assertEquals(times("09:30"), starts(ranges("09:00-11:00"), ranges("08:00-09:30 10:30-12:00"), HOUR, QUARTER));
    }

    @Test
    void aWhollyBusyStretchOffersNothing() {
        assertEquals(List.of(), starts(ranges("09:00-11:00"), ranges("08:00-12:00"), QUARTER, QUARTER));
        assertEquals(List.of(), starts(ranges("09:00-11:00"), ranges("09:00-10:00 10:00-11:00"), QUARTER, QUARTER));
    }

    @Test
    void findsItsPlaceAmongManyBusyTimes() {
        var busy = new ArrayList<TimeRange>();
        for (var from = at("00:00").minus(DAY); from.isBefore(at("00:00").plus(DAY)); from = from.plus(HOUR)) {
            if (!from.equals(at("15:00"))) busy.add(TimeRange.of(from, HOUR));
        }
        assertEquals(times("15:00"), starts(ranges("09:00-18:00"), busy, HOUR, QUARTER));
    }

    @Test
    void offersTheVerySecondOfTheNoticeAndNothingBefore() {
        var working = ranges("09:00-12:00");
        assertEquals(at("10:00"), first(working, at("10:00")));
        assertEquals(at("10:15"), first(working, at("10:00").plusNanos(1)));
        assertEquals(at("10:00"), first(working, at("10:00").minusSeconds(1)));
    }

    @Test
    void offersNothingOnceTheDayIsOver() {
        assertEquals(0, Availability.starts(ranges("09:00-12:00"), List.of(), HOUR, BY_QUARTERS, at("11:00").plusSeconds(1)).count());
    }

    @Test
    void theStepMayBeLongerThanTheLength() {
        assertEquals(times("09:00 11:00"), starts(ranges("09:00-12:00"), ranges(""), QUARTER, Duration.ofHours(2)));
    }

    @Test
    void refusesNoLengthAndNoStep() {
        assertThrows(IllegalArgumentException.class, () -> starts(ranges("09:00-12:00"), ranges(""), Duration.ZERO, QUARTER));
        assertThrows(IllegalArgumentException.class, () -> starts(ranges("09:00-12:00"), ranges(""), HOUR, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(at("10:00"), at("09:00")));
    }

    @Test
    void rangesThatTouchDoNotOverlap() {
        var nine = new TimeRange(at("09:00"), at("10:00"));
        assertEquals(false, nine.overlaps(new TimeRange(at("10:00"), at("11:00"))));
        assertEquals(true, nine.overlaps(new TimeRange(at("09:59"), at("11:00"))));
    }

    @Test
    void whatTouchesBusyTimeIsFree() {
        var busy = ranges("09:00-10:00 11:00-12:00");
        assertEquals(true, Availability.isFree(new TimeRange(at("10:00"), at("11:00")), busy));
        assertEquals(false, Availability.isFree(new TimeRange(at("09:59"), at("11:00")), busy));
        assertEquals(false, Availability.isFree(new TimeRange(at("10:00"), at("11:01")), busy));
        assertEquals(true, Availability.isFree(new TimeRange(at("12:00"), at("13:00")), busy));
    }

    @Test
    void stretchesThatTouchAreOne() {
        assertEquals(ranges("09:00-13:00 14:00-15:00"),
                Availability.working(stretches("12:00-13:00 09:00-12:00 14:00-15:00"), LocalDate.parse("2026-11-23"), ZoneId.of("UTC")));
    }

    @Test
    void aDayOffHasNoWorkingTime() {
        assertEquals(List.of(), Availability.working(List.of(), LocalDate.parse("2026-11-23"), ZoneId.of("Europe/Vilnius")));
    }

    @Test
    void workingTimeIsTheLocationsWallClock() {
        assertEquals(List.of(range("2026-11-23T07:00:00Z", "2026-11-23T16:00:00Z")),
                working("Europe/Vilnius", "2026-11-23", "09:00-18:00"));
        assertEquals(List.of(range("2026-11-23T14:00:00Z", "2026-11-23T23:00:00Z")),
                working("America/New_York", "2026-11-23", "09:00-18:00"));
        assertEquals(List.of(range("2026-11-22T19:00:00Z", "2026-11-23T04:00:00Z")),
                working("Pacific/Kiritimati", "2026-11-23", "09:00-18:00"));
    }

    @Test
    void dayHoursAreWholeOnTheDayTheClocksChange() {
        assertEquals(List.of(range("2026-03-29T06:00:00Z", "2026-03-29T15:00:00Z")),
                working("Europe/Vilnius", "2026-03-29", "09:00-18:00"));
        assertEquals(List.of(range("2026-10-25T07:00:00Z", "2026-10-25T16:00:00Z")),
                working("Europe/Vilnius", "2026-10-25", "09:00-18:00"));
    }

    @Test
    void aStretchOverAGapShrinks() { // 02:00 → 03:00 in Berlin
        assertEquals(List.of(range("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z")), working("Europe/Berlin", "2026-03-29", "01:00-04:00"));
        assertEquals(List.of("01:00", "01:30", "03:00", "03:30"), wallClock("Europe/Berlin", "2026-03-29", "01:00-04:00"));
    }

    @Test
    void aStretchThatBeginsOrEndsInAGapIsCutThere() {
        assertEquals(List.of("03:00", "03:30"), wallClock("Europe/Berlin", "2026-03-29", "02:30-04:00"));
        assertEquals(List.of("01:00", "01:30"), wallClock("Europe/Berlin", "2026-03-29", "01:00-02:30"));
    }

    @Test
    void aStretchInsideAGapIsNotThere() {
        assertEquals(List.of(), working("Europe/Berlin", "2026-03-29", "02:00-03:00"));
        assertEquals(List.of(), working("Europe/Vilnius", "2026-03-29", "03:15-03:45"));
        assertEquals(List.of(), working("America/New_York", "2026-03-08", "02:00-03:00"));
    }

    @Test
    void aStretchOverAFoldIsWorkedTwice() { // 03:00 → 02:00 in Berlin
        assertEquals(List.of(range("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z")), working("Europe/Berlin", "2026-10-25", "01:00-04:00"));
        assertEquals(List.of("01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"),
                wallClock("Europe/Berlin", "2026-10-25", "01:00-04:00"));
        assertEquals(List.of("00:30", "01:00", "01:30", "01:00", "01:30", "02:00"),
                wallClock("America/New_York", "2026-11-01", "00:30-02:30"));
    }

    @Test
    void aStretchInsideAFoldIsThereTwice() {
        assertEquals(List.of(range("2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z"), range("2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z")),
                working("Europe/Vilnius", "2026-10-25", "03:15-03:45"));
    }

    @Test
    void aChangeOfHalfAnHourIsNoDifferent() { // Lord Howe: 02:00 → 01:30 in April, 02:00 → 02:30 in October
        assertEquals(List.of("01:00", "01:30", "01:30", "02:00", "02:30"), wallClock("Australia/Lord_Howe", "2026-04-05", "01:00-03:00"));
        assertEquals(List.of("01:00", "01:30", "02:30"), wallClock("Australia/Lord_Howe", "2026-10-04", "01:00-03:00"));
    }

    @Test
    void aDayThatWasLeftOutHasNoWorkingTime() {
        assertEquals(List.of(), working("Pacific/Apia", "2011-12-30", "09:00-18:00"));
        assertEquals(List.of(range("2011-12-30T19:00:00Z", "2011-12-31T04:00:00Z")), working("Pacific/Apia", "2011-12-31", "09:00-18:00"));
    }

    /**
     * The definition itself, on days on which clocks change and the days around them: exactly those instants are working time at which
     * the wall clock shows a working time.
     */
    @Test
    void workingTimeIsWhatTheWallClockSays() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var zones = List.of("Europe/Berlin", "Europe/Vilnius", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca", "Asia/Tehran");
        for (var i = 0; i < 400; i++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var change = zone.getRules().nextTransition(Instant.ofEpochSecond(random.nextInt(1_300_000_000))).getInstant();
            var date = LocalDate.ofInstant(change, zone).plusDays(random.nextInt(3) - 1);
            var from = random.nextInt(90);
            var stretch = new Stretch(LocalTime.ofSecondOfDay(from * 900),
                    LocalTime.ofSecondOfDay((from + 1 + random.nextInt(95 - from)) * 900));
            var working = Availability.working(List.of(stretch), date, zone);
            for (var instant = date.minusDays(1).atStartOfDay(zone).toInstant(); instant.isBefore(date.plusDays(2).atStartOfDay(zone)
                    .toInstant());
                    instant = instant.plusSeconds(900)) {
                var shown = instant.atZone(zone);
                var expected = shown.toLocalDate().equals(date) && !shown.toLocalTime().isBefore(stretch.from())
                        && shown.toLocalTime().isBefore(stretch.to());
                var probe = TimeRange.of(instant, Duration.ofSeconds(1));
                assertEquals(expected, working.stream().anyMatch(range -> range.overlaps(probe)),
                        "seed " + seed + ": " + shown + " of " + stretch);
            }
            assertTrue(working.stream().noneMatch(TimeRange::isEmpty));
        }
    }

    private static List<Instant> starts(List<TimeRange> working, List<TimeRange> busy, Duration length, Duration step) {
        return Availability.starts(working, busy, length, new Steps(step, false, Optional.empty()), Instant.EPOCH).toList();
    }

    private static Instant first(List<TimeRange> working, Instant earliest) {
        return Availability.starts(working, List.of(), HOUR, BY_QUARTERS, earliest).findFirst().orElseThrow();
    }

    private static List<TimeRange> working(String zone, String date, String stretches) {
        return Availability.working(stretches(stretches), LocalDate.parse(date), ZoneId.of(zone));
    }

    /** What the clock on the wall shows at each half hour of work. */
    private static List<String> wallClock(String zone, String date, String stretches) {
        return starts(working(zone, date, stretches), List.of(), Duration.ofMinutes(30), Duration.ofMinutes(30)).stream()
                .map(start -> start.atZone(ZoneId.of(zone)).toLocalTime().toString()).toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }

    private static List<Instant> times(String times) {
        return Arrays.stream(times.split(" ")).map(AvailabilityTest::at).toList();
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }

    private static List<TimeRange> ranges(String ranges) {
        return words(ranges).stream().map(range -> new TimeRange(at(range.substring(0, 5)), at(range.substring(6)))).toList();
    }

    private static List<Stretch> stretches(String stretches) {
        return words(stretches).stream().map(stretch -> new Stretch(LocalTime.parse(stretch.substring(0, 5)),
                LocalTime.parse(stretch.substring(6)))).toList();
    }

    private static List<String> words(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
