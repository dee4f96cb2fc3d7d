package bookform.backend.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.LocationSetup.OfferedService;
import bookform.backend.setup.LocationSetup.Person;
import bookform.backend.setup.LocationSetup.Rules;
import bookform.backend.setup.Resource.Instance;
import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.ImportedEvent;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingForm;
import bookform.booking.Chain;
import bookform.booking.CustomFields;
import bookform.booking.FormStep;
import bookform.booking.FormStep.Kind;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a location file means. What is refused is in {@link LocationFileMistakesTest}. */
class LocationFileTest {
    private static final String SMALLEST = """
            services:
            - {id: 1, category: 4, title: Haircut, duration: 30}
            teamMembers:
            - {id: 1, name: Anna}
            """;

    private static final String CLASSES = """
            services:
            - {id: 1, category: 4, title: Haircut, duration: 30}
            - {id: 2, category: 4, title: Yoga, duration: 60, capacity: 9}
            teamMembers:
            - {id: 1, name: Anna}
            """;

    @Test
    void assumesWhatIsMissingAndSaysSo() {
        var file = LocationFiles.read("files/corner.yaml", SMALLEST);
        assertEquals(List.of(
                "location.id is not given: 1",
                "location.title is not given: corner",
                "location.zone is not given: UTC",
                "location.country is not given: LT",
                "location.currency is not given: EUR",
                "categories are not given: named Category 4",
                "hours are not given: everybody works 09:00-14:30 and 15:00-18:00 every day",
                "forms are not given: form 1 asks for service, team member and time, in English"), file.notes());
        var setup = file.setup();
        assertEquals(Rules.USUAL, setup.rules());
        assertEquals(Optional.of(Duration.ZERO), setup.location().cancellation());
        assertEquals(Optional.of(Duration.ZERO), setup.location().moving());
        assertEquals("Category 4", setup.categories().getFirst().title());
        assertEquals(1, setup.teamMembers().getFirst().skills().size());
        assertEquals(List.of(FormStep.of(Kind.SERVICE), FormStep.of(Kind.TEAM_MEMBER), FormStep.of(Kind.TIME), FormStep.of(Kind.DETAILS)),
                setup.forms().getFirst().steps());
        assertEquals(List.of(), file.appointments());
    }

    @Test
    void aFormOfAChainBeginsWithTheLocation() {
        var file = LocationFiles.read("chain.yaml", SMALLEST + """
                location: {id: 3, title: One, zone: UTC, country: LT, currency: EUR, chain: {id: 5, title: All of us}}
                forms:
                - {id: 7, chain: true, steps: [{step: location, title: Where?, preset: 3}, service, teamMember, time]}
                - {id: 8, chain: true}
                - {id: 9}
                """);
        assertEquals(Optional.of(new Chain(5, "All of us")), file.setup().location().chain());
        assertEquals(List.of(Optional.of(5L), Optional.of(5L), Optional.empty()),
                file.setup().forms().stream().map(BookingForm::chain).toList());
        assertEquals(new FormStep(Kind.LOCATION, "Where?", false, Optional.of(3L), FormStep.TimePreset.NONE),
                file.setup().forms().getFirst().steps().getFirst());
        assertRoundTrips(file);
    }

