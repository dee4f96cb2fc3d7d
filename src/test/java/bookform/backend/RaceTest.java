package bookform.backend;

import static bookform.backend.DemoBackend.MONDAY;
import static bookform.backend.setup.DemoLocation.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bookform.backend.setup.LocationSetup;
import bookform.backend.store.ImportedAppointment;
import bookform.backend.store.PhoneCodeTable.Place;
import bookform.booking.Appointment.Status;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookingRefused;
import bookform.booking.BookingUnavailable;
import bookform.booking.ClientDetails;
import bookform.booking.PhoneCodeRequest.Purpose;
import bookform.booking.VisitRequest;
import bookform.support.AtOnce;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty clients press at once. Two things keep them apart, the rule in the code and the net in the database: each alone must do. */
class RaceTest extends OnOneDatabase {
    protected static final int CLIENTS = 50;
    private static final int ATTEMPTS = 100_000;

    @Test
    void oneSlotHasOneWinner() throws Exception {
        open(true);
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(ANNA), "09:00")));
        assertEquals(0, overlaps());
    }

    @Test
    void fiveFreePeopleServeFive() throws Exception {
        open(true);
        instance(0).store().locations().replace(DemoBackend.team(5));
        assertEquals(Map.of("booked", 5L, "NOBODY_FREE", CLIENTS - 5L), race(client -> haircut(client, Optional.empty(), "09:00")));
        assertEquals(0, overlaps());
    }

    @Test
    void startsThatOverlapDoNotPass() throws Exception {
        open(true);
        var answers = race(client -> haircut(client, Optional.of(ANNA), quarter(9, client % 14)));
        assertTrue(answers.get("booked") >= 2 && answers.get("booked") <= 5, answers::toString);
        assertEquals(CLIENTS - answers.get("booked"), answers.get("SLOT_TAKEN"));
        assertEquals(0, overlaps());
    }

    @Test
    void oneKeyBooksOnce() throws Exception {
        open(true);
        var visit = haircut(0, Optional.empty(), "09:00");
        var answers = AtOnce.all(CLIENTS, client -> api(client).book(LOCATION, visit));
        assertEquals(1, answers.stream().distinct().count());
        assertEquals(1, appointments().size());
    }

    @Test
    void oneCodeBooksOnce() throws Exception {
        open(true);
        api(0).sendPhoneCode(LOCATION, phone(0), Locale.ENGLISH);
        var code = Optional.of(instance(0).lastCode(phone(0)));
        assertEquals(oneBooked("CODE_WRONG"), race(client -> confirmed(client, quarter(9, client % 16), code)));
    }

    @Test
    void oneCodeIsSentToAPhone() throws Exception {
        open(true);
        var answers = counted(AtOnce.all(CLIENTS, client -> answer(() -> api(client).sendPhoneCode(LOCATION, phone(0), Locale.ENGLISH))));
        assertEquals(Map.of("done", 1L, "SENT_TOO_OFTEN", CLIENTS - 1L), answers);
        assertEquals(1, instances().stream().mapToLong(instance -> instance.messages().latest().size()).sum());
    }

    @Test
    void fiveCodesAreTried() throws Exception {
        open(true);
        api(0).sendPhoneCode(LOCATION, phone(0), Locale.ENGLISH);
        var wrong = Optional.of(instance(0).lastCode(phone(0)).equals("111111") ? "222222" : "111111");
        race(client -> confirmed(client, "09:00", wrong));
        var place = new Place(phone(0), Purpose.BOOKING, LOCATION, 0);
        var sent = instance(0).store().read(tables -> tables.phoneCodes().find(place)).orElseThrow();
        assertEquals(PhoneCodes.TRIES, sent.tries());
    }

    @Test
    void theNetAloneHoldsToo() throws Exception {
        open(false);
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(ANNA), "09:00")));
        race(client -> haircut(client + CLIENTS, Optional.of(BORIS), quarter(10, client % 14)));
        assertEquals(0, overlaps());
    }

    @Test
    void theRuleAloneHoldsToo() throws Exception {
        open(true);
        database().dropNet();
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(ANNA), "09:00")));
        assertEquals(0, overlaps());
    }

    /** The control: without rule and net there are overlaps, so the tests above can fail. */
    @Test
    void withNeitherThereAreOverlaps() throws Exception {
        open(false);
        database().dropNet();
        assertEquals(Map.of("booked", (long) CLIENTS), race(client -> haircut(client, Optional.of(ANNA), "09:00")));
        assertEquals(CLIENTS * (CLIENTS - 1) / 2, overlaps());
    }

    /** Reliability A2: whatever somebody may want within a week, of five people, one or two services, with somebody or with anybody. */
    @Tag("soak") @Test @Timeout(1_800)
    void aHundredThousandAttemptsLeaveNoOverlap() throws Exception {
        open(true);
        rooms(2, DemoBackend.team(5), FRINGE_TRIM);
        var answers = AtOnce.all(CLIENTS, client -> counted(wishes(client).map(visit -> answer(() -> api(client).book(LOCATION, visit)))
                .toList()));
        var booked = answers.stream().mapToLong(counts -> counts.getOrDefault("done", 0L)).sum();
        assertTrue(booked > 200, "booked " + booked);
        assertEquals(0, overlaps());
        assertEquals(0, roomOverlaps());
        assertEquals(booked, appointments().size());
    }

    private static Stream<VisitRequest> wishes(int client) {
        var random = new Random(client);
        return IntStream.range(0, ATTEMPTS / CLIENTS).mapToObj(number -> {
            var services = List.of(List.of(HAIRCUT), List.of(FRINGE_TRIM), List.of(HAIRCUT, FRINGE_TRIM)).get(random.nextInt(3));
            var who = random.nextBoolean() ? Optional.<Long>empty() : Optional.of(1L + random.nextInt(5));
            var start = MONDAY.plusDays(1 + random.nextInt(4)).atTime(9, 0).plusMinutes(15L * random.nextInt(36)).atZone(ZONE).toInstant();
            return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, services, who, start)),
                    new ClientDetails("Client " + client, phone(client), ""), Optional.empty(), "", 0, client + " " + number,
                    Locale.ENGLISH);
        });
    }

    // Rooms: everybody has a team member of their own, and all want the one room.

    @Test
    void oneRoomHasOneWinner() throws Exception {
        open(true);
        rooms(1);
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(1L + client), "09:00")));
        assertEquals(0, roomOverlaps());
    }

    @Test
    void threeRoomsServeThree() throws Exception {
        open(true);
        rooms(3);
        assertEquals(Map.of("booked", 3L, "NOBODY_FREE", CLIENTS - 3L), race(client -> haircut(client, Optional.empty(), "09:00")));
        assertEquals(0, roomOverlaps());
    }

    @Test
    void theNetAloneHoldsForRoomsToo() throws Exception {
        open(false);
        rooms(1);
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(1L + client), "09:00")));
        race(client -> haircut(client + CLIENTS, Optional.of(1L + client), quarter(10, client % 14)));
        assertEquals(0, roomOverlaps());
    }

    @Test
    void theRuleAloneHoldsForRoomsToo() throws Exception {
        open(true);
        database().dropNet();
        rooms(1);
        assertEquals(oneBooked("SLOT_TAKEN"), race(client -> haircut(client, Optional.of(1L + client), "09:00")));
        assertEquals(0, roomOverlaps());
    }

    /** The control. */
    @Test
    void withNeitherRoomsAreTakenTwice() throws Exception {
        open(false);
        database().dropNet();
        rooms(1);
        assertEquals(Map.of("booked", (long) CLIENTS), race(client -> haircut(client, Optional.of(1L + client), "09:00")));
        assertEquals(CLIENTS * (CLIENTS - 1) / 2, roomOverlaps());
        assertEquals(0, overlaps());
    }

    protected final void rooms(int number) {
        rooms(number, DemoBackend.team(CLIENTS), HAIRCUT);
    }

    protected final void rooms(int number, LocationSetup setup, long service) {
        new DemoVariation(setup).rooms(number, service).at(instance(0));
        instances().forEach(instance -> instance.nanoTime().addAndGet(1_000_000_000)); // so that all of them look
    }

    /** Pairs of appointments that hold the same instance of a resource at once. */
    protected final long roomOverlaps() {
        var held = appointments().stream().filter(ImportedAppointment::holdsTime).toList();
        return held.stream().mapToLong(one -> held.stream().filter(other -> one.reference().compareTo(other.reference()) < 0
                && one.resourceInstances().stream().anyMatch(other.resourceInstances()::contains)
                && one.busy().overlaps(other.busy())).count()).sum();
    }

    private static Map<String, Long> oneBooked(String otherAnswer) {
        return Map.of("booked", 1L, otherAnswer, CLIENTS - 1L);
    }

    /** How many got which answer. */
    protected final Map<String, Long> race(IntFunction<VisitRequest> visit) throws Exception {
        var answers = counted(AtOnce.all(CLIENTS, client -> answer(() -> api(client).book(LOCATION, visit.apply(client)))));
        var booked = answers.remove("done");
        if (booked != null) answers.put("booked", booked);
        return answers;
    }

    private static String answer(Runnable question) {
        try {
            question.run();
            return "done";
        } catch (BookingRefused refused) {
            return refused.reason().name();
        } catch (BookingUnavailable tooBusy) {
            return "unavailable"; // without a lock clients wait in circles, until the database lets go of one
        }
    }

    /** Pairs of appointments that hold the time of one person at once. */
    protected final long overlaps() {
        var held = appointments().stream().filter(appointment -> appointment.status() != Status.CANCELLED).toList();
        return held.stream().mapToLong(one -> held.stream().filter(other -> one.reference().compareTo(other.reference()) < 0
                && overlap(one, other)).count()).sum();
    }

    private List<ImportedAppointment> appointments() {
        return instance(0).store().export(LOCATION);
    }

    private static boolean overlap(ImportedAppointment one, ImportedAppointment other) {
        return one.teamMember() == other.teamMember() && one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    protected static VisitRequest haircut(int client, Optional<Long> teamMember, String time) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), teamMember, at(time))),
                new ClientDetails("Client " + client, phone(client), ""), Optional.empty(), "", 0, "key-" + client, Locale.ENGLISH);
    }

    private static VisitRequest confirmed(int client, String time, Optional<String> code) {
        return new VisitRequest(SMS_FORM, List.of(new AppointmentRequest(1, List.of(FRINGE_TRIM), Optional.of(ANNA), at(time))),
                new ClientDetails("Vera", phone(0), ""), code, "", 0, "key-" + client, Locale.ENGLISH);
    }

    protected static String quarter(int hour, int quarters) {
        return LocalTime.of(hour, 0).plusMinutes(15 * quarters).toString();
    }

    private static String phone(int client) {
        return "+3706%07d".formatted(client);
    }

    private static Instant at(String time) {
        return MONDAY.plusDays(1).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
