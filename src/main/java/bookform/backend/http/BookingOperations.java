package bookform.backend.http;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.WireTime;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.ClientDetails;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.VisitRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Checking, confirming a phone, and booking (altegio-api.md §4.1–4.3). */
final class BookingOperations {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_KEY = 255;
    private static final int MOST_APPOINTMENTS = 20;
    private static final int MOST_SERVICES = 50;

    /** The code of the widget for a wrong e-mail address and other wrong details. */
    private static final int WRONG_DETAILS = 400;

    private final BookingApi api;
    private final RecordViews records;

    BookingOperations(BookingApi api, RecordViews records) {
        this.api = api;
        this.records = records;
    }

    /** Takes the bare list, too, that a much copied client sends. */
    Answer check(Call call) {
        var location = call.location();
        api.check(location.id(), requests(location, call.body(BookRequest.Check.class, "appointments").appointments()));
        return Answer.message("Created");
    }

    Answer sendCode(Call call) {
        var location = call.location();
        var phone = Phones.ringing(call.body(BookRequest.Code.class).phone(), location.country())
                .orElseThrow(() -> new BookingRefused(Reason.PHONE_INVALID));
        api.sendPhoneCode(location.id(), PhoneCodeRequest.toBookOrSignIn(phone, call.language().orElse(Locale.ENGLISH), call.sender()));
        return Answer.message("Created");
    }

    /** Each appointment under the caller's number; with its record for those who want no envelope, as the original does. */
    Answer book(Call call) {
        var location = call.location();
        var body = call.body(BookRequest.class);
        var booked = api.book(location.id(), visit(call, location, body));
        return Answer.of(booked.stream().map(one -> new Booked(one.request(), one.id(), one.hash(), record(call, location, one))).toList());
    }

    private Optional<RecordView> record(Call call, Location location, BookedAppointment booked) {
        return call.format() == Format.ENVELOPE ? Optional.empty()
                : api.findAppointment(location.id(), booked.id(), booked.hash()).map(appointment -> records.of(call, appointment));
    }

    private VisitRequest visit(Call call, Location location, BookRequest body) {
        requireShort(body.fullname(), LONGEST_NAME, "fullname");
        requireShort(body.comment(), LONGEST_COMMENT, "comment");
        var phone = Phones.parse(body.phone(), location.country()).orElse("");
        var client = new ClientDetails(body.fullname().strip(), phone, email(location, body));
        return new VisitRequest(body.bookformId(), requests(location, body.appointments()), client,
                Optional.of(body.code()).filter(code -> !code.isBlank()), body.comment().strip(), Math.max(0, body.notifyBySms()),
                key(call, body), language(call, body));
    }

    private static String email(Location location, BookRequest body) {
        var email = body.email().strip();
        if (location.email() == Asked.REQUIRED && email.isEmpty()) throw Refusal.wrong(WRONG_DETAILS, "The e-mail address is missing.");
        if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()))
            throw Refusal.wrong(WRONG_DETAILS, "The e-mail address is not valid.");
        return email;
    }

    /** What the caller calls this booking, so that it is made once; each partner has names of its own. */
    private static String key(Call call, BookRequest body) {
        var key = call.header("Idempotency-Key").map(header -> "header " + header)
                .or(() -> Optional.of(body.apiId().strip()).filter(id -> !id.isEmpty() && !id.equals("0")).map(id -> "api_id " + id));
        key.ifPresent(given -> requireShort(given, LONGEST_KEY, "Idempotency-Key or api_id"));
        return "partner " + call.partner().id() + " " + key.orElseGet(() -> "call " + UUID.randomUUID());
    }

    private Locale language(Call call, BookRequest body) {
        return call.language().or(() -> api.findBookingForm(body.bookformId()).map(BookingForm::language)).orElse(Locale.ENGLISH);
    }

    private static List<AppointmentRequest> requests(Location location, List<BookRequest.Appointment> appointments) {
        if (appointments.size() > MOST_APPOINTMENTS) throw Refusal.wrong("Too many appointments");
        var numbers = new HashSet<Integer>();
        return appointments.stream().map(appointment -> {
            if (!numbers.add(appointment.id())) throw Refusal.wrong("Two appointments have the same id");
            return request(location, appointment);
        }).toList();
    }

    private static AppointmentRequest request(Location location, BookRequest.Appointment appointment) {
        if (appointment.services().size() > MOST_SERVICES) throw Refusal.wrong("Too many services");
        var start = WireTime.instant(appointment.datetime(), location.zone())
                .orElseThrow(() -> Refusal.wrong("There is no such time: datetime").about(appointment.id()));
        return new AppointmentRequest(appointment.id(), appointment.services(), Call.teamMember(appointment.staffId()), start);
    }

    private static void requireShort(String text, int longest, String name) {
        if (text.length() > longest) throw Refusal.wrong(WRONG_DETAILS, "Too long: " + name);
    }
}
