package bookform.backend.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.SlotGrid;
import bookform.backend.setup.SlotGrid.Kind;
import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The kinds of slots, on quiet days and when clocks change. */
class GridTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Vilnius"), ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Pacific/Apia"), ZoneId.of("Asia/Kathmandu"));

    @Test
    void theScheduleDoesNotCareWhatIsBooked() {
        assertEquals("09:00 10:30 11:00 11:30 12:00", starts(slots(Kind.SCHEDULE, 30, "", ""), "09:00-13:00", "10:00-10:20"));
    }

    @Test
    void dynamicSlotsBeginRightAfterWhatIsBooked() {
        assertEquals("09:00 10:20 10:50 11:20 11:50", starts(slots(Kind.DYNAMIC, 30, "", ""), "09:00-13:00", "10:00-10:20"));
        assertEquals("09:10 09:40 10:10", starts(slots(Kind.DYNAMIC, 30, "", ""), "08:00-11:10", "07:00-09:10"));
    }

    @Test
    void dynamicSlotsInAFreeDayAreThoseOfTheSchedule() {
        assertEquals(starts(slots(Kind.SCHEDULE, 20, "", ""), "09:10-13:00 14:00-17:00", ""),
                starts(slots(Kind.DYNAMIC, 20, "", ""), "09:10-13:00 14:00-17:00", ""));
    }

    @Test
    void listedSlotsAreOfferedWhereTheyFit() {
        assertEquals("09:15 11:00", starts(listed("08:59 09:15 10:01 11:00 12:01 15:00"), "09:00-13:00", "10:30-10:45"));
    }

    @Test
    void noSlotIsBeforeTheFirstOrAfterTheLast() {
        assertEquals("10:00 10:30 11:00", starts(slots(Kind.SCHEDULE, 30, "10:00", "11:00"), "09:00-18:00", ""));
        assertEquals("10:00 10:50", starts(slots(Kind.DYNAMIC, 50, "10:00", "11:00"), "09:00-18:00", ""));
        assertEquals("10:10 10:40", starts(slots(Kind.DYNAMIC, 30, "10:00", "11:00"), "09:00-18:00", "09:30-10:10"));
        var slots = new Slots(Kind.PREDEFINED, HOUR, time("10:00"), time("11:00"), times("09:59 10:00 11:00 11:01"));
        assertEquals("10:00 11:00", starts(slots, "09:00-18:00", ""));
    }

    @Test
    void stepsAreCountedFromTheFirstSlotWhereItLiesWithinWorkingTime() {
        assertEquals("10:10 11:10 14:00 15:00", starts(slots(Kind.SCHEDULE, 60, "10:10", ""), "09:00-13:00 14:00-16:00", ""));
        assertEquals("09:00 10:00", starts(slots(Kind.SCHEDULE, 60, "08:30", ""), "09:00-11:00", ""));
    }

    @Test
    void theLastSlotMayBeTheLastSecondOfTheDay() {
        var slots = slots(Kind.SCHEDULE, 60, "22:00", "23:59:59");
        assertEquals("22:00 23:00", starts(slots, "09:00-24:00", ""));
    }

    @Test
    void workUntilMidnightIsOfferedUntilMidnight() {
        assertEquals("22:00 23:00", starts(slots(Kind.SCHEDULE, 60, "", ""), "22:00-24:00", ""));
        assertEquals(Duration.ofHours(24), working("00:00-24:00", DAY, ZoneOffset.UTC).getFirst().length());
        assertEquals(Duration.ofHours(23),
                working("00:00-24:00", LocalDate.parse("2026-03-29"), ZoneId.of("Europe/Vilnius")).getFirst().length());
        // 24:00 → 23:00 in São Paulo: the last hour of the day comes twice
        assertEquals(Duration.ofHours(3), working("22:00-24:00", LocalDate.parse("2018-02-17"), ZoneId.of("America/Sao_Paulo"))
                .getFirst().length());
    }

    @Test
    void weekdaysAndDaysHaveTheirOwn() {
        var usual = slots(Kind.SCHEDULE, 60, "", "");
        var monday = slots(Kind.DYNAMIC, 30, "", "");
        var holiday = listed("10:00");
        var grid = new SlotGrid(usual, Map.of(DayOfWeek.MONDAY, monday), new TreeMap<>(Map.of(DAY.plusWeeks(1), holiday)));
        assertEquals(monday, grid.on(DAY));
        assertEquals(usual, grid.on(DAY.plusDays(1)));
        assertEquals(holiday, grid.on(DAY.plusWeeks(1)));
    }

    @Test
    void aListedTimeIsThereAsOftenAsTheClockShowsIt() {
        var vilnius = ZoneId.of("Europe/Vilnius");
        assertEquals(List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")),
                ((Grid.Listed) Grid.of(listed("03:30"), LocalDate.parse("2026-10-25"), vilnius)).starts());
        assertEquals(List.of(), ((Grid.Listed) Grid.of(listed("03:30"), LocalDate.parse("2026-03-29"), vilnius)).starts());
    }

    @Test
    void refusesStepsThatDoNotStep() {
        assertThrows(IllegalArgumentException.class, () -> Grid.of(Slots.every(Duration.ZERO), DAY, ZoneOffset.UTC));
    }

    /**
     * What holds for every kind, zone and day, around changes of the clocks: each start is working time for its whole length and free,
     * lies between first and last on the wall clock, and no start that the kind allows is left out. The expectation is found by trying
     * every five minutes.
     */
    @Test
    void offersExactlyWhatTheWallClockAllows() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 600; i++) {
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var date = dayNearAChange(zone, random);
            var slots = randomSlots(random);
            var working = working(randomStretch(random), date, zone);
            var busy = randomBusy(random, date.atStartOfDay(zone).toInstant());
            var length = Duration.ofMinutes(5 * (1 + random.nextInt(18)));
            var offered = Availability.starts(working, busy, length, Grid.of(slots, date, zone), Instant.MIN).toList();
            var expected = new ArrayList<Instant>();
            for (var start = date.atStartOfDay(zone).toInstant(); start.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant()); start =
                    start.plusSeconds(300)) {
                if (isAllowed(start, slots, zone) && isFree(TimeRange.of(start, length), working, busy)
                        && isOnGrid(start, slots, date, zone, working, busy))
                    expected.add(start);
            }
            assertEquals(expected, offered, "seed " + seed + ": " + slots + " on " + date + " in " + zone);
            assertTrue(offered.stream().allMatch(start -> start.atZone(zone).toLocalDate().equals(date)));
        }
    }

    private static boolean isAllowed(Instant start, Slots slots, ZoneId zone) {
        var shown = start.atZone(zone).toLocalTime();
        return slots.first().filter(shown::isBefore).isEmpty() && slots.last().filter(shown::isAfter).isEmpty();
    }

    private static boolean isFree(TimeRange range, List<TimeRange> working, List<TimeRange> busy) {
        return working.stream().anyMatch(stretch -> !range.from().isBefore(stretch.from()) && !range.to().isAfter(stretch.to()))
                && busy.stream().noneMatch(range::overlaps);
    }

    /** Walks back, five minutes at a time, to where counting begins. */
    private static boolean isOnGrid(Instant start, Slots slots, LocalDate date, ZoneId zone, List<TimeRange> working,
            List<TimeRange> busy) {
        if (slots.kind() == Kind.PREDEFINED) return slots.starts().contains(start.atZone(zone).toLocalTime());
        var origin = start;
        while (true) {
            var before = new TimeRange(origin.minusSeconds(300), origin);
            // First and last are instants of the wall clock: the grid begins anew where it shows the first one again.
            var counts = isFree(before, working, slots.kind() == Kind.DYNAMIC ? busy : List.of())
                    && before.from().atZone(zone).toLocalDate().equals(date) && isAllowed(before.from(), slots, zone);
            if (!counts) return Duration.between(origin, start).toSeconds() % slots.step().toSeconds() == 0;
            origin = before.from();
        }
    }

    private static LocalDate dayNearAChange(ZoneId zone, Random random) {
        var from = Instant.parse("2010-01-01T00:00:00Z").plusSeconds(random.nextInt(400_000_000));
        var change = zone.getRules().nextTransition(from);
        var near = change == null ? from : change.getInstant();
        return LocalDate.ofInstant(near, zone).plusDays(random.nextInt(3) - 1);
    }

    private static Slots randomSlots(Random random) {
        var kind = Kind.values()[random.nextInt(3)];
        var first = LocalTime.of(random.nextInt(5), 5 * random.nextInt(12));
        var last = LocalTime.of(5 + random.nextInt(19), 5 * random.nextInt(12));
        var starts = random.ints(10, 0, 288).sorted().distinct().mapToObj(cell -> LocalTime.ofSecondOfDay(300L * cell)).toList();
        return new Slots(kind, Duration.ofMinutes(5 * (1 + random.nextInt(12))), Optional.of(first).filter(_ -> random.nextBoolean()),
                Optional.of(last).filter(_ -> random.nextBoolean()), kind == Kind.PREDEFINED ? starts : List.of());
    }

    private static String randomStretch(Random random) {
        var from = random.nextInt(250);
        var to = from + 1 + random.nextInt(288 - from);
        return LocalTime.ofSecondOfDay(300L * from) + "-" + (to == 288 ? "24:00" : LocalTime.ofSecondOfDay(300L * to));
    }

    private static List<TimeRange> randomBusy(Random random, Instant midnight) {
        var busy = new ArrayList<TimeRange>();
        var cell = -20;
        while (cell < 300) {
            var from = cell + 1 + random.nextInt(60);
            cell = from + 1 + random.nextInt(20);
            busy.add(new TimeRange(midnight.plusSeconds(300L * from), midnight.plusSeconds(300L * cell)));
        }
        return busy;
    }

    private static String starts(Slots slots, String working, String busy) {
        var ranges = Arrays.stream(busy.split(" ")).filter(range -> !range.isEmpty())
                .map(range -> new TimeRange(at(range.substring(0, 5)), at(range.substring(6)))).toList();
        return Availability.starts(working(working, DAY, ZoneOffset.UTC), ranges, HOUR, Grid.of(slots, DAY, ZoneOffset.UTC), Instant.EPOCH)
                .map(start -> start.atOffset(ZoneOffset.UTC).toLocalTime().toString()).collect(Collectors.joining(" "));
    }

    private static List<TimeRange> working(String stretches, LocalDate date, ZoneId zone) {
        return Availability.working(Arrays.stream(stretches.split(" ")).map(stretch -> new Stretch(LocalTime.parse(stretch.substring(0, 5)),
                stretch.endsWith("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(stretch.substring(6)))).toList(), date, zone);
    }

    private static Slots slots(Kind kind, int step, String first, String last) {
        return new Slots(kind, Duration.ofMinutes(step), time(first), time(last), List.of());
    }

    private static Slots listed(String starts) {
        return new Slots(Kind.PREDEFINED, HOUR, Optional.empty(), Optional.empty(), times(starts));
    }

    private static List<LocalTime> times(String times) {
        return Arrays.stream(times.split(" ")).map(LocalTime::parse).toList();
    }

    private static Optional<LocalTime> time(String text) {
        return Optional.of(text).filter(time -> !time.isEmpty()).map(LocalTime::parse);
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
