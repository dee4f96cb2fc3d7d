package bookform.booking;

import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.BookingRefused.Reason;
import bookform.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every booking system behind our pages must do, on the demo location with an empty calendar. A subclass only says how to reach
 * one.
 */
public abstract class BookingApiContract {
    /** 07:00 in Vilnius, before the studio opens. Emma is on holiday until Wednesday next week. */
    protected static final String NOW = "2026-11-23T05:00:00Z";

    protected static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    protected static final LocalDate TUESDAY = MONDAY.plusDays(1);
    protected static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    protected static final LocalDate SUNDAY = MONDAY.plusDays(6);
    protected static final LocalDate LAST_DAY = MONDAY.plusDays(59);
    protected static final String VERA = "+37061234567";

    private static final long UNKNOWN = 987_654;
    private static final AtomicInteger KEYS = new AtomicInteger();

    /** The same one throughout a test; a new one for every test. */
    protected abstract BookingApi api();

    /** Shows {@link #NOW} until a test moves it. */
    protected abstract TestClock clock();

    /** The digits of the last message sent to a phone. */
    protected abstract String lastCode(String phone);

    // Booking forms, locations

    @Test
    void findsABookingForm() {
        var form = api().findBookingForm(PLAIN_FORM).orElseThrow();
        assertEquals(LOCATION, form.location());
        assertEquals(FormStep.Kind.DETAILS, form.steps().getLast().kind());
        assertFalse(form.phoneConfirmation());
        assertTrue(api().findBookingForm(SMS_FORM).orElseThrow().phoneConfirmation());
    }

    @Test
    void findsTheLocation() {
        var location = api().findLocation(LOCATION).orElseThrow();
        assertEquals("Linden Studio", location.title());
        assertEquals(ZONE, location.zone());
        assertEquals(Optional.of(Duration.ofHours(2)), location.cancellation());
    }

    @Test
    void findsThePrivacyPolicy() {
        assertFalse(api().findPrivacyPolicy(LOCATION).orElseThrow().text().isBlank());
    }

    @Test
    void whatIsUnknownIsNotThere() {
        var haircut = services(HAIRCUT);
        assertEquals(Optional.empty(), api().findBookingForm(UNKNOWN));
        assertEquals(Optional.empty(), api().findLocation(UNKNOWN));
        assertEquals(Optional.empty(), api().findPrivacyPolicy(UNKNOWN));
        assertEquals(Optional.empty(), api().findTeamMember(UNKNOWN, ANNA));
        assertEquals(Optional.empty(), api().findTeamMember(LOCATION, UNKNOWN));
        assertEquals(Optional.empty(), api().findAppointment(LOCATION, UNKNOWN, "0".repeat(32)));
        assertEquals(Optional.empty(), api().findAppointment(UNKNOWN, 1, "0".repeat(32)));
        assertEquals(Optional.empty(), api().cancel(LOCATION, UNKNOWN, "0".repeat(32)));
        for (var nothing : List.of(services(UNKNOWN), services(HAIRCUT, UNKNOWN), haircut.withTeamMember(UNKNOWN))) {
            assertEquals(List.of(), api().services(LOCATION, nothing).services());
            assertEquals(List.of(), api().timeSlots(LOCATION, nothing, TUESDAY));
            assertEquals(noDates(), api().dates(LOCATION, nothing, MONDAY, LAST_DAY));
        }
        assertEquals(List.of(), api().teamMembers(LOCATION, services(UNKNOWN)));
        assertEquals(List.of(), api().services(UNKNOWN, Choices.NONE).services());
        assertEquals(List.of(), api().teamMembers(UNKNOWN, haircut));
        assertEquals(List.of(), api().timeSlots(UNKNOWN, haircut, TUESDAY));
        assertEquals(noDates(), api().dates(UNKNOWN, haircut, MONDAY, LAST_DAY));
    }

    // Services

    @Test
    void offersEveryServiceUnderItsCategory() {
        var menu = api().services(LOCATION, Choices.NONE);
        assertEquals(List.of("Hair", "Nails", "Brows & lashes"), menu.categories().stream().map(Category::title).toList());
        assertEquals(from(HAIRCUT, LASH_LIFT), ids(menu));
        assertEquals(from(CLASSIC_MANICURE, GEL_REMOVAL), menu.in(menu.categories().get(1)).stream().map(Service::id).toList());
    }

    @Test
    void aPriceRangesOverEverybodyWhoDoesTheService() {
        assertEquals(new PriceRange(euros(32), euros(45)), api().services(LOCATION, Choices.NONE).find(HAIRCUT).orElseThrow().price());
    }

