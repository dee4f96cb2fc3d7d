package bookform.backend.http;

import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.WireTime;
import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.BookingRefused.Reason;
import bookform.booking.Location;
import bookform.booking.PhoneCodeRequest;
import bookform.booking.VisitRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checking, confirming a phone, and booking (altegio-api.md §4.1–4.3). */
final class BookingOperations {
    private static final int MOST_APPOINTMENTS = 20;
    private static final int MOST_SERVICES = 50;

    private final BookingApi api;
    private final RecordViews records;

    BookingOperations(BookingApi api, RecordViews records) {
        this.api = api;
        this.records = records;
    }

    /** Takes the bare list, too, that a much copied client sends. */
    Answer check(Call call) {
        var location = call.location();
        api.check(location.id(), requests(location, call.body(BookRequest.Check.class, "appointments").appointments(), Map.of()));
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
        var booker = Booker.of(call, location, body.fullname(), body.phone(), body.email(), body.code(), body.comment(), body.apiId());
        return new VisitRequest(body.bookformId(), requests(location, body.appointments(), body.customFields()), booker.client(),
                booker.code(),
                booker.comment(), Math.max(0, body.notifyBySms()), Math.max(0, body.notifyByEmail()), booker.reference(), booker.key(),
                Booker.language(call, api, body.bookformId()),
                Booker.consent(api, location, body.isPersonalDataProcessingAllowed(), body.isNewsletterAllowed()));
    }

    private static List<AppointmentRequest> requests(Location location, List<BookRequest.Appointment> appointments,
            Map<String, Object> fields) {
        if (appointments.size() > MOST_APPOINTMENTS) throw Refusal.wrong("Too many appointments");
        var numbers = new HashSet<Integer>();
        return appointments.stream().map(appointment -> {
            if (!numbers.add(appointment.id())) throw Refusal.wrong("Two appointments have the same id");
            return request(location, appointment, fields);
        }).toList();
    }

    private static AppointmentRequest request(Location location, BookRequest.Appointment appointment, Map<String, Object> fields) {
        if (appointment.services().size() > MOST_SERVICES) throw Refusal.wrong("Too many services");
        var start = WireTime.instant(appointment.datetime(), location.zone())
                .orElseThrow(() -> Refusal.wrong("There is no such time: datetime").about(appointment.id()));
        return new AppointmentRequest(appointment.id(), appointment.services(), Call.teamMember(appointment.staffId()), start,
                CustomFieldValues.of(fields, appointment.customFields()));
    }
}
