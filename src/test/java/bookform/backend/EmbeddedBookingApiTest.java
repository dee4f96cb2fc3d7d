package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.Store;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingApi;
import bookform.booking.BookingApiContract;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.BookingUnsettled;
import bookform.booking.Category;
import bookform.booking.Choices;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.PrivacyPolicy;
import bookform.booking.TimeSlot;
import bookform.booking.VisitRequest;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in process, and what only our own engine promises. */
class EmbeddedBookingApiTest extends BookingApiContract {
    @TempDir Path folder;

    private DemoBackend backend;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = newDatabase();
        backend = DemoBackend.open(database);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    /** Seen by looking alone, it would be for sale for another second, in which no time passes here. */
    @Test
    void whatAnotherProcessTookOffTheMenuAMomentAgoCannotBeBooked() {
        var request = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        api().check(LOCATION, List.of(request));
        try (var theirs = Store.open(database.url(), clock())) {
            var setup = theirs.locations().find(LOCATION).orElseThrow();
            theirs.locations().replace(setup.withServices(setup.services().stream().filter(one -> one.id() != HAIRCUT).toList()));
        }
        api().check(LOCATION, List.of(request)); // the look is still good enough to look
        assertRefused(Reason.SERVICE_GONE, () -> book(visit(request)));
        assertRefused(Reason.SERVICE_GONE, () -> api().check(LOCATION, List.of(request)));
    }

