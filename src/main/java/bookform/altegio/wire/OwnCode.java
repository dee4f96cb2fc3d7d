package bookform.altegio.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fine codes that our server has beside the original's 431 to 438, for what those cannot say. Clients of the original take them for any
 * other refusal; ours understands them, and does without where the other side does not have them.
 */
public enum OwnCode {
    /** The {@code api_id} or {@code Idempotency-Key} was used before, for another booking. */
    KEY_REUSED(441),
    /** The new password is too easy to guess. */
    PASSWORD_GUESSABLE(442),
    /** It was reviewed before. */
    REVIEWED_ALREADY(443),
    /** Messages to this phone, as opposed to calls of the API, are too many. */
    SENT_TOO_OFTEN(444),
    /** Passwords of this login, as opposed to calls of the API, are too many. */
    TRIED_TOO_OFTEN(445),
    /** More seats of an event than one client may hold. */
    TOO_MANY_SEATS(446);

    private final int number;

    OwnCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<OwnCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
