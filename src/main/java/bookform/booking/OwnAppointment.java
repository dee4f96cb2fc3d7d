package bookform.booking;

import java.util.Optional;

/**
 * An appointment as the client sees it who is signed in.
 *
 * @param hash the secret that opens it without a sign-in
 * @param reviewToken opens its review, {@link ClientApi#findReviewedVisit}; empty when there is nothing to review, or not yet
 * @param inDoubt nobody knows whether it was changed: this is how it was before
 */
public record OwnAppointment(Appointment appointment, String hash, Optional<String> reviewToken, boolean inDoubt) {
    /** One that is as it says. */
    public OwnAppointment(Appointment appointment, String hash, Optional<String> reviewToken) {
        this(appointment, hash, reviewToken, false);
    }

    /** Keeps the secrets. */
    @Override
    public String toString() {
        return "OwnAppointment[" + appointment.id() + "]";
    }
}
