package bookform.backend.http;

import java.util.Optional;

/** A call that is not answered as was hoped: a status of HTTP, a code of the API and a sentence (altegio-api.md §1.5). */
final class Refusal extends RuntimeException {
    /** For callers whose fault it is not. */
    static final int RETRY_SECONDS = 10;

    private final int status;
    private final int code;
    private final Optional<Integer> appointment;
    private final Optional<Integer> retryAfter;

    private Refusal(int status, int code, String message, Optional<Integer> appointment, Optional<Integer> retryAfter) {
        super(message, null, false, false); // an answer, not a fault: no stack trace
        this.status = status;
        this.code = code;
        this.appointment = appointment;
        this.retryAfter = retryAfter;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, status, message, Optional.empty(), Optional.empty());
    }

    /** Something in the call is wrong: 422, with a code of its own. */
    static Refusal wrong(int code, String message) {
        return new Refusal(422, code, message, Optional.empty(), Optional.empty());
    }

    static Refusal wrong(String message) {
        return wrong(422, message);
    }

    /** No partner token, or one that nobody has. */
    static Refusal unknownPartner() {
        return of(401, "Authentication needed.");
    }

    /** Nobody is signed in, or no longer. */
    static Refusal notSignedIn() {
        return of(401, "Authentication needed.");
    }

    static Refusal accessDenied() {
        return of(403, "Access denied.");
    }

    static Refusal notFound() {
        return of(404, "Not found.");
    }

    static Refusal tooMany(int retryAfter) {
        return new Refusal(429, 429, "Too many requests. Please try again later.", Optional.empty(), Optional.of(retryAfter));
    }

    static Refusal unavailable() {
        return of(503, "The booking system does not answer. Please try again in a moment.").after(RETRY_SECONDS);
    }

    static Refusal unsettled() {
        return of(503, "It is not known yet whether this was booked. The same request again, with the same Idempotency-Key, books it once.")
                .after(RETRY_SECONDS);
    }

    /** Of anything but a booking. */
    static Refusal unknown() {
        return of(503, "It is not known whether this was done. Please look before you ask for it again.").after(RETRY_SECONDS);
    }

    Refusal withStatus(int status) {
        return new Refusal(status, code, getMessage(), appointment, retryAfter);
    }

    /** @param appointment the caller's number of the appointment that was refused */
    Refusal about(int appointment) {
        return new Refusal(status, code, getMessage(), Optional.of(appointment), retryAfter);
    }

    /** @param seconds after which trying again makes sense */
    Refusal after(int seconds) {
        return new Refusal(status, code, getMessage(), appointment, Optional.of(seconds));
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    Optional<Integer> appointment() {
        return appointment;
    }

    /** Seconds. */
    Optional<Integer> retryAfter() {
        return retryAfter;
    }
}
