package bookform.backend;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bookform.backend.setup.DemoLocation;
import bookform.backend.setup.LocationSetup;
import bookform.backend.store.ImportedAppointment;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingApi;
import bookform.booking.BookingApiContract;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Category;
import bookform.booking.Choices;
import bookform.booking.Html;
import bookform.booking.PrivacyPolicy;
import bookform.booking.VisitRequest;
import bookform.support.TestClock;
import bookform.support.TestDatabase;
import java.nio.file.Path;
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

    private static LocationSetup with(LocationSetup setup, List<BookingForm> forms) {
        return setup.withForms(forms);
    }
}
