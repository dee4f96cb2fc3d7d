package bookform.backend.store;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Skill;
import bookform.backend.setup.Resource;
import bookform.backend.setup.Resource.Instance;
import bookform.backend.setup.SlotGrid;
import bookform.backend.setup.SlotGrid.Kind;
import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingForm;
import bookform.booking.Chain;
import bookform.booking.Color;
import bookform.booking.FormStep;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.PriceRange;
import bookform.booking.Style;
import bookform.booking.Tracking;
import bookform.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Instant NINE = Instant.parse("2026-11-24T07:00:00Z");

    private static final Pattern CREATED = Pattern.compile("(?m)^CREATE (?:TABLE|INDEX) (\\w+)");

    @TempDir Path folder;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = newDatabase();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    // Opening

    @Test
    void aNewDatabaseIsEmptyAndReady() {
        try (var store = open()) {
            assertTrue(store.isEmpty());
            assertTrue(store.ready());
            assertEquals(1, store.locations().nextId());
            assertEquals(1, store.locations().nextForm());
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var store = open()) {
            store.locations().replace(DemoLocation.setup(MONDAY));
        }
        try (var store = open()) {
            assertFalse(store.isEmpty());
            assertEquals(List.of(LOCATION), store.locations().ids());
            assertEquals(2, store.locations().nextId());
            assertEquals(3, store.locations().nextForm());
        }
    }

    @Test
    void aClosedStoreIsNotReady() {
        var store = open();
        store.close();
        assertFalse(store.ready());
    }

    @Test
    void refusesAnotherDatabase() {
        assertThrows(IllegalArgumentException.class, () -> Store.open("jdbc:h2:mem:bookform", Clock.systemUTC()));
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        open().close();
        database.keepVersion(99);
        assertTrue(assertThrows(IllegalStateException.class, this::open).getMessage().contains("newer version"));
    }

    @Test
    void twoMayOpenANewDatabaseAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Store> opening = this::open;
            for (var opened : threads.invokeAll(List.of(opening, opening, opening, opening))) {
                try (var store = opened.get()) {
                    assertTrue(store.ready());
                }
            }
        }
    }

    @Test
    void aMigrationThatFailsAnywhereIsDoneAgain() throws IOException {
        for (var name : tablesAndIndexes()) {
            database.script("CREATE TABLE " + name + " (in_the_way INTEGER)");
            assertThrows(IllegalStateException.class, this::open, name);
            database.script("DROP TABLE " + name);
        }
        try (var store = open()) {
            store.locations().replace(DemoLocation.setup(MONDAY));
        }
    }

    /** In the order in which the migrations first make them. */
    private static List<String> tablesAndIndexes() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/resources/db"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".sql")).sorted(Comparator.comparing(
                    file -> Integer.valueOf(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1")))).toList())
                CREATED.matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(names::add);
        }
        return names.stream().distinct().toList();
    }

    // Set-ups

    @Test
    void aSetUpComesBackAsItWas() {
        try (var store = open()) {
            assertEquals(Optional.empty(), store.locations().find(LOCATION));
            store.locations().replace(DemoLocation.setup(MONDAY));
            assertEquals(Optional.of(DemoLocation.setup(MONDAY)), store.locations().find(LOCATION));
            store.locations().replace(odd());
            assertEquals(Optional.of(odd()), store.locations().find(2));
            assertEquals(Optional.of(DemoLocation.setup(MONDAY)), store.locations().find(LOCATION));
        }
    }

    @Test
    void aSetUpTakesThePlaceOfTheEarlierOne() {
        try (var store = open()) {
            var setup = DemoLocation.setup(MONDAY);
            var smaller = new LocationSetup(setup.location(), setup.rules(), setup.categories().subList(0, 1),
                    List.of(), setup.services().subList(0, 8), setup.teamMembers().subList(0, 2).reversed(), setup.forms().subList(1, 2),
                    Optional.empty());
            store.locations().replace(setup);
            store.locations().replace(smaller);
            assertEquals(Optional.of(smaller), store.locations().find(LOCATION));
            store.locations().replace(setup);
            assertEquals(Optional.of(setup), store.locations().find(LOCATION));
        }
    }

    @Test
    void aFormOfAnotherLocationIsNotTaken() {
        try (var store = open()) {
            store.locations().replace(DemoLocation.setup(MONDAY));
            var thief = odd();
            var stealing = thief.withForms(DemoLocation.setup(MONDAY).forms());
            assertThrows(IllegalArgumentException.class, () -> store.locations().replace(stealing));
            assertEquals(List.of(LOCATION), store.locations().ids());
        }
    }

    // Appointments in and out

    @Test
    void appointmentsComeBackAsTheyWere() {
        try (var store = demo()) {
            var appointments = DemoLocation.appointments(MONDAY);
            assertEquals(appointments.size(), store.insertImported(LOCATION, appointments));
            assertEquals(List.copyOf(sorted(appointments)), sorted(store.export(LOCATION)));
        }
    }

    @Test
    void importingTwiceIsTheSameAsOnce() {
        try (var store = demo()) {
            var appointments = List.of(haircut("a", NINE, Status.CONFIRMED), haircut("b", NINE.plusSeconds(2_700), Status.CONFIRMED));
            assertEquals(2, store.insertImported(LOCATION, appointments));
            assertEquals(0, store.insertImported(LOCATION, appointments));
            assertEquals(1, store.insertImported(LOCATION, List.of(appointments.getFirst(),
                    haircut("c", NINE.plusSeconds(5_400), Status.WAITING))));
            assertEquals(3, store.export(LOCATION).size());
        }
    }

    @Test
    void namesEveryAppointmentThatCannotBeAndTakesNone() {
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(haircut("there", NINE, Status.CONFIRMED)));
            var hour = Duration.ofHours(1);
            var refused = assertThrows(ImportRefused.class, () -> store.insertImported(LOCATION, List.of(
                    haircut("fine", NINE.plus(hour), Status.CONFIRMED),
                    haircut("overlapping", NINE.plusSeconds(60), Status.CONFIRMED),
                    haircut("overlapping a new one", NINE.plus(hour).plusSeconds(60), Status.CONFIRMED),
                    haircut("cancelled", NINE, Status.CANCELLED),
                    new ImportedAppointment(99, List.of(HAIRCUT), NINE, NINE.plus(hour), "Vera", "+37061234567", Status.CONFIRMED,
                            "nobody's"),
                    new ImportedAppointment(BORIS, List.of(99L), NINE, NINE.plus(hour), "Vera", "+37061234567", Status.CONFIRMED,
                            "unknown service"),
                    new ImportedAppointment(BORIS, List.of(HAIRCUT), NINE, NINE, "Vera", "+37061234567", Status.CONFIRMED, "empty"),
                    new ImportedAppointment(BORIS, List.of(HAIRCUT), NINE, NINE.plus(Duration.ofDays(2)), "Vera", "+37061234567",
                            Status.CONFIRMED, "endless"))));
            assertEquals(6, refused.problems().size(), refused::getMessage);
            assertFalse(refused.getMessage().contains("Vera") || refused.getMessage().contains("+370"), refused::getMessage);
            assertEquals(1, store.export(LOCATION).size());
            assertThrows(ImportRefused.class, () -> store.insertImported(77, List.of()));
        }
    }

    @Test
    void aSetUpComesWithItsAppointmentsOrNotAtAll() {
        try (var store = open()) {
            var setup = DemoLocation.setup(MONDAY);
            var overlapping = List.of(haircut("a", NINE, Status.CONFIRMED), haircut("b", NINE.plusSeconds(60), Status.CONFIRMED));
            assertThrows(ImportRefused.class, () -> store.locations().replace(setup, List.of(), overlapping));
            assertTrue(store.isEmpty());
            assertEquals(1, store.locations().replace(setup, List.of(), overlapping.subList(0, 1)));
            assertThrows(ImportRefused.class, () -> store.locations().replace(setup.withForms(List.of()), List.of(), overlapping));
            assertEquals(Optional.of(setup.forms()), store.locations().find(LOCATION).map(LocationSetup::forms));
            assertEquals(1, store.export(LOCATION).size());
        }
    }

    @Test
    void theNetReachesBackADay() {
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(new ImportedAppointment(ANNA, List.of(HAIRCUT), NINE.minus(Duration.ofHours(23)),
                    NINE.plus(Duration.ofHours(1)), "Vera", "+37061234567", Status.CONFIRMED, "a whole day")));
            assertThrows(ImportRefused.class, () -> store.insertImported(LOCATION, List.of(haircut("b", NINE, Status.CONFIRMED))));
            store.insertImported(LOCATION, List.of(haircut("c", NINE.plus(Duration.ofHours(1)), Status.CONFIRMED)));
        }
    }

    /** Reliability A8: one may come as the other leaves, and not a second earlier. */
    @Test
    void timeIsTakenUntilItsEnd() {
        var length = Duration.ofSeconds(2_700);
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(haircut("between", NINE, Status.CONFIRMED)));
            for (var start : List.of(NINE.minus(length).plusSeconds(1), NINE.plus(length).minusSeconds(1)))
                assertThrows(ImportRefused.class, () -> store.insertImported(LOCATION, List.of(haircut("late", start, Status.CONFIRMED))));
            assertEquals(2, store.insertImported(LOCATION, List.of(haircut("before", NINE.minus(length), Status.CONFIRMED),
                    haircut("after", NINE.plus(length), Status.CONFIRMED))));
        }
    }

    /** Reliability A8: what lasts no time would overlap nothing, and what overlaps is looked for a day back. */
    @Test
    void nothingLastsNoTimeOrLongerThanADay() {
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(haircut("a", NINE, Status.CONFIRMED)));
            for (var seconds : List.of(-1, 0, 86_401)) assertThrows(IllegalStateException.class, () -> lasts(seconds));
            lasts(1);
            lasts(86_400);
        }
    }

    private void lasts(int seconds) {
        database.script("UPDATE appointment SET ends_at = starts_at + " + seconds);
    }

    @Test
    void theNetAlsoCatchesAnAppointmentThatComesBack() {
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(haircut("a", NINE, Status.CANCELLED), haircut("b", NINE, Status.CONFIRMED),
                    haircut("c", NINE, Status.NO_SHOW)));
            assertThrows(Overlap.class, () -> change(store, "a", Status.CANCELLED, Status.WAITING));
            assertThrows(Overlap.class, () -> change(store, "c", Status.NO_SHOW, Status.ARRIVED));
            assertTrue(change(store, "b", Status.CONFIRMED, Status.ARRIVED));
            assertFalse(change(store, "b", Status.CONFIRMED, Status.CANCELLED));
        }
    }

    private boolean change(Store store, String reference, Status seen, Status next) {
        var id = Long.parseLong(database.answer("SELECT id FROM appointment WHERE reference = '" + reference + "'"));
        return store.write(tables -> tables.appointments().changeStatus(LOCATION, id, seen, next, NINE));
    }

    @Test
    void theNetAlsoCatchesAnAppointmentThatIsMoved() {
        try (var store = demo()) {
            store.insertImported(LOCATION, List.of(haircut("a", NINE, Status.CONFIRMED),
                    haircut("b", NINE.plusSeconds(2_700), Status.CONFIRMED)));
            for (var change : List.of("starts_at = starts_at - 1", "starts_at = starts_at - 9000, ends_at = ends_at - 1")) {
                var refusal = assertThrows(IllegalStateException.class,
                        () -> database.script("UPDATE appointment SET " + change + " WHERE reference = 'b'"));
                assertTrue(refusal.getMessage().contains("busy_time_overlap"), refusal::getMessage);
            }
            database.script("UPDATE appointment SET starts_at = starts_at + 1, ends_at = ends_at + 1 WHERE reference = 'b'");
            database.script("UPDATE appointment SET team_member_id = 2, starts_at = starts_at - 100 WHERE reference = 'b'");
            assertThrows(IllegalStateException.class,
                    () -> database.script("UPDATE appointment SET team_member_id = 1 WHERE reference = 'b'"));
        }
    }

    @Test
    void readersDoNotWrite() {
        try (var store = demo()) {
            assertThrows(RuntimeException.class, () -> store.read(tables -> tables.visits().blacklist(LOCATION, "+37061234567", true)));
        }
    }

    /** Everything that the demo location does not have. */
    private static LocationSetup odd() {
        var euro = Currency.getInstance("EUR");
        var location = new Location(2, "Ąžuolas \"&\" <b>", "", "Ąžuolų kaimas", "", ZoneId.of("Australia/Lord_Howe"), "AU", euro,
                Optional.empty(),
                Html.NONE,
                Optional.of("/logo.png"), Optional.empty(), Optional.of(Duration.ofHours(3)), Asked.REQUIRED, false, 0,
                Optional.of(new Chain(3, "Ąžuolai")));
        var week = Map.of(DayOfWeek.SUNDAY, List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                new Stretch(LocalTime.of(0, 0, 1), LocalTime.NOON)));
        var days = new TreeMap<LocalDate, List<Stretch>>(Map.of(MONDAY, List.of(), MONDAY.plusDays(1),
                List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.of(1, 0)))));
        var people = Stream.of(new WorkingHours(week, days), new WorkingHours(Map.of(), days), WorkingHours.NONE).toList();
        var presets = new FormStep.TimePreset(Optional.of(MONDAY), true, Optional.of(LocalTime.of(10, 30)), false);
        var form = new BookingForm(9, 2, List.of(new FormStep(FormStep.Kind.TIME, "When?", true, Optional.of(FormStep.ANY), presets),
                FormStep.of(FormStep.Kind.DETAILS)),
                Locale.forLanguageTag("zh-Hant-TW"), List.of(), true, true, true, "Label", "Notice", true,
                BookingForm.Caption.SPECIALIZATION, List.of("https://salon.example", "http://*.salon.example:8080"), Optional.of(3L),
                new Style(Optional.of(Color.BLACK), Optional.of(new Color(0xfff8f0)), Optional.of(0), Optional.of("/l.png"),
                        Optional.of("https://salon.example/h.jpg"), Optional.of(Style.Theme.DARK)),
                new Tracking(Optional.of("G-AB12CD34"), Optional.of("123456789")));
        var grid = new SlotGrid(new Slots(Kind.DYNAMIC, Duration.ofSeconds(1), Optional.of(LocalTime.MIDNIGHT),
                Optional.of(LocalTime.of(23, 59, 59)), List.of()),
                Map.of(DayOfWeek.SUNDAY, new Slots(Kind.PREDEFINED, Duration.ofSeconds(1), Optional.empty(), Optional.empty(),
                        List.of(LocalTime.MIDNIGHT, LocalTime.NOON))),
                new TreeMap<>(Map.of(MONDAY, Slots.every(Duration.ofDays(1)))));
        var resources = List.of(new Resource(7, "Ąžuolas", List.of(new Instance(5, "b"), new Instance(4, "a"))),
                new Resource(3, "", List.of()));
        var service = new OfferedService(1, 1, "S", PriceRange.zero(euro), Duration.ofSeconds(1), Duration.ofHours(1), "", Optional.empty(),
                new TreeSet<>(List.of(3L, 7L)), false);
        return new LocationSetup(location, new LocationSetup.Rules(Duration.ZERO, 0, grid, Set.of()), List.of(), resources,
                List.of(service),
                Stream.of(0, 1, 2).map(index -> new Person(index + 1, "P", "", "", Optional.empty(), Optional.empty(), Html.NONE,
                        List.of(new Skill(1, Duration.ofSeconds(1), Duration.ofSeconds(index), PriceRange.zero(euro))), people.get(index),
                        index != 1)).toList(),
                List.of(form), Optional.empty());
    }

    private static ImportedAppointment haircut(String reference, Instant start, Status status) {
        return new ImportedAppointment(ANNA, List.of(HAIRCUT), start, start.plusSeconds(2_700), "Vera", "+37061234567", status, reference);
    }

    private static List<ImportedAppointment> sorted(List<ImportedAppointment> appointments) {
        return appointments.stream().sorted(Comparator.comparing(ImportedAppointment::reference)).toList();
    }

    final Store demo() {
        var store = open();
        store.locations().replace(DemoLocation.setup(MONDAY));
        return store;
    }

    protected final Store open() {
        return Store.open(database.url(), Clock.systemUTC());
    }

    protected final TestDatabase database() {
        return database;
    }
}