    @Test
    void readsTheExampleWithEveryField() {
        var file = LocationFiles.read("example.yaml", LocationFiles.resource("/demo/example.yaml"));
        assertEquals(List.of("location.id is not given: 1"), file.notes());
        var setup = file.setup();
        assertEquals("Corner Barbers", setup.location().title());
        assertEquals("+371 20 000 000", setup.location().phone());
        assertEquals(Optional.of(Duration.ofHours(12)), setup.location().cancellation());
        assertEquals(Optional.of(Duration.ofHours(3)), setup.location().moving());
        assertEquals(new BigDecimal("12.50"), setup.services().get(2).price().min().major());
        assertEquals(new BigDecimal("65.00"), setup.services().get(1).price().max().major());
        var vera = setup.teamMembers().getFirst();
        assertEquals(Duration.ofMinutes(30), vera.skills().get(2).duration());
        assertEquals(List.of(stretch("09:00", "13:00"), stretch("14:00", "18:00")), vera.hours().on(LocationFiles.TODAY));
        assertEquals(List.of(stretch("09:00", "12:00")), vera.hours().on(LocalDate.of(2026, 12, 24)));
        assertEquals(List.of(), vera.hours().on(LocalDate.of(2026, 12, 26)));
        assertEquals(List.of(), vera.hours().on(LocationFiles.TODAY.plusDays(3)));
        var gleb = setup.teamMembers().get(1).hours();
        assertEquals(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), gleb.week().keySet());
        assertEquals(List.of(stretch("12:00", "00:00")), gleb.on(LocalDate.of(2026, 11, 27)));
        assertEquals(List.of(new Resource(1, "Basin", List.of(new Instance(11, "Left basin"), new Instance(12, "Right basin")))),
                setup.resources());
        assertEquals(Set.of(1L), setup.services().get(1).resources());
        assertEquals(Duration.ofMinutes(5), setup.services().get(2).technicalBreak());
        assertEquals(Duration.ZERO, vera.skills().get(2).technicalBreak());
        assertEquals(List.of(true, true, true, false, true), setup.services().stream().map(OfferedService::online).toList());
        assertEquals(List.of(Locale.ENGLISH, Locale.of("lv")), setup.forms().getFirst().languages());
        var second = setup.forms().get(1).steps();
        assertEquals("What shall we do?", second.get(0).title());
        assertEquals(Optional.of(FormStep.ANY), second.get(1).preset());
        assertEquals(Optional.of(LocalTime.of(10, 0)), second.get(2).time().time());
        assertEquals(List.of(
                new ImportedAppointment(1, List.of(1L), Instant.parse("2026-12-23T07:30:00Z"), Instant.parse("2026-12-23T08:00:00Z"),
                        Duration.ofMinutes(10), List.of(), "Ada", "+447700900123", Status.CONFIRMED, "file-2026-12-23T09:30-1"),
                new ImportedAppointment(2, List.of(1L, 3L), Instant.parse("2026-11-26T10:00:00Z"), Instant.parse("2026-11-26T11:00:00Z"),
                        "Max", "+447700900124", Status.WAITING, "max-1").withFields(
                                new CustomFields(
                                        Map.of("allergies", "none", "guests", new BigDecimal(2), "drinks", List.of("tea", "water")))),
                ImportedAppointment.seats(file.events().getLast(), 2, "Ida", "+447700900125", Status.CONFIRMED, "ida-1")),
                file.appointments());
        assertEquals(2, setup.rules().seatsPerClient());
        assertTrue(setup.rules().reviewLinks());
        assertEquals(List.of("shaving-2026-11-28", "shaving-2026-12-05", "shaving-2026-12-12", "shaving-2026-12-19", "christmas"),
                file.events().stream().map(ImportedEvent::reference).toList());
        assertEquals(
                new ImportedEvent(5, 2, Instant.parse("2026-12-21T16:00:00Z"), Instant.parse("2026-12-21T18:00:00Z"), 4, "", List.of(11L),
                        false, "christmas"),
                file.events().getLast());
        assertEquals(List.of("Bring a towel.", "8"),
                List.of(file.events().getFirst().instructions(), file.events().getFirst().capacity() + ""));
    }

    @Test
    void aDayOfSlotsTakesOverWhatItLeavesOpen() {
        var slots = LocationFiles.read("example.yaml", LocationFiles.resource("/demo/example.yaml")).setup().rules().slots();
        var quarter = Duration.ofMinutes(15);
        var first = Optional.of(LocalTime.of(9, 30));
        var last = Optional.of(LocalTime.of(17, 30));
        assertEquals(new Slots(SlotGrid.Kind.DYNAMIC, quarter, first, last, List.of()), slots.on(LocationFiles.TODAY));
        assertEquals(new Slots(SlotGrid.Kind.PREDEFINED, quarter, first, last,
                List.of(LocalTime.of(10, 0), LocalTime.of(11, 30), LocalTime.of(13, 0))), slots.on(LocalDate.of(2026, 11, 28)));
        assertEquals(new Slots(SlotGrid.Kind.SCHEDULE, Duration.ofMinutes(30), first, Optional.empty(), List.of()),
                slots.on(LocalDate.of(2026, 12, 23)));
    }

    @Test
    void slotsMayBeAMereListOfStarts() {
        var file = LocationFiles.read("list.yaml", SMALLEST + "rules: {step: 20, slots: \"09:00, 10:30\"}\n");
        assertEquals(new Slots(SlotGrid.Kind.PREDEFINED, Duration.ofMinutes(20), Optional.empty(), Optional.empty(),
                List.of(LocalTime.of(9, 0), LocalTime.of(10, 30))), file.setup().rules().slots().usual());
        assertRoundTrips(file);
    }

    @Test
    void closedTeamMembersAndTakenInstancesReadBackAsTheSame() {
        var file = LocationFiles.read("rooms.yaml", """
                resources: [{id: 2, name: Room, instances: [{id: 8, title: Blue}, {id: 7, title: Red}]}]
                services: [{id: 1, category: 1, title: Massage, duration: 60, technicalBreak: 10, resources: [2]}]
                teamMembers:
                - {id: 1, name: Anna, online: false, hours: {sat: 18:00-24:00}, days: {+1: 00:00-24:00}}
                - {id: 2, name: Boris, services: [{service: 1, technicalBreak: 0}]}
                appointments:
                - {teamMember: 1, service: 1, day: 1, start: 10:00, technicalBreak: 10, resourceInstances: [7], client: 1}
                - {teamMember: 2, service: 1, day: 1, start: 11:10, resourceInstances: [7], client: 1}
                """);
        assertEquals(List.of(false, true), file.setup().teamMembers().stream().map(Person::online).toList());
        assertEquals(List.of(7L), file.appointments().getFirst().resourceInstances());
        assertRoundTrips(file);
    }

    @Test
    void todayIsTheLocationsOwn() {
        var file = LocationFiles.read("far.yaml", SMALLEST + """
                location: {zone: Pacific/Kiritimati}
                appointments:
                - {teamMember: 1, service: 1, day: 0, start: 600, client: 1}
                """);
        assertEquals(Instant.parse("2026-11-25T20:00:00Z"), file.appointments().getFirst().start()); // 10:00 on the 26th there
    }

    @Test
    void clientsMayNotCancelWhenThatIsOff() {
        var file = LocationFiles.read("strict.yaml", SMALLEST + "location: {cancelUntil: false}\n");
        assertEquals(Optional.empty(), file.setup().location().cancellation());
    }

    @Test
    void anAppointmentWithoutAnEndIsAsLongAsItsServicesWithThatTeamMember() {
        var file = LocationFiles.read("ends.yaml", """
                services:
                - {id: 1, category: 1, title: Haircut, duration: 30}
                - {id: 2, category: 1, title: Beard, duration: 20}
                teamMembers:
                - {id: 1, name: Anna, services: [1, {service: 2, duration: 45}]}
                appointments:
                - {teamMember: 1, services: [1, 2], date: 2026-12-01, start: 9:00, client: 5}
                """);
        assertEquals(Instant.parse("2026-12-01T10:15:00Z"), file.appointments().getFirst().end());
        assertEquals("Client 5", file.appointments().getFirst().clientName());
    }

    @Test
    void cancelledAppointmentsMayOverlapAndKeepDifferentReferences() {
        var file = LocationFiles.read("twice.yaml", SMALLEST + """
                appointments:
                - {teamMember: 1, service: 1, day: 1, start: 600, client: 1, status: cancelled}
                - {teamMember: 1, service: 1, day: 1, start: 600, client: 2, status: noShow}
                - {teamMember: 1, service: 1, day: 1, start: 600, client: 3}
                """);
        assertEquals(List.of("file-2026-11-26T10:00-1", "file-2026-11-26T10:00-1-2", "file-2026-11-26T10:00-1-3"),
                file.appointments().stream().map(ImportedAppointment::reference).toList());
        assertRoundTrips(file);
    }

    /** Sundays at 10:00 in Vilnius, on both sides of the change of the clocks. */
    @Test
    void anEventThatIsRepeatedIsSeveral() {
        var file = LocationFiles.read("class.yaml", CLASSES + """
                events:
                - {service: 2, teamMember: 1, day: sun, start: "10:00", weeks: 3, reference: yoga}
                - {service: 2, teamMember: 1, date: 2027-03-21, start: 600, end: "12:00", weeks: 2, capacity: 20}
                appointments:
                - {event: yoga-2026-12-06, seats: 2, client: 1}
                - {event: yoga-2026-12-06, client: 2}
                location: {zone: Europe/Vilnius}
                """);
        assertEquals(List.of("yoga-2026-11-29", "yoga-2026-12-06", "yoga-2026-12-13", "event-2027-03-21T10:00-1",
                "event-2027-03-28T10:00-1"), file.events().stream().map(ImportedEvent::reference).toList());
        assertEquals(List.of("2026-11-29T08:00:00Z", "2026-12-06T08:00:00Z", "2026-12-13T08:00:00Z", "2027-03-21T08:00:00Z",
                "2027-03-28T07:00:00Z"), file.events().stream().map(event -> event.start().toString()).toList());
        assertEquals(Instant.parse("2026-11-29T09:00:00Z"), file.events().getFirst().end());
        assertEquals(Instant.parse("2027-03-28T09:00:00Z"), file.events().getLast().end());
        assertEquals(List.of(9, 9, 9, 20, 20), file.events().stream().map(ImportedEvent::capacity).toList());
        var seats = file.appointments();
        assertEquals(List.of("seat-yoga-2026-12-06", "seat-yoga-2026-12-06-2"),
                seats.stream().map(ImportedAppointment::reference).toList());
        assertEquals(List.of(2, 1), seats.stream().map(ImportedAppointment::seats).toList());
        assertEquals(Instant.parse("2026-12-06T08:00:00Z"), seats.getFirst().start());
        assertRoundTrips(file);
    }

    @Test
    void aCalledOffEventTakesNoTime() {
        var file = LocationFiles.read("off.yaml", CLASSES + """
                events:
                - {service: 2, teamMember: 1, day: 0, start: "10:00", cancelled: true, instructions: Bring a mat.}
                - {service: 2, teamMember: 1, day: 0, start: "10:30"}
                """);
        assertTrue(file.events().getFirst().cancelled());
        assertEquals("Bring a mat.", file.events().getFirst().instructions());
        assertRoundTrips(file);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        assertRoundTrips(LocationFiles.read("smallest.yaml", SMALLEST));
        assertRoundTrips(LocationFiles.read("example.yaml", LocationFiles.resource("/demo/example.yaml")));
        assertRoundTrips(LocationFiles.read("dataset.json", LocationFiles.resource("/bench/dataset.json")));
        var today = LocationFiles.TODAY;
        assertRoundTrips(new LocationFile(DemoLocation.setup(today), DemoLocation.events(today),
                Stream.concat(DemoLocation.appointments(today).stream(), DemoLocation.seats(today).stream()).toList(), List.of()));
    }

    @Test
    void theHourThatComesTwiceReadsBackAsTheSame() {
        var night = LocationFiles.read("night.yaml", SMALLEST + """
                location: {zone: Europe/Vilnius}
                appointments:
                - {teamMember: 1, service: 1, start: "2026-10-25T00:30:00Z", client: 1}
                - {teamMember: 1, service: 1, start: "2026-10-25T01:30:00Z", client: 2}
                - {teamMember: 1, service: 1, date: 2026-10-26, start: "23:45", client: 3}
                """);
        assertEquals(Duration.ofHours(1), Duration.between(night.appointments().get(0).start(), night.appointments().get(1).start()));
        assertRoundTrips(night);
    }

    @Test
    void writesNothingThatIsUsual() {
        assertEquals("""
                location:
                  id: 1
                  title: corner
                  zone: UTC
                  country: LT
                  currency: EUR
                categories:
                - id: 4
                  title: Category 4
                services:
                - id: 1
                  category: 4
                  title: Haircut
                  price: 0
                  duration: 30
                teamMembers:
                - id: 1
                  name: Anna
                  services:
                  - 1
                  hours:
                    mon-sun: "09:00-14:30, 15:00-18:00"
                forms:
                - id: 1
                  steps:
                  - service
                  - teamMember
                  - time
                """, new String(LocationFiles.write(LocationFiles.read("corner.yaml", SMALLEST), LocationFile.Format.YAML)));
    }

    @Test
    void importsTheBenchmarkDatasetAsItIs() {
        var file = LocationFiles.read("dataset.json", LocationFiles.resource("/bench/dataset.json"));
        var setup = file.setup();
        assertEquals(1_799, file.appointments().size());
        assertEquals(20, setup.services().size());
        assertEquals(10, setup.teamMembers().size());
        assertEquals(List.of("Category 1", "Category 2", "Category 3", "Category 4"),
                setup.categories().stream().map(category -> category.title()).toList());
        assertEquals("dataset", setup.location().title());
        for (var appointment : file.appointments()) {
            var person = setup.teamMembers().get((int) appointment.teamMember() - 1);
            var start = appointment.start().atZone(setup.location().zone()).toLocalDateTime();
            var end = appointment.end().atZone(setup.location().zone()).toLocalTime();
            assertTrue(person.hours().on(start.toLocalDate()).stream().anyMatch(
                    stretch -> !start.toLocalTime().isBefore(stretch.from()) && !end.isAfter(stretch.to())), appointment::toString);
        }
    }

    @Test
    void aFormOfAnotherLocationIsNotTaken() {
        var destination = new Destination() {
            @Override
            public long nextLocation() {
                return 2;
            }

            @Override
            public long nextForm() {
                return 3;
            }

            @Override
            public Optional<Long> locationOfForm(long form) {
                return form < 3 ? Optional.of(1L) : Optional.empty();
            }
        };
        var content = (SMALLEST + "forms:\n- {id: 2}\n").getBytes();
        var refused = assertThrows(LocationFileException.class,
                () -> LocationFile.read("two.yaml", new ByteArrayInputStream(content), destination, LocationFiles.CLOCK));
        assertEquals(
                "two.yaml:6: forms[0]: there is a form 2 already, at location 1; say location: {id: 1} to change that one, or another id here",
                refused.getMessage());
    }

    private static void assertRoundTrips(LocationFile file) {
        for (var format : LocationFile.Format.values()) {
            var written = LocationFiles.write(file, format);
            var again = LocationFiles.read("again." + format.name().toLowerCase(Locale.ROOT), written);
            assertEquals(file.setup(), again.setup());
            assertEquals(file.events(), again.events());
            assertEquals(file.appointments(), again.appointments());
            assertEquals(List.of(), again.notes());
            assertEquals(new String(written), new String(LocationFiles.write(again, format)));
        }
    }

    private static Stretch stretch(String from, String to) {
        return new Stretch(LocalTime.parse(from), LocalTime.parse(to));
    }
}