    @Test
    void aTeamMemberHasTheirOwnServicesPricesAndPace() {
        var menu = api().services(LOCATION, Choices.NONE.withTeamMember(BORIS));
        assertEquals(List.of(HAIRCUT, BEARD_TRIM, HAIRCUT_AND_BEARD, CHILDRENS_HAIRCUT, FRINGE_TRIM), ids(menu));
        assertEquals(List.of("Hair"), menu.categories().stream().map(Category::title).toList());
        assertEquals(new PriceRange(euros(32), euros(32)), menu.find(HAIRCUT).orElseThrow().price());
        assertEquals(Optional.of(Duration.ofMinutes(30)), menu.find(HAIRCUT).orElseThrow().duration());
    }

    @Test
    void addsOnlyWhatOnePersonDoesAsWell() {
        assertEquals(List.of(HAIRCUT, BEARD_TRIM, HAIRCUT_AND_BEARD, CHILDRENS_HAIRCUT, FRINGE_TRIM),
                ids(api().services(LOCATION, services(BEARD_TRIM))));
        assertEquals(List.of(), ids(api().services(LOCATION, services(HAIRCUT, GEL_MANICURE))));
    }

    @Test
    void offersOnlyWhatFitsAtTheStart() {
        var beforeClosing = Choices.NONE.withStart(at(TUESDAY, "17:15")); // Anna until 18:00, Boris until 19:00, Clara until 17:00
        assertEquals(List.of(HAIRCUT, BEARD_TRIM, HAIRCUT_AND_BEARD, CHILDRENS_HAIRCUT, FRINGE_TRIM, BLOW_DRY),
                ids(api().services(LOCATION, beforeClosing)));
        var withAnna = beforeClosing.withTeamMember(ANNA);
        assertEquals(List.of(HAIRCUT, CHILDRENS_HAIRCUT, FRINGE_TRIM, BLOW_DRY), ids(api().services(LOCATION, withAnna)));
        assertEquals(List.of(FRINGE_TRIM), ids(api().services(LOCATION, withAnna.withStart(at(TUESDAY, "17:45")))));
        assertEquals(List.of(HAIRCUT), ids(api().services(LOCATION, withAnna.withServices(List.of(HAIRCUT))))); // nothing fits on top
        assertEquals(List.of(), ids(api().services(LOCATION, Choices.NONE.withStart(at(TUESDAY, "04:00")))));
    }

    // Team members

    @Test
    void everybodyWhoDoesAllOfTheServicesIsThereBestFirst() {
        assertEquals(List.of(ANNA, BORIS, DANIEL), members(api().teamMembers(LOCATION, services(HAIRCUT))));
        assertEquals(List.of(ANNA, DANIEL), members(api().teamMembers(LOCATION, services(HAIRCUT, BLOW_DRY))));
        assertEquals(List.of(ANNA, BORIS, CLARA, DANIEL, EMMA), members(api().teamMembers(LOCATION, Choices.NONE)));
    }

    @Test
    void aTeamMemberHasTheirNextFreeDay() {
        var manicure = api().teamMembers(LOCATION, services(CLASSIC_MANICURE));
        assertEquals(List.of(Optional.of(MONDAY), Optional.of(MONDAY.plusDays(10))),
                manicure.stream().map(TeamMember::nextFreeDate).toList());
        assertTrue(manicure.stream().allMatch(TeamMember::bookable));
    }

    @Test
    void aTeamMemberWithoutFreeTimeIsNotBookable() {
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        var nine = api().teamMembers(LOCATION, services(HAIRCUT).withStart(at(TUESDAY, "10:00")));
        assertEquals(List.of(true, true, false), nine.stream().map(TeamMember::bookable).toList()); // Daniel begins on Wednesday
        var taken = api().teamMembers(LOCATION, services(HAIRCUT).withStart(at(TUESDAY, "09:30")));
        assertEquals(List.of(false, false, false), taken.stream().map(TeamMember::bookable).toList());
    }

    @Test
    void findsATeamMember() {
        var anna = api().findTeamMember(LOCATION, ANNA).orElseThrow();
        assertEquals("Anna", anna.name());
        assertEquals("Senior stylist", anna.position());
        assertEquals(new TeamMember.Rating(4.9, 214), anna.rating().orElseThrow());
    }

    // Dates

    @Test
    void saysWhichDaysAreWorkedAndFree() {
        var dates = api().dates(LOCATION, services(HAIRCUT).withTeamMember(ANNA), MONDAY, SUNDAY);
        assertEquals(new TreeSet<>(MONDAY.datesUntil(SUNDAY).toList()), dates.working());
        assertEquals(dates.working(), dates.free());
    }