    /** Asked by a page whose booking went to a database that went away. */
    @Test
    void whatAKeyBookedIsFoundOnceTheDatabaseAnswers() {
        var visit = visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT));
        assertEquals(Optional.empty(), api().findBooked(LOCATION, visit.key()));
        var booked = book(visit);
        assertEquals(Optional.of(booked), api().findBooked(LOCATION, visit.key()));
        backend.store().close();
        assertThrows(BookingUnsettled.class, () -> api().findBooked(LOCATION, visit.key()));
    }

    /** Empty. */
    protected TestDatabase newDatabase() {
        return TestDatabase.sqlite(folder);
    }

    @Override
    protected BookingApi api() {
        return backend.api();
    }

    @Override
    protected TestClock clock() {
        return backend.clock();
    }

    @Override
    protected String lastCode(String phone) {
        return backend.lastCode(phone);
    }

    @Test
    void aBlacklistedPhoneMayNotBook() {
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        assertEquals(true, backend.store().write(tables -> tables.visits().blacklist(LOCATION, VERA, true)));
        assertRefused(Reason.BLACKLISTED, () -> book(visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT))));
    }

    @Test
    void aStrangerDoesNotLearnWhoIsBlacklistedWhereACodeIsAskedFor() {
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        backend.store().write(tables -> tables.visits().blacklist(LOCATION, VERA, true));
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(Optional.of("123456"), appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT))));
    }

    @Test
    void anUnknownFormIsNoWayAroundTheCode() {
        var setup = DemoLocation.setup(MONDAY);
        backend.store().locations().replace(with(setup, setup.forms().stream().filter(BookingForm::phoneConfirmation).toList()));
        var appointment = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        assertRefused(Reason.CODE_WRONG, () -> book(visit(appointment)));
        backend.store().locations().replace(setup);
        var visit = visit(appointment);
        book(new VisitRequest(77, visit.appointments(), visit.client(), Optional.empty(), "", 0, visit.key(), Locale.ENGLISH));
    }

    @Test
    void anUnknownLocationSendsNoMessages() {
        api().sendPhoneCode(99, VERA, Locale.ENGLISH);
        assertEquals(List.of(), backend.messages().latest());
    }

    @Test
    void anEmptyPrivacyPolicyIsNone() {
        var setup = DemoLocation.setup(MONDAY);
        backend.store().locations().replace(setup.withPrivacyPolicy(new PrivacyPolicy(new Html(" \n"))));
        assertEquals(Optional.empty(), api().findPrivacyPolicy(LOCATION));
    }

    @Test
    void anAppointmentThatBeganTheDayBeforeStillHoldsItsTime() {
        backend.store().insertImported(LOCATION, List.of(new ImportedAppointment(ANNA, List.of(HAIRCUT), at(MONDAY, "12:00"),
                at(TUESDAY, "11:00"), "Vera", VERA, Status.CONFIRMED, "inventory")));
        assertEquals("11:00", starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY).getFirst());
        assertEquals("10:00", starts(services(HAIRCUT), TUESDAY).getFirst()); // Boris
        assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT))));
    }

    @Test
    void aVisitNeedsAKey() {
        assertThrows(IllegalArgumentException.class, () -> book(withKey(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)), " ")));
    }

    @Test
    void anAppointmentOutlivesItsTeamMemberAndItsService() {
        var booked = book(visit(appointment(1, CLARA, TUESDAY, "09:00", CLASSIC_MANICURE))).getFirst();
        var setup = DemoLocation.setup(MONDAY);
        backend.store().locations().replace(setup
                .withServices(setup.services().stream().filter(service -> service.id() < CLASSIC_MANICURE).toList())
                .withTeamMembers(setup.teamMembers().stream().filter(person -> person.id() == ANNA || person.id() == BORIS).toList()));
        assertEquals(Optional.empty(), api().findTeamMember(LOCATION, CLARA));
        assertEquals(List.of("Hair"), api().services(LOCATION, Choices.NONE).categories().stream().map(Category::title).toList());
        assertEquals("Clara", find(booked).teamMember().name());
        assertEquals("Classic manicure", find(booked).services().getFirst().title());
    }

    /** By less than its length, too. */
    @Test
    void anAppointmentsOwnTimeIsOfferedForItsMove() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        assertEquals(List.of(at(TUESDAY, "09:00"), at(TUESDAY, "09:15"), at(TUESDAY, "09:30")),
                api().timeSlotsToMove(find(booked), TUESDAY).stream().map(TimeSlot::start).limit(3).toList());
        assertFalse(starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY).contains("09:15"), "to others it is taken");
    }

    /** It keeps the length it was booked for, and has nowhere to go once its team member has left. */
    @Test
    void aMoveIsOfferedForWhatWasBooked() {
        var booked = book(visit(appointment(1, CLARA, TUESDAY, "09:00", CLASSIC_MANICURE))).getFirst();
        var setup = DemoLocation.setup(MONDAY);
        backend.store().locations()
                .replace(setup.withServices(setup.services().stream().filter(one -> one.id() != CLASSIC_MANICURE).toList()));
        assertTrue(api().timeSlotsToMove(find(booked), TUESDAY).stream().anyMatch(slot -> slot.start().equals(at(TUESDAY, "09:15"))));
        assertEquals(List.of(find(booked).length()),
                api().timeSlotsToMove(find(booked), TUESDAY).stream().map(TimeSlot::length).distinct().toList());
        backend.store().locations().replace(setup.withTeamMembers(List.of(setup.teamMembers().getFirst())));
        assertEquals(List.of(), api().timeSlotsToMove(find(booked), TUESDAY));
        assertTrue(api().datesToMove(find(booked), TUESDAY, WEDNESDAY).free().isEmpty());
    }

    @Test
    void movingHasALimitOfItsOwn() {
        var setup = DemoLocation.setup(MONDAY);
        var place = setup.location();
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        backend.store().locations().replace(setup.withLocation(new Location(place.id(), place.title(), place.address(), place.city(),
                place.phone(), place.zone(), place.country(), place.currency(), place.coordinates(), place.description(), place.logo(),
                Optional.empty(), Optional.of(Duration.ofHours(24)), place.email(), place.anyTeamMember(), place.smsReminderHours(),
                place.chain())));
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().cancel(LOCATION, booked.id(), booked.hash()));
        assertEquals(Optional.of(at(MONDAY, "09:00")), find(booked).movableUntil());
        assertEquals(at(TUESDAY, "10:00"), api().move(LOCATION, booked.id(), booked.hash(), at(TUESDAY, "10:00")).orElseThrow().start());
        clock().set("2026-11-23T08:00:01Z");
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().move(LOCATION, booked.id(), booked.hash(), at(TUESDAY, "11:00")));
    }

    private static LocationSetup with(LocationSetup setup, List<BookingForm> forms) {
        return setup.withForms(forms);
    }
}
