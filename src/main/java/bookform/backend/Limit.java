package bookform.backend;

import java.time.Duration;

/** At most so many in any stretch of time so long. */
record Limit(Counter counter, long most, Duration window) {
    /** What is counted, each for a subject of its own. */
    enum Counter {
        SENT_TO_PHONE, SENT_FOR_ADDRESS, SENT_TO_PREFIX, SENT_FOR_FORM, SENT, GUESSED, LOGIN_FAILED, ADDRESS_FAILED
    }

    /** The longest window there is: what is older is forgotten, see {@link bookform.backend.erasure.Erasure#forgetDue}. */
    static final Duration LONGEST = Duration.ofDays(1);

    Limit {
        if (window.compareTo(LONGEST) > 0) throw new IllegalArgumentException("Attempts are remembered for " + LONGEST);
    }
}
