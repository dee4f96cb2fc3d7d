package bookform.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The second half of the port: what a client who comes back can do. Safe for use by many threads.
 *
 * <p>Whoever signs in gets a token, a secret that stands for them until they sign out, change their password, or stay away too long.
 * Every method that takes one throws {@link BookingRefused} SIGNED_OUT when it does not stand for anybody. Known and unknown people get
 * the same answers. Any method may throw {@link BookingUnavailable}.
 */
public interface ClientApi {
    int SHORTEST_PASSWORD = 8;
    int LONGEST_PASSWORD = 128;

    // Coming in and going out

    /**
     * Signs in with a code for {@link PhoneCodeRequest.Purpose#SIGN_IN}, which {@link BookingApi#sendPhoneCode} sends. Whoever was not
     * known before is from now on.
     *
     * @param phone E.164
     * @return the token
     * @throws BookingRefused CODE_WRONG
     */
    String signInWithCode(String phone, String code, Sender sender);

    /**
     * Signs in with a password.
     *
     * @param login a phone or an e-mail address
     * @return the token
     * @throws BookingRefused LOGIN_WRONG, TRIED_TOO_OFTEN
     */
    String signInWithPassword(String login, String password, Sender sender);

    /** Ends this session. Says nothing when it had ended already. */
    void signOut(String token);

    /** Ends all sessions of the client, this one too. */
    void signOutEverywhere(String token);

    /** The sessions of the client that have not ended, the last used first; empty where the booking system does not say. */
    List<ClientSession> sessions(String token);

    /** Ends one of {@link #sessions}. */
    void endSession(String token, long session);

    // Who they are

    ClientProfile profile(String token);

    /** @param email empty for none; taken at its word, if it is another one than before */
    void changeProfile(String token, String name, String email);

    /**
     * Sends a code to the phone that is to become the client's.
     *
     * @param location one that the message comes from
     * @param phone E.164
     * @return as {@link BookingApi#sendPhoneCode}
     * @throws BookingRefused PHONE_INVALID, SENT_TOO_OFTEN
     */
    Duration sendPhoneChangeCode(String token, long location, String phone, Locale language, Sender sender);

    /**
     * Changes the phone to the one that the code was sent to, tells the old one so, and ends all other sessions.
     *
     * @throws BookingRefused CODE_WRONG
     */
    void changePhone(String token, String phone, String code, Locale language);

    /**
     * Changes the password, or sets the first one, and ends all sessions.
     *
     * @param present the password until now; not looked at when there is none
     * @return the token of a new session, in place of the one given
     * @throws BookingRefused LOGIN_WRONG when {@code present} is wrong, TRIED_TOO_OFTEN, PASSWORD_LENGTH, PASSWORD_GUESSABLE
     */
    String changePassword(String token, String present, String next);

    /** What is done only where the clients are kept; empty elsewhere. */
    default Optional<PersonalDataApi> personalData() {
        return Optional.empty();
    }

    // Their appointments

    /** At all locations of the business, the latest start first; cancelled ones too. All of them, and as they are, or none. */
    List<OwnAppointment> appointments(String token);

    /** As {@link #appointments}, to be looked at: those of which nobody knows whether they were changed are among them, and marked. */
    default List<OwnAppointment> appointmentsInDoubtToo(String token) {
        return appointments(token);
    }

    /** Empty when there is none such, or it is somebody else's. */
    Optional<OwnAppointment> findAppointment(String token, long location, long appointment);

    /**
     * As {@link BookingApi#cancel}, for the client's own.
     *
     * @throws BookingRefused TOO_LATE_TO_CANCEL
     */
    Optional<Appointment> cancel(String token, long location, long appointment);

    /**
     * Moves one of the client's own: the old time is free if, and only if, the new one is taken.
     *
     * @param comment in place of the one it has; empty to leave that
     * @throws BookingRefused SLOT_TAKEN, TOO_LATE_TO_CANCEL
     */
    Optional<Appointment> move(String token, long location, long appointment, Instant start, Optional<String> comment);

    /** As {@link #move(String, long, long, Instant, Optional)}, with the comment it has. */
    default Optional<Appointment> move(String token, long location, long appointment, Instant start) {
        return move(token, location, appointment, start, Optional.empty());
    }

    // What they hold

    /** Whether there are loyalty cards, memberships and gift cards here at all. */
    default boolean hasLoyalty() {
        return false;
    }

    /** What the client holds at a location and in its chain. Told as far as the booking system answers: this throws no {@link BookingUnavailable}. */
    default Loyalty loyalty(String token, Location location) {
        return new Loyalty(List.of(), true);
    }

    // Their calendar

    /** Whether clients can have a secret here that shows their appointments to a calendar; the rest is for where they can. */
    default boolean offersCalendars() {
        return false;
    }

    default boolean hasCalendar(String token) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the secret of the client's calendar; the one before is void.
     *
     * @return the secret, of which nothing is kept but a hash
     */
    default String openCalendar(String token) {
        throw new UnsupportedOperationException();
    }

    /** Voids the secret. */
    default void closeCalendar(String token) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #appointments}, for whoever has the secret; empty when it is nobody's. */
    default Optional<List<OwnAppointment>> calendar(String secret) {
        return Optional.empty();
    }

    // Reviews

    /** The visit behind a review token, which needs no sign-in: it came in a message to its client. */
    Optional<ReviewedVisit> findReviewedVisit(String reviewToken);

    /**
     * Reviews a visit, once; the team member's rating follows.
     *
     * @return empty when there is none such
     * @throws BookingRefused REVIEWED_ALREADY
     */
    Optional<ReviewedVisit> review(String reviewToken, Review.Draft draft);

    /** What clients said of the team of a location. */
    List<Review> reviews(long location, Review.Filter filter);

    /**
     * Says something of a team member whom the client has been to; once each.
     *
     * @return empty when there is no such team member, or the client was never there
     * @throws BookingRefused REVIEWED_ALREADY
     */
    Optional<Review> reviewTeamMember(String token, long location, long teamMember, Review.Draft draft);
}
