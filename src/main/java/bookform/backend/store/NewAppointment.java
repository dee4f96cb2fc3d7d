package bookform.backend.store;

import bookform.backend.availability.TimeRange;
import bookform.booking.Appointment.BookedService;
import bookform.booking.Appointment.Status;
import bookform.booking.CustomFields;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An appointment about to be kept.
 *
 * @param request the caller's number of it within the visit
 * @param time the client's
 * @param technicalBreak how long its team member and resources stay busy after that
 * @param hash the secret that lets its client see and cancel it
 * @param reference its name in exports
 * @param event the event that it is seats of, which takes the time in its place
 */
public record NewAppointment(int request, long teamMember, TimeRange time, Duration technicalBreak, List<Long> resourceInstances,
        List<BookedService> services, Status status, String hash, String reference, Optional<Long> event, int seats,
        CustomFields fields) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Booked here and now, with a secret of its own. */
    public static NewAppointment booked(int request, long teamMember, TimeRange time, Duration technicalBreak,
            List<Long> resourceInstances, List<BookedService> services, CustomFields fields, Instant now) {
        return new NewAppointment(request, teamMember, time, technicalBreak, resourceInstances, services, Status.WAITING, randomHash(),
                randomReference(now), Optional.empty(), 1, fields);
    }

    /** Seats of an event, booked here and now. */
    public static NewAppointment seats(StoredEvent event, int seats, BookedService service, Instant now) {
        return new NewAppointment(0, event.teamMember().id(), event.time(), Duration.ZERO, List.of(), List.of(service), Status.WAITING,
                randomHash(), randomReference(now), Optional.of(event.id()), seats, CustomFields.NONE);
    }

    private static String randomReference(Instant now) {
        return Long.toHexString(now.getEpochSecond()) + "-" + randomHex(6);
    }

    static String randomHash() {
        return randomHex(16);
    }

    private static String randomHex(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
