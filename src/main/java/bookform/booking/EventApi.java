package bookform.booking;

import bookform.booking.BookingRefused.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The third part of the port: group events. Safe for use by many threads.
 *
 * <p>A booked seat is an {@link Appointment} like others, with {@link Appointment#event()}: it is found and cancelled through
 * {@link BookingApi} and {@link ClientApi}, and cancelling gives its seats back. It cannot be moved. Any method may throw
 * {@link BookingUnavailable}.
 */
public interface EventApi {
    /** Of a booking system without any. */
    EventApi NONE = new EventApi() {
        @Override
        public boolean hasEvents(long location) {
            return false;
        }

        @Override
        public List<Event> events(long location, EventFilter filter) {
            return List.of();
        }

        @Override
        public Optional<Event> findEvent(long location, long event) {
            return Optional.empty();
        }

        @Override
        public BookedAppointment bookSeats(long location, SeatRequest request) {
            throw new BookingRefused(Reason.EVENT_GONE);
        }
    };

    /** Whether a location has events at all, be there some to book now or not: asked for the first page of every form, so it is answered at once. */
    boolean hasEvents(long location);

    /** The events whose time can be booked, in the order of their starts; full ones too. An unknown location has none. */
    List<Event> events(long location, EventFilter filter);

    /** One event, also when it is over; empty when there is none such, or it was called off. */
    Optional<Event> findEvent(long location, long event);

    /**
     * Books seats of an event, all or none of them, durably: when it returns, they survive a power cut. One {@link SeatRequest#key()}
     * books once: the same request again gets the same answer.
     *
     * @throws BookingRefused EVENT_GONE, SEATS_TAKEN, TOO_MANY_SEATS, and what {@link BookingApi#book} says of the client, the code and
     *     the key; nothing was booked
     */
    BookedAppointment bookSeats(long location, SeatRequest request);
}
