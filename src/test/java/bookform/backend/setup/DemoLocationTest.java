package bookform.backend.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.Resource.Instance;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import bookform.booking.Appointment.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoLocationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir Path folder;

    /** A Wednesday in winter, a Sunday before clocks go forward, a Thursday before they go back. */
    static Stream<LocalDate> days() {
        return Stream.of(TODAY, LocalDate.of(2027, 3, 14), LocalDate.of(2027, 10, 7));
    }

    @Test
    void theConstantsNameWhatTheFileHas() {
        var setup = DemoLocation.setup(TODAY);
        assertEquals(DemoLocation.LOCATION, setup.location().id());
        assertEquals(DemoLocation.ZONE, setup.location().zone());
        assertEquals(List.of("Anna", "Boris", "Clara", "Daniel", "Emma"), setup.teamMembers().stream().map(Person::name).toList());
        assertEquals(DemoLocation.EMMA, setup.teamMembers().getLast().id());
        assertEquals("Haircut", setup.services().get((int) DemoLocation.HAIRCUT - 1).title());
        assertEquals("Lash lift", setup.services().get((int) DemoLocation.LASH_LIFT - 1).title());
        assertEquals(17, setup.services().size());
        var wedding = setup.services().get((int) DemoLocation.LASH_LIFT);
        assertEquals("Wedding styling", wedding.title());
        assertFalse(wedding.online());
        assertEquals("Styling workshop", setup.services().get((int) DemoLocation.STYLING_WORKSHOP - 1).title());
        assertEquals(List.of(DemoLocation.GARDEN_ROOM, DemoLocation.STREET_ROOM),
                setup.resources().get((int) DemoLocation.QUIET_ROOM - 1).instances().stream().map(Instance::id).toList());
        assertFalse(setup.forms().get((int) DemoLocation.PLAIN_FORM - 1).phoneConfirmation());
        assertTrue(setup.forms().get((int) DemoLocation.SMS_FORM - 1).phoneConfirmation());
    }

    @Test
    void everyPictureIsInTheSprite() {
        var sprite = new String(LocationFiles.resource("/static/demo.svg"), StandardCharsets.UTF_8);
        var setup = DemoLocation.setup(TODAY);
        var pictures = Stream.concat(setup.services().stream().map(OfferedService::image), setup.teamMembers().stream().map(Person::photo));
        pictures.map(picture -> picture.orElseThrow().replace("/assets/demo.svg#", ""))
                .forEach(view -> assertTrue(sprite.contains("<view id=\"" + view + "\""), view));
    }

    @Test
    void isAloneUntilSomethingElseIsImported() {
        try (var store = open(TODAY)) {
            assertFalse(DemoLocation.isAlone(store));
            DemoLocation.load(store, at(TODAY));
            assertTrue(DemoLocation.isAlone(store));
            store.locations().replace(LocationFiles.read("other.yaml", """
                    location: {id: 2}
                    services: [{id: 1, category: 1, title: Haircut, duration: 30}]
                    teamMembers: [{id: 1, name: Vera}]
                    forms: [{id: 3}]
                    """).setup());
            assertFalse(DemoLocation.isAlone(store));
        }
    }

    @Test
    void emmaIsOnHolidayForTenDays() {
        var emma = person(DemoLocation.setup(TODAY), DemoLocation.EMMA).hours();
        TODAY.datesUntil(TODAY.plusDays(10)).forEach(day -> assertEquals(List.of(), emma.on(day)));
        assertFalse(emma.on(LocalDate.of(2026, 12, 7)).isEmpty());
    }

    @ParameterizedTest @MethodSource("days")
    void appointmentsAreWithinWorkingHoursAndDoNotOverlap(LocalDate today) {
        var setup = DemoLocation.setup(today);
        var held = new HeldTime();
        var references = new HashSet<String>();
        for (var appointment : DemoLocation.appointments(today)) {
            assertTrue(held.add(appointment, 1).isEmpty(), appointment + " overlaps");
            assertTrue(references.add(appointment.reference()), appointment + " is there twice");
            var person = person(setup, appointment.teamMember());
            var skill = person.skills().stream().filter(one -> appointment.services().equals(List.of(one.service()))).findFirst();
            assertEquals(skill.map(Skill::duration), Optional.of(length(appointment)));
            var stretches = person.hours().on(date(appointment));
            assertTrue(stretches.stream().anyMatch(stretch -> isWithin(stretch, appointment)), appointment::toString);
        }
    }

    @ParameterizedTest @MethodSource("days")
    void workshopsAreOutsideWorkingHoursAndFillUp(LocalDate today) {
        var daniel = person(DemoLocation.setup(today), DemoLocation.DANIEL);
        var taken = new ArrayList<Integer>();
        for (var event : DemoLocation.events(today)) {
            var start = event.start().atZone(DemoLocation.ZONE);
            assertEquals(LocalTime.of(16, 30), start.toLocalTime());
            assertFalse(daniel.hours().on(start.toLocalDate()).getLast().to().isAfter(start.toLocalTime()));
            taken.add((int) DemoLocation.seats(today).stream().filter(seat -> seat.event().equals(Optional.of(event.reference()))).count());
        }
        assertEquals(List.of(6, 5, 4, 3, 2, 1, 0, 0, 0), taken);
    }

    @Test
    void visitorsKeepTheSeatsTheyBooked() {
        try (var store = open(TODAY)) {
            DemoLocation.load(store, at(TODAY));
            var last = DemoLocation.seats(TODAY).getLast();
            var event = DemoLocation.events(TODAY).stream().filter(one -> last.event().equals(Optional.of(one.reference()))).findFirst();
            var visitor = ImportedAppointment.seats(event.orElseThrow(), 3, "A visitor", "+447700900999", Status.CONFIRMED, "visitor");
            store.insertImported(DemoLocation.LOCATION, List.of(visitor));
            DemoLocation.load(store, at(TODAY.plusWeeks(5)));
            var seats = store.export(DemoLocation.LOCATION).stream().filter(seat -> seat.event().equals(last.event())).toList();
            assertTrue(references(seats).contains("visitor"));
            assertEquals(6, seats.stream().mapToInt(ImportedAppointment::seats).sum());
        }
    }

    @ParameterizedTest @MethodSource("days")
    void theNextWeekIsHalfFullAndLaterDaysAreEmptier(LocalDate today) {
        var soon = fullness(today, 0, 7);
        assertTrue(soon > 0.4 && soon < 0.7, "next week: " + soon);
        var last = fullness(today, 38, 45);
        assertTrue(last > 0.02 && last < 0.3, "last week: " + last);
    }

    @ParameterizedTest @MethodSource("days")
    void nobodyHasTimeOnTheFullDay(LocalDate today) {
        var setup = DemoLocation.setup(today);
        var day = DemoLocation.fullDay(today);
        assertTrue(day.isAfter(today) && day.isBefore(today.plusDays(9)));
        var appointments = DemoLocation.appointments(today).stream().filter(appointment -> date(appointment).equals(day)).toList();
        for (var person : setup.teamMembers()) {
            var shortest = person.skills().stream().map(Skill::duration).min(Duration::compareTo).orElseThrow();
            for (var stretch : person.hours().on(day)) {
                var booked = appointments.stream().filter(appointment -> appointment.teamMember() == person.id())
                        .filter(appointment -> isWithin(stretch, appointment))
                        .map(appointment -> appointment.busy().length()).reduce(Duration.ZERO, Duration::plus);
                var free = Duration.between(stretch.from(), stretch.to()).minus(booked);
                assertTrue(free.compareTo(shortest) < 0, person.name() + " is free for " + free);
            }
        }
    }

    @ParameterizedTest @MethodSource("days")
    void annaHasHerLastHoursFree(LocalDate today) {
        var full = DemoLocation.fullDay(today);
        assertTrue(DemoLocation.appointments(today).stream()
                .filter(appointment -> appointment.teamMember() == DemoLocation.ANNA && !date(appointment).equals(full))
                .allMatch(appointment -> time(appointment.start()).isBefore(LocalTime.of(16, 0))));
    }

    @Test
    void tomorrowOnlyAddsToWhatIsThere() {
        var tomorrow = references(DemoLocation.appointments(TODAY.plusDays(1)));
        var kept = DemoLocation.appointments(TODAY).stream()
                .filter(appointment -> appointment.teamMember() != DemoLocation.EMMA) // her holiday moves on
                .filter(appointment -> date(appointment).isAfter(TODAY))
                .toList();
        assertTrue(tomorrow.containsAll(references(kept)));
    }

    @Test
    void loadsOnceAndTopsUpLater() {
        try (var store = open(TODAY)) {
            DemoLocation.load(store, at(TODAY));
            var first = references(store.export(DemoLocation.LOCATION));
            assertEquals(references(Stream.concat(DemoLocation.appointments(TODAY).stream(), DemoLocation.seats(TODAY).stream()).toList()),
                    first);
            DemoLocation.load(store, at(TODAY));
            assertEquals(first, references(store.export(DemoLocation.LOCATION)));
            DemoLocation.load(store, at(TODAY.plusDays(3)));
            var later = references(store.export(DemoLocation.LOCATION));
            assertTrue(later.containsAll(first) && later.size() > first.size());
        }
    }

    @Test
    void emmaGoesOnHolidayAgainOnlyWhenSheIsBack() {
        try (var store = open(TODAY)) {
            DemoLocation.load(store, at(TODAY));
            DemoLocation.load(store, at(TODAY.plusDays(9)));
            assertEquals(TODAY, emmasHoliday(store));
            DemoLocation.load(store, at(TODAY.plusDays(10)));
            assertEquals(TODAY.plusDays(10), emmasHoliday(store));
        }
    }

    @Test
    void visitorsKeepWhatTheyBooked() {
        try (var store = open(TODAY)) {
            var day = TODAY.plusDays(20);
            store.locations().replace(DemoLocation.setup(TODAY));
            var visit = new ImportedAppointment(DemoLocation.BORIS, List.of(DemoLocation.BEARD_TRIM),
                    day.atTime(10, 0).atZone(DemoLocation.ZONE).toInstant(), day.atTime(13, 45).atZone(DemoLocation.ZONE).toInstant(),
                    "A visitor", "+447700900999", Status.CONFIRMED, "visitor");
            store.insertImported(DemoLocation.LOCATION, List.of(visit));
            DemoLocation.load(store, at(day));
            assertTrue(references(store.export(DemoLocation.LOCATION)).contains("visitor"));
        }
    }

    @Test
    void leavesAnotherLocationAlone() {
        try (var store = open(TODAY)) {
            var other = LocationFiles.read("other.json", LocationFiles.resource("/bench/dataset.json"));
            store.locations().replace(other.setup());
            assertThrows(IllegalStateException.class, () -> DemoLocation.load(store, at(TODAY)));
            assertEquals("other", store.locations().find(1).orElseThrow().location().title());
        }
    }

    private Store open(LocalDate today) {
        return Store.open(folder.resolve("bookform.db"), at(today));
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(8, 0).atZone(DemoLocation.ZONE).toInstant(), DemoLocation.ZONE);
    }

    private static double fullness(LocalDate today, int from, int to) {
        var setup = DemoLocation.setup(today);
        var full = DemoLocation.fullDay(today);
        var days = today.plusDays(from).datesUntil(today.plusDays(to)).filter(day -> !day.equals(full)).collect(Collectors.toSet());
        var worked = days.stream().flatMap(day -> setup.teamMembers().stream().flatMap(person -> person.hours().on(day).stream()))
                .map(stretch -> Duration.between(stretch.from(), stretch.to())).reduce(Duration.ZERO, Duration::plus);
        var booked = DemoLocation.appointments(today).stream().filter(appointment -> days.contains(date(appointment)))
                .map(appointment -> appointment.busy().length()).reduce(Duration.ZERO, Duration::plus);
        return (double) booked.toMinutes() / worked.toMinutes();
    }

    private static LocalDate emmasHoliday(Store store) {
        return person(store.locations().find(DemoLocation.LOCATION).orElseThrow(), DemoLocation.EMMA).hours().days().firstKey();
    }

    private static boolean isWithin(Stretch stretch, ImportedAppointment appointment) {
        return !time(appointment.start()).isBefore(stretch.from()) && !time(appointment.end()).isAfter(stretch.to());
    }

    private static Person person(LocationSetup setup, long id) {
        return setup.teamMembers().stream().filter(person -> person.id() == id).findFirst().orElseThrow();
    }

    private static Set<String> references(List<ImportedAppointment> appointments) {
        return appointments.stream().map(ImportedAppointment::reference).collect(Collectors.toSet());
    }

    private static Duration length(ImportedAppointment appointment) {
        return Duration.between(appointment.start(), appointment.end());
    }

    private static LocalDate date(ImportedAppointment appointment) {
        return appointment.start().atZone(DemoLocation.ZONE).toLocalDate();
    }

    private static LocalTime time(Instant moment) {
        return moment.atZone(DemoLocation.ZONE).toLocalTime();
    }
}