    @Test
    void aFullyBookedDayIsWorkedButNotFree() {
        for (var start : List.of("10:00", "11:00", "12:00", "13:00", "15:00", "16:00", "17:00", "18:00")) {
            book(visit(appointment(1, BORIS, TUESDAY, start, HAIRCUT_AND_BEARD)));
        }
        var dates = api().dates(LOCATION, services(FRINGE_TRIM).withTeamMember(BORIS), TUESDAY, WEDNESDAY);
        assertEquals(new TreeSet<>(List.of(TUESDAY, WEDNESDAY)), dates.working());
        assertEquals(new TreeSet<>(List.of(WEDNESDAY)), dates.free());
        var fringe = api().teamMembers(LOCATION, services(FRINGE_TRIM));
        assertEquals(List.of(Optional.of(MONDAY), Optional.of(WEDNESDAY)),
                fringe.subList(0, 2).stream().map(TeamMember::nextFreeDate).toList());
    }

    @Test
    void thePastAndWhatLiesBeyondTheHorizonIsNeither() {
        var dates = api().dates(LOCATION, services(HAIRCUT), MONDAY.minusYears(1), MONDAY.plusYears(1));
        assertEquals(MONDAY, dates.working().first());
        assertEquals(MONDAY, dates.free().first());
        assertEquals(LAST_DAY, dates.working().last());
        assertEquals(LAST_DAY, dates.free().last());
    }

    @Test
    void todayIsNoLongerFreeInTheEvening() {
        clock().set("2026-11-23T17:00:00Z"); // 19:00
        var dates = api().dates(LOCATION, services(HAIRCUT), MONDAY, TUESDAY);
        assertEquals(new TreeSet<>(List.of(MONDAY, TUESDAY)), dates.working());
        assertEquals(new TreeSet<>(List.of(TUESDAY)), dates.free());
    }

    // Time slots

