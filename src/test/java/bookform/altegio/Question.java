package bookform.altegio;

import static bookform.backend.setup.DemoLocation.*;

import bookform.backend.DemoServer;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.Choices;
import bookform.booking.ClientDetails;
import bookform.booking.Sender;
import bookform.booking.VisitRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the pages ask, the cabinet's too: the calls of reliability.md D.
 *
 * @param call that it comes to
 * @param writes how often that may be sent at most
 */
record Question(String name, String call, int writes, Consumer<Asking> asked) {
    static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    static final Instant TEN = TUESDAY.atTime(10, 0).atZone(ZONE).toInstant();
    static final String VERA = "+37061234567";

    private static final String GLEB = "+37069999999";
    private static final Instant NINE = TEN.minusSeconds(3600);
    private static final Instant ELEVEN = TEN.plusSeconds(3600);

    /**
     * Who asks, by whichever way to Altegio.
     *
     * @param user a client who is signed in, and has an appointment at nine
     */
    record Asking(Altegio altegio, String user, BookedAppointment booked) {
        /** Over a way where nothing goes wrong. */
        static Asking prepared(DemoServer server, Altegio altegio) {
            try (var patient = Unhurried.altegio(server)) { // a machine with much to do is no fault
                patient.bookings().sendPhoneCode(LOCATION, GLEB, Locale.ENGLISH);
                var user = patient.clients().signInWithCode(GLEB, server.lastCode(GLEB), Sender.OURSELVES);
                return new Asking(altegio, user, patient.bookings().book(LOCATION, visit("before", GLEB, NINE)).getFirst());
            }
        }
    }

    static final List<Question> ALL = List.of(
            new Question("form", "GET /bookform", 0, by -> by.altegio.bookings().findBookingForm(PLAIN_FORM)),
            new Question("services", "GET /book_services", 0, by -> by.altegio.bookings().services(LOCATION, Choices.NONE)),
            new Question("staff", "GET /book_staff", 0, by -> by.altegio.bookings().teamMembers(LOCATION, Choices.NONE)),
            new Question("dates", "GET /book_dates", 0, by -> by.altegio.bookings().dates(LOCATION, Choices.NONE, TUESDAY, TUESDAY)),
            new Question("times", "GET /book_times", 0, by -> by.altegio.bookings().timeSlots(LOCATION, Choices.NONE, TUESDAY)),
            new Question("check", "POST /book_check", 1,
                    by -> by.altegio.bookings().check(LOCATION, visit("check", VERA, TEN).appointments())),
            new Question("code", "POST /book_code", 1, by -> by.altegio.bookings().sendPhoneCode(LOCATION, VERA, Locale.ENGLISH)),
            new Question("book", "POST /book_record", 1, by -> by.altegio.bookings().book(LOCATION, visit("book", VERA, TEN))),
            new Question("cancel", "DELETE /user/records", 1,
                    by -> by.altegio.bookings().cancel(LOCATION, by.booked.id(), by.booked.hash())),
            new Question("move", "PUT /book_record", 1,
                    by -> by.altegio.bookings().move(LOCATION, by.booked.id(), by.booked.hash(), ELEVEN)),
            new Question("sign in", "POST /user/auth", 1, by -> by.altegio.clients().signInWithCode(VERA, "123456", Sender.OURSELVES)),
            new Question("own appointments", "GET /user/records", 0, by -> by.altegio.clients().appointments(by.user)),
            new Question("own cancel", "DELETE /user/records", 1,
                    by -> by.altegio.clients().cancel(by.user, LOCATION, by.booked.id())),
            new Question("own move", "PUT /book_record", 1,
                    by -> by.altegio.clients().move(by.user, LOCATION, by.booked.id(), ELEVEN)));

    static List<Question> named(String... names) {
        return ALL.stream().filter(question -> List.of(names).contains(question.name)).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static VisitRequest visit(String key, String phone, Instant start) {
        return new VisitRequest(PLAIN_FORM, List.of(new AppointmentRequest(1, List.of(HAIRCUT), Optional.of(ANNA), start)),
                new ClientDetails("Vera", phone, ""), Optional.empty(), "", 0, key, Locale.ENGLISH);
    }
}
