package bookform.wizard;

import bookform.booking.AppointmentRequest;
import bookform.booking.BookedAppointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingRefused;
import bookform.booking.Consent;
import bookform.booking.EventApi;
import bookform.booking.SeatRequest;
import bookform.booking.VisitRequest;
import bookform.web.PlainText;
import java.util.List;
import java.util.Optional;

/** Takes what a walk has led to, an appointment or seats of an event, to the booking system. */
final class Desk {
    private final BookingApi api;
    private final EventApi events;

    Desk(BookingApi api, EventApi events) {
        this.api = api;
        this.events = events;
    }

    /**
     * Whether it could be booked now, as far as that can be told before anybody confirms their phone.
     *
     * @param walk as far as the details: whether an event has seats was looked at on the way
     * @throws BookingRefused when it could not
     */
    void check(Walk walk) {
        if (walk.selection().seats().isEmpty()) api.check(walk.location().id(), List.of(appointment(walk)));
    }

    /**
     * @param code the SMS code as typed
     * @throws BookingRefused as the booking system says; nothing was booked
     */
    BookedAppointment book(Walk walk, Optional<String> code, String key, Consent consent) {
        var form = walk.form();
        var client = walk.typed().client(walk.location());
        var comment = PlainText.lines(walk.typed().comment());
        var reminder = form.smsReminders() ? walk.typed().reminderHours() : 0;
        var location = walk.location().id();
        if (walk.selection().seats().isPresent()) {
            var seats = walk.selection().seats().get();
            return events.bookSeats(location, new SeatRequest(form.id(), seats.event(), seats.count(), client, code, comment, reminder, key,
                    walk.t().locale()).with(consent));
        } else {
            return api.book(location, new VisitRequest(form.id(), List.of(appointment(walk)), client, code, comment, reminder, key,
                    walk.t().locale()).with(consent)).getFirst();
        }
    }

    /** The one appointment that a walk through the wizard asks for. */
    private static AppointmentRequest appointment(Walk walk) {
        return new AppointmentRequest(1, walk.services(), walk.selection().choices().teamMember(), walk.selection().start().orElseThrow());
    }
}
