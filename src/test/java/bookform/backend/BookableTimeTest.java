package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.DemoVariation.FIRST_INSTANCE;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.SlotGrid.Kind;
import bookform.backend.setup.SlotGrid.Slots;
import bookform.backend.setup.WorkingHours.Stretch;
import bookform.backend.store.ImportRefused;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.Service;
import bookform.booking.TeamMember;
import bookform.booking.VisitRequest;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Resources, technical breaks, slot grids and what is closed, from offering to booking, moving and cancelling. On a quiet Tuesday. */
class BookableTimeTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir Path folder;

    private DemoBackend backend;
    private final DemoVariation demo = new DemoVariation(DemoLocation.setup(MONDAY));

    @BeforeEach
    void open() {
        backend = DemoBackend.open(newDatabase());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    // Resources

    @Test
    void aSlotNeedsAFreeInstance() {
        demo.rooms(1, HAIRCUT).at(backend);
        book(ANNA, "11:00", HAIRCUT);
        assertEquals(List.of("10:00", "10:15", "10:30", "11:45"), starts(BORIS, HAIRCUT).subList(0, 4));
        assertTrue(starts(BORIS, BEARD_TRIM).contains("11:00"));
        assertRefused(Reason.SLOT_TAKEN, () -> book(BORIS, "11:15", HAIRCUT));
        assertRefused(Reason.NOBODY_FREE, () -> backend.api().check(LOCATION, List.of(request(1, Optional.empty(), "11:15", HAIRCUT))));
    }

    @Test
    void asManyAreServedAsThereAreInstances() {
        demo.rooms(2, HAIRCUT).at(backend);
        assertEquals(List.of(FIRST_INSTANCE), instances(book(ANNA, "11:00", HAIRCUT)));
        assertTrue(starts(BORIS, HAIRCUT).contains("11:15"));
        assertEquals(List.of(FIRST_INSTANCE + 1), instances(book(BORIS, "11:15", HAIRCUT)));
        assertEquals(List.of(FIRST_INSTANCE), instances(book(BORIS, "11:45", HAIRCUT)));
    }

    @Test
    void anAppointmentTakesEachResourceOnce() {
        demo.rooms(1, CLASSIC_MANICURE, PEDICURE).at(backend);
        assertEquals(List.of(GARDEN_ROOM, FIRST_INSTANCE), instances(book(CLARA, "09:00", CLASSIC_MANICURE, PEDICURE)));
    }

    @Test
    void twoWhoComeTogetherNeedTwoInstances() {
        demo.rooms(1, HAIRCUT).at(backend);
        var together = visit(request(1, Optional.of(ANNA), "11:00", HAIRCUT), request(2, Optional.of(BORIS), "11:00", HAIRCUT));
        assertRefused(Reason.SLOT_TAKEN, () -> backend.api().book(LOCATION, together));
        demo.rooms(2, HAIRCUT).at(backend);
        var booked = backend.api().book(LOCATION, together);
        assertEquals(List.of(List.of(FIRST_INSTANCE), List.of(FIRST_INSTANCE + 1)), booked.stream().map(this::instances).toList());
    }

    @Test
    void cancellingGivesTheInstanceBack() {
        demo.rooms(1, HAIRCUT).at(backend);
        var booked = book(ANNA, "11:00", HAIRCUT);
        backend.api().cancel(LOCATION, booked.id(), booked.hash());
        assertTrue(starts(BORIS, HAIRCUT).contains("11:15"));
        book(BORIS, "11:00", HAIRCUT);
    }

    @Test
    void movingGivesTheInstanceBackAndTakesOne() {
        demo.rooms(2, HAIRCUT).at(backend);
        var annas = book(ANNA, "11:00", HAIRCUT);
        var boris = book(BORIS, "15:00", HAIRCUT);
        assertEquals(List.of(FIRST_INSTANCE), instances(boris));
        move(annas, "15:00");
        assertEquals(List.of(FIRST_INSTANCE + 1), instances(annas));
        demo.rooms(1, HAIRCUT).at(backend);
        assertTrue(starts(BORIS, HAIRCUT).contains("11:00"));
        assertFalse(starts(BORIS, HAIRCUT).contains("15:15"));
    }

    @Test
    void anAppointmentIsNotInItsOwnWay() {
        demo.rooms(1, HAIRCUT).at(backend);
        var booked = book(ANNA, "11:00", HAIRCUT);
        move(booked, "11:15");
        move(booked, "11:00");
        assertEquals(List.of(FIRST_INSTANCE), instances(booked));
        book(BORIS, "15:00", HAIRCUT);
        assertRefused(Reason.SLOT_TAKEN, () -> move(booked, "15:15"));
        assertEquals(List.of(FIRST_INSTANCE), instances(booked));
    }

    @Test
    void importedAppointmentsTakeWhatIsFree() {
        demo.rooms(2, HAIRCUT).at(backend);
        backend.store().insertImported(LOCATION, List.of(imported(ANNA, Status.CONFIRMED), imported(BORIS, Status.CONFIRMED),
                imported(DANIEL, Status.CANCELLED)));
        assertEquals(List.of(List.of(FIRST_INSTANCE), List.of(FIRST_INSTANCE + 1), List.of()),
                backend.store().export(LOCATION).stream().map(ImportedAppointment::resourceInstances).toList());
        assertThrows(ImportRefused.class, () -> backend.store().insertImported(LOCATION, List.of(imported(CLARA, Status.CONFIRMED))));
    }

    @Test
    void checkingWithResourcesIsStillOneQuery() {
        backend.api().findLocation(LOCATION); // reads the set-up
        var before = backend.store().queries();
        backend.api().check(LOCATION, List.of(request(1, Optional.empty(), "11:00", PEDICURE)));
        assertEquals(1, backend.store().queries() - before);
    }

    // Technical breaks

    @Test
    void theTeamMemberIsBusyUntilTheBreakIsOver() {
        demo.technicalBreak(ANNA, FRINGE_TRIM, 15).at(backend);
        var booked = book(ANNA, "10:00", FRINGE_TRIM);
        var starts = starts(ANNA, FRINGE_TRIM);
        assertEquals(List.of("09:00", "09:15", "09:30", "10:30"), starts.subList(0, 4));
        assertEquals(Duration.ofMinutes(15), backend.api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow().length());
        assertRefused(Reason.SLOT_TAKEN, () -> book(ANNA, "10:15", FRINGE_TRIM));
        book(ANNA, "10:30", FRINGE_TRIM);
        book(ANNA, "09:30", FRINGE_TRIM);
    }

    @Test
    void aSlotIsAsLongAsTheClientStays() {
        var slots = backend.api().timeSlots(LOCATION, services(PEDICURE).withTeamMember(CLARA), TUESDAY);
        assertEquals(Duration.ofHours(1), slots.getFirst().length());
        // Clara's lunch is at 12:30, and she tidies up before it.
        assertEquals("11:15",
                slots.stream().map(slot -> time(slot.start())).filter(time -> time.compareTo("12:30") < 0).toList().getLast());
    }

    @Test
    void theBreakMayDifferByTeamMember() {
        demo.technicalBreak(CLARA, PEDICURE, 0).at(backend);
        book(CLARA, "09:00", PEDICURE);
        assertEquals("10:00", starts(CLARA, CLASSIC_MANICURE).getFirst());
        demo.at(backend);
        book(CLARA, "13:00", PEDICURE);
        assertTrue(starts(CLARA, CLASSIC_MANICURE).contains("14:15"));
        assertFalse(starts(CLARA, CLASSIC_MANICURE).contains("14:00"));
    }

    @Test
    void afterSeveralServicesThereIsTheLongestBreak() {
        demo.technicalBreak(ANNA, FRINGE_TRIM, 30).technicalBreak(ANNA, HAIRCUT, 15).at(backend);
        book(ANNA, "09:00", FRINGE_TRIM, HAIRCUT); // until 10:00
        assertEquals("10:30", starts(ANNA, BLOW_DRY).getFirst());
    }

    @Test
    void theRoomIsBusyDuringTheBreakAndMovesWithIt() {
        demo.rooms(1, HAIRCUT).technicalBreak(ANNA, HAIRCUT, 30).at(backend);
        var booked = book(ANNA, "11:00", HAIRCUT);
        assertEquals(List.of("10:00", "10:15", "10:30", "12:15"), starts(BORIS, HAIRCUT).subList(0, 4));
        move(booked, "11:15");
        assertTrue(starts(BORIS, HAIRCUT).contains("10:45"));
        assertEquals("12:30", starts(BORIS, HAIRCUT).get(4));
    }

    @Test
    void oneWhoBooksTwiceInARowLeavesTimeForTheBreak() {
        demo.technicalBreak(ANNA, FRINGE_TRIM, 15).at(backend);
        assertRefused(Reason.OVERLAPS_ITSELF, () -> backend.api().book(LOCATION,
                visit(request(1, Optional.of(ANNA), "10:00", FRINGE_TRIM), request(2, Optional.of(ANNA), "10:15", FRINGE_TRIM))));
        backend.api().book(LOCATION,
                visit(request(1, Optional.of(ANNA), "10:00", FRINGE_TRIM), request(2, Optional.of(ANNA), "10:30", FRINGE_TRIM)));
    }

    // Slot grids

    @Test
    void onlyStartsOnTheGridAreBooked() {
        demo.slots(new Slots(Kind.PREDEFINED, Duration.ofMinutes(15), Optional.empty(), Optional.empty(),
                List.of(LocalTime.of(9, 5), LocalTime.of(11, 50)))).at(backend);
        assertEquals(List.of("09:05", "11:50"), starts(ANNA, HAIRCUT));
        assertRefused(Reason.SLOT_TAKEN, () -> book(ANNA, "09:00", HAIRCUT));
        var booked = book(ANNA, "09:05", HAIRCUT);
        assertRefused(Reason.SLOT_TAKEN, () -> move(booked, "09:20"));
        move(booked, "11:50");
    }

    @Test
    void aDynamicGridLeavesNoGaps() {
        demo.slots(new Slots(Kind.DYNAMIC, Duration.ofMinutes(60), Optional.empty(), Optional.empty(), List.of())).at(backend);
        assertEquals(List.of("09:00", "10:00", "11:00", "12:00"), starts(ANNA, HAIRCUT).subList(0, 4));
        book(ANNA, "09:00", HAIRCUT);
        assertEquals(List.of("09:45", "10:45", "11:45"), starts(ANNA, HAIRCUT).subList(0, 3));
        assertRefused(Reason.SLOT_TAKEN, () -> book(ANNA, "10:00", HAIRCUT));
        book(ANNA, "09:45", HAIRCUT);
    }

    /** Both what was offered before anything of the visit was booked, and what follows at once. */
    @Test
    void theAppointmentsOfAVisitMayFollowEachOtherOnADynamicGrid() {
        demo.slots(new Slots(Kind.DYNAMIC, Duration.ofMinutes(60), Optional.empty(), Optional.empty(), List.of())).at(backend);
        backend.api().book(LOCATION, visit(request(1, Optional.of(ANNA), "09:00", HAIRCUT),
                request(2, Optional.of(ANNA), "09:45", FRINGE_TRIM), request(3, Optional.of(ANNA), "11:00", HAIRCUT)));
    }

    @Test
    void workUntilMidnightIsBookedUntilMidnight() {
        demo.hours(new Stretch(LocalTime.of(22, 0), LocalTime.MIDNIGHT)).at(backend);
        assertEquals("23:15", starts(ANNA, HAIRCUT).getLast());
        book(ANNA, "23:15", HAIRCUT);
        assertEquals("22:30", starts(ANNA, HAIRCUT).getLast());
    }

    // Closed to online booking

    @Test
    void whatIsClosedIsNotOffered() {
        demo.closedService(HAIRCUT).closedTeamMember(BORIS).at(backend);
        var menu = backend.api().services(LOCATION, Choices.NONE).services().stream().map(Service::id).toList();
        assertFalse(menu.contains(HAIRCUT) || menu.contains(WEDDING_STYLING) || menu.contains(BEARD_TRIM));
        assertTrue(menu.contains(FRINGE_TRIM));
        assertEquals(List.of(ANNA, DANIEL),
                backend.api().teamMembers(LOCATION, services(FRINGE_TRIM)).stream().map(TeamMember::id).toList());
        assertEquals(List.of(), starts(ANNA, HAIRCUT));
        assertEquals(List.of(), starts(BORIS, FRINGE_TRIM));
        assertEquals(Optional.empty(), backend.api().findTeamMember(LOCATION, BORIS));
    }

    @Test
    void whatIsClosedIsNotBooked() {
        demo.closedService(HAIRCUT).closedTeamMember(BORIS).at(backend);
        assertRefused(Reason.SERVICE_GONE, () -> book(ANNA, "11:00", HAIRCUT));
        assertRefused(Reason.SERVICE_GONE, () -> book(BORIS, "11:00", FRINGE_TRIM));
        backend.store().insertImported(LOCATION, List.of(imported(BORIS, Status.CONFIRMED)));
    }

    @Test
    void whatWasBookedBeforeItClosedStays() {
        var booked = book(BORIS, "11:00", HAIRCUT);
        demo.closedService(HAIRCUT).closedTeamMember(BORIS).at(backend);
        var found = backend.api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow();
        assertEquals("Boris", found.teamMember().name());
        assertRefused(Reason.SLOT_TAKEN, () -> move(booked, "12:00"));
        assertTrue(backend.api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow().isCancelled());
    }

    private BookedAppointment book(long teamMember, String time, Long... services) {
        return backend.api().book(LOCATION, visit(request(1, Optional.of(teamMember), time, services))).getFirst();
    }

    private void move(BookedAppointment booked, String time) {
        backend.api().move(LOCATION, booked.id(), booked.hash(), at(time)).orElseThrow();
    }

    private List<Long> instances(BookedAppointment booked) {
        return backend.store().read(tables -> tables.appointments().resourceInstances(LOCATION, booked.id())).stream()
                .map(instance -> instance.id()).toList();
    }

    private List<String> starts(long teamMember, Long... services) {
        return backend.api().timeSlots(LOCATION, services(services).withTeamMember(teamMember), TUESDAY).stream()
                .map(slot -> time(slot.start())).toList();
    }

    private static Choices services(Long... services) {
        return Choices.NONE.withServices(List.of(services));
    }

    private static VisitRequest visit(AppointmentRequest... appointments) {
        return new VisitRequest(PLAIN_FORM, List.of(appointments), new ClientDetails("Vera", "+37061234567", ""), Optional.empty(), "", 0,
                UUID.randomUUID().toString(), Locale.ENGLISH);
    }

    private static AppointmentRequest request(int id, Optional<Long> teamMember, String time, Long... services) {
        return new AppointmentRequest(id, List.of(services), teamMember, at(time));
    }

    private static ImportedAppointment imported(long teamMember, Status status) {
        return new ImportedAppointment(teamMember, List.of(HAIRCUT), at("11:00"), at("11:45"), "Vera", "+37061234567", status,
                "of " + teamMember);
    }

    private static Instant at(String time) {
        return TUESDAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static String time(Instant start) {
        return start.atZone(ZONE).toLocalTime().toString();
    }

    private static void assertRefused(Reason reason, Executable executable) {
        assertEquals(reason, assertThrows(BookingRefused.class, executable).reason());
    }
}
