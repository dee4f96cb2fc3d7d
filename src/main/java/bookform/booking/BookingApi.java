package bookform.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What every booking system behind our pages does. Safe for use by many threads.
 *
 * <p>Any method may throw {@link BookingUnavailable}. What is not there is an empty {@link Optional} or list, never an exception;
 * unknown locations, services and team members offer nothing. The contract is executable: {@code BookingApiContract} in the tests.
 */
public interface BookingApi {
    /** How far ahead a next free time slot is looked for. */
    int DAYS_AHEAD = 366;

    Optional<BookingForm> findBookingForm(long form);

    /**
     * A form of a chain as it is at one of the chain's locations, which says whether it asks for a code. Any other form is at its own
     * location alone.
     *
     * @return empty when there is no such form, or it does not book there
     */
    Optional<BookingForm> findBookingForm(long form, long location);

    /** The locations of a chain that can be booked at, in the order to show; none when there is no such chain. */
    List<ChainLocation> locations(long chain);

    Optional<Location> findLocation(long location);

    /** A form to book through at a location, for pages that nobody came to from one; empty where the booking system does not say. */
    default Optional<BookingForm> findFormOf(long location) {
        return Optional.empty();
    }

    /**
     * The first locations of the business, for pages that nobody came to from a booking form; none where the booking system does not
     * say.
     *
     * @param most how many there may be, at most
     */
    default List<Location> locations(int most) {
        return List.of();
    }

    /** Empty when the location has none, or an empty one. */
    Optional<PrivacyPolicy> findPrivacyPolicy(long location);

    /**
     * The services that can be chosen, or added to those chosen, given the choices: done by the team member, fitting at the start,
     * and for several services, done by one and the same person. The chosen services themselves are among them while they hold.
     */
    ServiceMenu services(long location, Choices choices);

    /**
     * The chosen services alone, as the team member and the start make them; those that do not hold are missing. Cheaper than
     * {@link #services} where only that is asked.
     */
    default ServiceMenu chosen(long location, Choices choices) {
        return services(location, choices).only(choices.services());
    }

    /** Everybody who does all of the chosen services, best first, with their next free day; those without free time are not bookable. */
    List<TeamMember> teamMembers(long location, Choices choices);

    /** One team member, cheaply: without free time. */
    Optional<TeamMember> findTeamMember(long location, long teamMember);

    /** Working and free days from {@code first} to {@code last}, both included; days in the past and beyond the horizon are neither. */
    BookingDates dates(long location, Choices choices, LocalDate first, LocalDate last);

    /** The first free time slot from a day on, for whatever is the shortest. */
    default Optional<TimeSlot> nextSlot(long location, LocalDate from) {
        return dates(location, Choices.NONE, from, from.plusDays(DAYS_AHEAD)).free().stream().findFirst()
                .flatMap(date -> timeSlots(location, Choices.NONE, date).stream().findFirst());
    }

    /**
     * The free time slots that start on a day of the location's calendar, in order. Without services: the starts at which the
     * shortest service would fit.
     */
    List<TimeSlot> timeSlots(long location, Choices choices, LocalDate date);

    /**
     * Says whether {@link #book} would be accepted now, except for name, phone and code. Holds nothing.
     *
     * @throws BookingRefused if it would not
     */
    void check(long location, List<AppointmentRequest> appointments);

    /**
     * Sends a code to a phone; an earlier one for the same purpose is void from then on.
     *
     * @return how long no other one can be asked for; zero where that is not known
     * @throws BookingRefused PHONE_INVALID also for phones that the location sends no messages to; SENT_TOO_OFTEN
     */
    Duration sendPhoneCode(long location, PhoneCodeRequest request);

    /** A code to book through any form of the location, or to sign in, asked for by ourselves. */
    default Duration sendPhoneCode(long location, String phone, Locale language) {
        return sendPhoneCode(location, PhoneCodeRequest.toBookOrSignIn(phone, language, Sender.OURSELVES));
    }

    /**
     * Books a visit, all or nothing, durably: when it returns, the visit survives a power cut. One {@link VisitRequest#key()} books
     * once: the same request again gets the same answer.
     *
     * @throws BookingRefused for any of its reasons; nothing was booked
     * @throws BookingUnsettled when it may have been booked
     */
    List<BookedAppointment> book(long location, VisitRequest visit);

    /**
     * What a visit under this key has become after a {@link BookingUnsettled}.
     *
     * @return empty when nothing was booked, nor will be
     * @throws BookingUnsettled while that is not known
     */
    default Optional<List<BookedAppointment>> findBooked(long location, String key) {
        return Optional.empty();
    }

    /** The appointment, if {@code hash} is its own; cancelled ones too. */
    Optional<Appointment> findAppointment(long location, long appointment, String hash);

    /**
     * Cancels an appointment and gives its time back. Cancelling twice is the same as once.
     *
     * @return the cancelled appointment; empty when there is none such
     * @throws BookingRefused TOO_LATE_TO_CANCEL
     */
    Optional<Appointment> cancel(long location, long appointment, String hash);

    /**
     * Moves an appointment to another start, with the same team member: the old time is free if, and only if, the new one is taken.
     * Allowed until {@link Appointment#movableUntil}. Moving to where it is changes nothing.
     *
     * @param comment in place of the one it has; empty to leave that
     * @return the moved appointment; empty when there is none such
     * @throws BookingRefused SLOT_TAKEN, TOO_LATE_TO_CANCEL; it stays where it was
     */
    Optional<Appointment> move(long location, long appointment, String hash, Instant start, Optional<String> comment);

    /** As {@link #move(long, long, String, Instant, Optional)}, with the comment it has. */
    default Optional<Appointment> move(long location, long appointment, String hash, Instant start) {
        return move(location, appointment, hash, start, Optional.empty());
    }

    /**
     * The days to which an appointment can be moved, as {@link #dates}. Its own time is free for itself, where the booking system can
     * tell; where it cannot, it is only not offered.
     *
     * @param appointment as its client was shown it
     */
    default BookingDates datesToMove(Appointment appointment, LocalDate first, LocalDate last) {
        return dates(appointment.location().id(), Choices.of(appointment), first, last);
    }

    /** The starts on a day to which an appointment can be moved, as {@link #timeSlots} and {@link #datesToMove}. */
    default List<TimeSlot> timeSlotsToMove(Appointment appointment, LocalDate date) {
        return timeSlots(appointment.location().id(), Choices.of(appointment), date);
    }

    /**
     * What the booking system itself calls things in a language, in place of our messages, by their keys. It takes no time: what is not
     * known yet, or cannot be had, is missing.
     */
    default Map<String, String> texts(Locale language) {
        return Map.of();
    }

    /**
     * Whether anything that this thread was told since its request began may be out of date, because the booking system does not answer.
     * That is never so of {@link #timeSlots}.
     */
    default boolean isOutOfDate() {
        return false;
    }
}