    @Test
    void offersTheFreeTimeOfOnePerson() {
        book(visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT)));
        assertEquals(List.of("09:00", "09:15", "10:45", "11:00", "11:15", "11:30", "11:45", "12:00", "12:15",
                "14:00", "14:15", "14:30", "14:45", "15:00", "15:15", "15:30", "15:45", "16:00", "16:15", "16:30", "16:45", "17:00",
                "17:15"),
                starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY));
    }

    @Test
    void aSlotIsAsLongAsItTakesThePerson() {
        assertEquals(Duration.ofMinutes(45), firstSlot(services(HAIRCUT).withTeamMember(ANNA)).length());
        assertEquals(Duration.ofMinutes(30), firstSlot(services(HAIRCUT).withTeamMember(BORIS)).length());
        assertEquals(Duration.ofMinutes(90), firstSlot(services(HAIRCUT, BLOW_DRY).withTeamMember(ANNA)).length());
    }

    @Test
    void offersTheFreeTimeOfAnybody() {
        // Anna from 09 to 13 and 14 to 18 in 45 minutes, Boris from 10 to 14 and 15 to 19 in 30
        var slots = api().timeSlots(LOCATION, services(HAIRCUT), TUESDAY);
        assertEquals(at(TUESDAY, "09:00"), slots.getFirst().start());
        assertTrue(slots.contains(new TimeSlot(at(TUESDAY, "09:30"), Duration.ofMinutes(45))));
        assertTrue(slots.contains(new TimeSlot(at(TUESDAY, "10:00"), Duration.ofMinutes(45)))); // the better one's
        assertTrue(slots.contains(new TimeSlot(at(TUESDAY, "13:30"), Duration.ofMinutes(30))));
        assertEquals(at(TUESDAY, "18:30"), slots.getLast().start());
        assertEquals(slots.stream().map(TimeSlot::start).sorted().distinct().toList(), slots.stream().map(TimeSlot::start).toList());
    }

    @Test
    void withoutServicesTheShortestOneMustFit() {
        var anna = Choices.NONE.withTeamMember(ANNA);
        assertEquals("17:45", starts(anna, TUESDAY).getLast());
        assertEquals(Duration.ofMinutes(15), firstSlot(anna).length());
    }

    @Test
    void noticeCountsToTheSecond() {
        clock().set("2026-11-23T08:30:00Z"); // 10:30, half an hour ahead
        assertEquals("11:00", starts(services(HAIRCUT).withTeamMember(ANNA), MONDAY).getFirst());
        clock().set("2026-11-23T08:30:01Z");
        assertEquals("11:15", starts(services(HAIRCUT).withTeamMember(ANNA), MONDAY).getFirst());
    }

    @Test
    void offersNothingOnDaysThatCannotBeBooked() {
        for (var date : List.of(MONDAY.minusDays(3), SUNDAY, LAST_DAY.plusDays(1), LocalDate.MIN, LocalDate.MAX)) {
            assertEquals(List.of(), api().timeSlots(LOCATION, services(HAIRCUT).withTeamMember(ANNA), date), date.toString());
        }
        assertNotEquals(List.of(), api().timeSlots(LOCATION, services(HAIRCUT).withTeamMember(ANNA), LAST_DAY));
    }

    // Checking

    @Test
    void checkAcceptsWhatCanBeBookedAndHoldsNothing() {
        var appointments = List.of(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT));
        api().check(LOCATION, appointments);
        api().check(LOCATION, appointments);
        book(visit(appointments.getFirst()));
        assertRefused(Reason.SLOT_TAKEN, () -> api().check(LOCATION, appointments));
        assertRefused(Reason.SLOT_TAKEN,
                () -> api().check(LOCATION, List.of(appointment(2, BORIS, TUESDAY, "10:00", HAIRCUT), appointments.getFirst())));
    }

    @Test
    void checkRefusesAsBookingDoes() {
        assertRefused(Reason.NOTHING_TO_BOOK, () -> api().check(LOCATION, List.of()));
        assertRefused(Reason.NOTHING_TO_BOOK, () -> api().check(LOCATION, List.of(appointment(1, ANNA, TUESDAY, "09:00"))));
        assertRefused(Reason.SERVICE_GONE, () -> api().check(LOCATION, List.of(appointment(1, CLARA, TUESDAY, "09:00", HAIRCUT))));
        assertRefused(Reason.SERVICE_GONE, () -> api().check(UNKNOWN, List.of(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))));
        assertRefused(Reason.SLOT_TAKEN, () -> api().check(LOCATION, List.of(appointment(1, ANNA, TUESDAY, "12:30", HAIRCUT))));
        assertRefused(Reason.NOBODY_FREE, () -> api().check(LOCATION, List.of(anybody(1, TUESDAY, "19:00", HAIRCUT))));
        assertRefused(Reason.OVERLAPS_ITSELF, () -> api().check(LOCATION,
                List.of(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, ANNA, TUESDAY, "09:30", HAIRCUT))));
    }

    // Booking

    @Test
    void booksAnAppointment() {
        var booked = book(visit(appointment(7, ANNA, TUESDAY, "09:00", HAIRCUT, BLOW_DRY))).getFirst();
        assertEquals(7, booked.request());
        assertTrue(booked.hash().matches("[0-9a-f]{32}"), booked.hash());
        var appointment = find(booked);
        assertEquals(at(TUESDAY, "09:00"), appointment.start());
        assertEquals(Duration.ofMinutes(90), appointment.length());
        assertEquals(ANNA, appointment.teamMember().id());
        assertEquals("Anna", appointment.teamMember().name());
        assertEquals(LOCATION, appointment.location().id());
        assertEquals(List.of(new BookedService(HAIRCUT, "Haircut", euros(45), Duration.ofMinutes(45)),
                new BookedService(BLOW_DRY, "Blow-dry", euros(28), Duration.ofMinutes(45))), appointment.services());
        assertEquals(euros(73), appointment.price());
        assertEquals("Short, please", appointment.comment());
        assertFalse(appointment.isCancelled());
        assertEquals(Optional.of(at(TUESDAY, "07:00")), appointment.cancellableUntil());
    }

    @Test
    void theSameTimeIsNotBookedTwice() {
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        for (var start : List.of("09:00", "09:15", "09:30")) {
            assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, TUESDAY, start, HAIRCUT))));
        }
        assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, TUESDAY, "09:15", FRINGE_TRIM))));
    }

    @Test
    void appointmentsMayTouch() {
        book(visit(appointment(1, ANNA, TUESDAY, "10:30", HAIRCUT)));
        book(visit(appointment(1, ANNA, TUESDAY, "11:15", HAIRCUT)));
        book(visit(appointment(1, ANNA, TUESDAY, "09:45", HAIRCUT)));
        book(visit(appointment(1, BORIS, TUESDAY, "10:30", HAIRCUT)));
    }

    @Test
    void onlyWhatIsOfferedIsBooked() {
        clock().set("2026-11-24T08:00:01Z"); // Tuesday, 10:00:01; half an hour ahead is 10:30:01
        for (var start : List.of("08:00", "09:00", "10:30", "12:30", "13:00", "18:00", "11:05")) {
            assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, TUESDAY, start, HAIRCUT))));
        }
        assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, LAST_DAY.plusDays(2), "10:00", HAIRCUT))));
        for (var start : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, at(TUESDAY, "11:00").plusMillis(1))) {
            assertRefused(Reason.SLOT_TAKEN, () -> book(visit(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), start))));
            assertRefused(Reason.NOBODY_FREE, () -> book(visit(new AppointmentRequest(1, List.of(HAIRCUT), Optional.empty(), start))));
        }
        book(visit(appointment(1, ANNA, TUESDAY, "10:45", HAIRCUT)));
    }

    @Test
    void namesWhatIsMissing() {
        var appointment = appointment(3, ANNA, TUESDAY, "09:00", HAIRCUT);
        assertRefused(Reason.NOTHING_TO_BOOK, () -> book(visit()));
        assertRefused(Reason.NOTHING_TO_BOOK, () -> book(visit(appointment(3, ANNA, TUESDAY, "09:00"))));
        assertRefused(Reason.NAME_MISSING, () -> book(by(new ClientDetails(" ", VERA, ""), appointment)));
        for (var phone : List.of("", "61234567", "+0123456789", "+3706123456x", "+37061234567890123", "+370 612 34567")) {
            assertRefused(Reason.PHONE_INVALID, () -> book(by(new ClientDetails("Vera", phone, ""), appointment)));
        }
        assertRefused(Reason.SERVICE_GONE, () -> book(visit(appointment(3, ANNA, TUESDAY, "09:00", GEL_MANICURE))));
        assertRefused(Reason.SERVICE_GONE, () -> book(visit(appointment(3, UNKNOWN, TUESDAY, "09:00", HAIRCUT))));
        assertRefused(Reason.SERVICE_GONE, () -> book(visit(anybody(3, TUESDAY, "09:00", HAIRCUT, GEL_MANICURE))));
        book(visit(appointment));
    }

    @Test
    void saysWhichAppointmentWasRefused() {
        var refused = assertThrows(BookingRefused.class, () -> book(visit(appointment(4, ANNA, TUESDAY, "09:00", HAIRCUT),
                appointment(9, BORIS, TUESDAY, "09:00", HAIRCUT))));
        assertEquals(Reason.SLOT_TAKEN, refused.reason());
        assertEquals(9, refused.request().orElseThrow());
    }

    @Test
    void aVisitIsBookedAsAWholeOrNotAtAll() {
        assertRefused(Reason.SLOT_TAKEN, () -> book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT),
                appointment(2, BORIS, TUESDAY, "09:00", HAIRCUT))));
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, CLARA, TUESDAY, "10:00", CLASSIC_MANICURE),
                anybody(5, TUESDAY, "11:00", HAIRCUT)));
        assertEquals(List.of(1, 2, 5), booked.stream().map(BookedAppointment::request).toList());
        assertEquals(3, booked.stream().map(BookedAppointment::hash).distinct().count());
    }

    @Test
    void appointmentsOfAVisitMustNotOverlapForOnePerson() {
        assertRefused(Reason.OVERLAPS_ITSELF, () -> book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT),
                appointment(2, ANNA, TUESDAY, "09:30", FRINGE_TRIM))));
        var twice = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        assertRefused(Reason.OVERLAPS_ITSELF, () -> book(visit(twice, twice)));
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, ANNA, TUESDAY, "09:45", FRINGE_TRIM)));
        book(visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT), appointment(2, CLARA, TUESDAY, "10:00", CLASSIC_MANICURE)));
    }

    @Test
    void anyTeamMemberIsOneWhoIsFree() {
        book(visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT)));
        assertEquals(BORIS, find(book(visit(anybody(1, TUESDAY, "10:00", HAIRCUT))).getFirst()).teamMember().id());
        assertRefused(Reason.NOBODY_FREE, () -> book(visit(anybody(1, TUESDAY, "10:00", HAIRCUT))));
    }

    @Test
    void aVisitOfTwoIsServedByTwo() {
        var cut = anybody(1, TUESDAY, "10:00", HAIRCUT);
        assertRefused(Reason.NOBODY_FREE, () -> book(visit(cut, cut, cut)));
        var booked = book(visit(cut, cut));
        assertEquals(List.of(ANNA, BORIS), booked.stream().map(each -> find(each).teamMember().id()).toList());
    }

    @Test
    void workIsSpreadOverTheTeam() {
        var chosen = Stream.of("10:00", "11:00", "12:00", "15:00")
                .map(start -> find(book(visit(anybody(1, TUESDAY, start, CHILDRENS_HAIRCUT))).getFirst()).teamMember().id()).toList();
        assertEquals(List.of(ANNA, BORIS, ANNA, BORIS), chosen);
    }

    @Test
    void thoseWithTheLeastChoiceAreServedFirst() {
        // Anna and Boris could both cut; only Anna does the roots
        var booked = book(visit(anybody(1, TUESDAY, "10:00", HAIRCUT), anybody(2, TUESDAY, "10:00", ROOT_COLOUR)));
        assertEquals(List.of(BORIS, ANNA), booked.stream().map(each -> find(each).teamMember().id()).toList());
    }

    // One key books once

    @Test
    void theSameRequestAgainGetsTheSameAnswer() {
        var visit = visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), anybody(2, TUESDAY, "10:00", HAIRCUT));
        var booked = book(visit);
        assertEquals(booked, book(visit));
        clock().advance(Duration.ofDays(3));
        assertEquals(booked, book(visit));
    }

    @Test
    void aKeyIsNotForSomethingElse() {
        var appointment = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        var visit = visit(appointment);
        book(visit);
        for (var other : List.of(
                visit(appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT)),
                visit(appointment(1, BORIS, TUESDAY, "09:00", HAIRCUT)),
                visit(anybody(1, TUESDAY, "09:00", HAIRCUT)),
                visit(appointment(1, ANNA, TUESDAY, "09:00", BLOW_DRY)),
                visit(appointment, appointment(2, ANNA, TUESDAY, "10:00", HAIRCUT)),
                by(new ClientDetails("Gleb", VERA, "vera@example.com"), appointment),
                by(new ClientDetails("Vera", "+37069999999", "vera@example.com"), appointment),
                by(new ClientDetails("Vera", VERA, "gleb@example.com"), appointment))) {
            assertRefused(Reason.KEY_REUSED, () -> book(withKey(other, visit.key())));
        }
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        var blocking = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        var visit = visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT));
        assertRefused(Reason.SLOT_TAKEN, () -> book(visit));
        api().cancel(LOCATION, blocking.id(), blocking.hash());
        book(visit);
    }

    // Phone codes

    @Test
    void aFormWithConfirmationAsksForTheCode() {
        var appointment = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(Optional.empty(), appointment)));
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(Optional.of("000000"), appointment)));
        api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH);
        book(confirmed(Optional.of(lastCode(VERA)), appointment));
    }

    @Test
    void aCodeIsGoodForOneBooking() {
        api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH);
        var code = Optional.of(lastCode(VERA));
        book(confirmed(code, appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        assertRefused(Reason.CODE_WRONG, () -> book(confirmed(code, appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT))));
    }

    @Test
    void aRefusedBookingDoesNotUseTheCodeUp() {
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
        api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH);
        var code = Optional.of(lastCode(VERA));
        assertRefused(Reason.SLOT_TAKEN, () -> book(confirmed(code, appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))));
        book(confirmed(code, appointment(1, ANNA, TUESDAY, "10:00", HAIRCUT)));
    }

    @Test
    void aNewCodeVoidsTheLast() {
        api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH);
        var first = lastCode(VERA);
        clock().advance(Duration.ofMinutes(1));
        api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH);
        var second = lastCode(VERA);
        var appointment = appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT);
        if (!first.equals(second)) assertRefused(Reason.CODE_WRONG, () -> book(confirmed(Optional.of(first), appointment)));
        book(confirmed(Optional.of(second), appointment));
    }

    @Test
    void codesAreNotSentTooOften() {
        assertRefused(Reason.PHONE_INVALID, () -> api().sendPhoneCode(LOCATION, "12", Locale.ENGLISH));
        assertEquals(Duration.ofSeconds(30), api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH));
        var tooOften = assertThrows(BookingRefused.class, () -> api().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH));
        assertEquals(Reason.SENT_TOO_OFTEN, tooOften.reason());
        assertEquals(Optional.of(Duration.ofSeconds(30)), tooOften.waiting());
        api().sendPhoneCode(LOCATION, "+37069999999", Locale.ENGLISH);
    }

    // Afterwards

    @Test
    void anAppointmentIsSeenOnlyWithItsOwnHash() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, BORIS, TUESDAY, "10:00", HAIRCUT)));
        for (var hash : Arrays.asList(booked.getLast().hash(), "", "0".repeat(32), booked.getFirst().hash().substring(1))) {
            assertEquals(Optional.empty(), api().findAppointment(LOCATION, booked.getFirst().id(), hash));
            assertEquals(Optional.empty(), api().cancel(LOCATION, booked.getFirst().id(), hash));
        }
        assertFalse(find(booked.getFirst()).isCancelled());
    }

    @Test
    void cancellingGivesTheTimeBack() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        assertFalse(starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY).contains("09:00"));
        var cancelled = api().cancel(LOCATION, booked.id(), booked.hash()).orElseThrow();
        assertEquals(Status.CANCELLED, cancelled.status());
        assertEquals(Optional.empty(), cancelled.cancellableUntil());
        assertTrue(find(booked).isCancelled());
        assertTrue(starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY).contains("09:00"));
        book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT)));
    }

    @Test
    void cancellingTwiceIsTheSameAsOnce() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        var once = api().cancel(LOCATION, booked.id(), booked.hash());
        clock().advance(Duration.ofDays(2));
        assertEquals(once, api().cancel(LOCATION, booked.id(), booked.hash()));
    }

    @Test
    void anAppointmentThatIsTooNearIsNotCancelled() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, ANNA, TUESDAY, "10:00", HAIRCUT)));
        clock().set("2026-11-24T05:00:00Z"); // two hours before the first one, to the second
        assertEquals(Optional.of(at(TUESDAY, "07:00")), find(booked.getFirst()).cancellableUntil());
        clock().set("2026-11-24T05:00:01Z");
        assertEquals(Optional.empty(), find(booked.getFirst()).cancellableUntil());
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().cancel(LOCATION, booked.getFirst().id(), booked.getFirst().hash()));
        clock().set("2026-11-24T06:00:00Z");
        assertTrue(api().cancel(LOCATION, booked.getLast().id(), booked.getLast().hash()).orElseThrow().isCancelled());
    }

    @Test
    void movingFreesTheOldTimeAndTakesTheNew() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        var moved = api().move(LOCATION, booked.id(), booked.hash(), at(WEDNESDAY, "11:00")).orElseThrow();
        assertEquals(at(WEDNESDAY, "11:00"), moved.start());
        assertEquals(moved, find(booked));
        assertEquals(ANNA, moved.teamMember().id());
        assertTrue(starts(services(HAIRCUT).withTeamMember(ANNA), TUESDAY).contains("09:00"));
        assertFalse(starts(services(HAIRCUT).withTeamMember(ANNA), WEDNESDAY).contains("11:00"));
    }

    /** Its own: the other appointments of the visit keep what was said when they were booked. */
    @Test
    void movingMayChangeTheComment() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, ANNA, TUESDAY, "10:00", HAIRCUT)));
        var first = booked.getFirst();
        var later = Optional.of("A little later");
        var moved = api().move(LOCATION, first.id(), first.hash(), at(TUESDAY, "09:15"), later).orElseThrow();
        assertEquals("A little later", moved.comment());
        assertEquals(moved, find(first));
        assertEquals("A little later", api().move(LOCATION, first.id(), first.hash(), at(TUESDAY, "09:00")).orElseThrow().comment());
        var said = api().move(LOCATION, first.id(), first.hash(), at(TUESDAY, "09:00"), Optional.of("No, in time")).orElseThrow();
        assertEquals("No, in time", said.comment());
        assertEquals("Short, please", find(booked.getLast()).comment());
    }

    @Test
    void anAppointmentIsNotInItsOwnWay() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        assertEquals(at(TUESDAY, "09:15"), api().move(LOCATION, booked.id(), booked.hash(), at(TUESDAY, "09:15")).orElseThrow().start());
        assertEquals(find(booked), api().move(LOCATION, booked.id(), booked.hash(), at(TUESDAY, "09:15")).orElseThrow());
    }

    /** What is offered for a move is what {@link BookingApi#move} takes. */
    @Test
    void offersWhereAnAppointmentCanBeMoved() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        var taken = book(visit(appointment(1, ANNA, TUESDAY, "11:00", HAIRCUT)));
        var offered = api().timeSlotsToMove(find(booked), TUESDAY).stream().map(TimeSlot::start).toList();
        assertFalse(offered.contains(at(TUESDAY, "11:00")), offered::toString);
        assertTrue(offered.contains(at(TUESDAY, "10:00")), offered::toString);
        assertTrue(api().datesToMove(find(booked), TUESDAY, WEDNESDAY).free().contains(WEDNESDAY));
        for (var start : offered) assertEquals(start, api().move(LOCATION, booked.id(), booked.hash(), start).orElseThrow().start());
        assertEquals(at(TUESDAY, "11:00"), find(taken.getFirst()).start());
    }

    @Test
    void anAppointmentIsNotMovedToWhereNoneCanBe() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT), appointment(2, ANNA, TUESDAY, "10:00", HAIRCUT)));
        for (var start : List.of("10:00", "09:30", "12:30", "08:00", "10:10", "23:00")) {
            assertRefused(Reason.SLOT_TAKEN,
                    () -> api().move(LOCATION, booked.getFirst().id(), booked.getFirst().hash(), at(TUESDAY, start)));
        }
        assertRefused(Reason.SLOT_TAKEN, () -> api().move(LOCATION, booked.getFirst().id(), booked.getFirst().hash(), at(SUNDAY, "09:00")));
        assertRefused(Reason.SLOT_TAKEN, () -> api().move(LOCATION, booked.getFirst().id(), booked.getFirst().hash(), Instant.MAX));
        assertEquals(at(TUESDAY, "09:00"), find(booked.getFirst()).start());
    }

    @Test
    void onlyWhoMayCancelMayMove() {
        var booked = book(visit(appointment(1, ANNA, TUESDAY, "09:00", HAIRCUT))).getFirst();
        assertEquals(Optional.empty(), api().move(LOCATION, booked.id(), "0".repeat(32), at(WEDNESDAY, "11:00")));
        clock().set("2026-11-24T05:00:01Z"); // less than two hours before
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().move(LOCATION, booked.id(), booked.hash(), at(WEDNESDAY, "11:00")));
        var cancelled = book(visit(appointment(1, ANNA, WEDNESDAY, "09:00", HAIRCUT))).getFirst();
        api().cancel(LOCATION, cancelled.id(), cancelled.hash());
        assertRefused(Reason.TOO_LATE_TO_CANCEL, () -> api().move(LOCATION, cancelled.id(), cancelled.hash(), at(WEDNESDAY, "11:00")));
    }

    // Words of these tests

    protected static VisitRequest visit(AppointmentRequest... appointments) {
        return by(new ClientDetails("Vera", VERA, "vera@example.com"), appointments);
    }

    protected static VisitRequest by(ClientDetails client, AppointmentRequest... appointments) {
        return new VisitRequest(PLAIN_FORM, List.of(appointments), client, Optional.empty(), "Short, please", 24,
                "key-" + KEYS.incrementAndGet(), Locale.ENGLISH);
    }

    protected static VisitRequest confirmed(Optional<String> code, AppointmentRequest... appointments) {
        var visit = visit(appointments);
        return new VisitRequest(SMS_FORM, visit.appointments(), visit.client(), code, visit.comment(), 0, visit.key(), visit.language());
    }

    protected static VisitRequest withKey(VisitRequest visit, String key) {
        return new VisitRequest(visit.form(), visit.appointments(), visit.client(), visit.code(), visit.comment(),
                visit.smsReminderHours(), key, visit.language());
    }

    protected static AppointmentRequest appointment(int id, long teamMember, LocalDate date, String time, Long... services) {
        return new AppointmentRequest(id, List.of(services), Optional.of(teamMember), at(date, time));
    }

    protected static AppointmentRequest anybody(int id, LocalDate date, String time, Long... services) {
        return new AppointmentRequest(id, List.of(services), Optional.empty(), at(date, time));
    }

    protected static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    protected static Choices services(Long... services) {
        return Choices.NONE.withServices(List.of(services));
    }

    protected static void assertRefused(Reason reason, Executable executable) {
        assertEquals(reason, assertThrows(BookingRefused.class, executable).reason());
    }

    protected final List<BookedAppointment> book(VisitRequest visit) {
        return api().book(LOCATION, visit);
    }

    protected final Appointment find(BookedAppointment booked) {
        return api().findAppointment(LOCATION, booked.id(), booked.hash()).orElseThrow();
    }

    /** The starts of a day as the clock on the location's wall shows them. */
    protected final List<String> starts(Choices choices, LocalDate date) {
        return api().timeSlots(LOCATION, choices, date).stream().map(slot -> slot.start().atZone(ZONE).toLocalTime().toString()).toList();
    }

    private TimeSlot firstSlot(Choices choices) {
        return api().timeSlots(LOCATION, choices, TUESDAY).getFirst();
    }

    private static List<Long> ids(ServiceMenu menu) {
        return menu.services().stream().map(Service::id).toList();
    }

    private static List<Long> members(List<TeamMember> members) {
        return members.stream().map(TeamMember::id).toList();
    }

    private static BookingDates noDates() {
        return new BookingDates(new TreeSet<>(), new TreeSet<>());
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, Currency.getInstance("EUR"));
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
