package bookform.booking;

/**
 * The answer to one {@link AppointmentRequest}.
 *
 * @param request the caller's number of it
 * @param hash the secret that lets whoever holds it see and cancel this appointment
 */
public record BookedAppointment(int request, long id, String hash) {}
