package bookform.altegio;

import java.time.Duration;

/**
 * For how long answers are good. A fresh one is given out as it is; one that ages is given out, too, while a new one is fetched; one
 * that is stale only when a new one cannot be had. What names a person is never remembered, so it has no lifetime here.
 */
enum Lifetime {
    /** Countries change with treaties. */
    DICTIONARY(Duration.ofHours(24), Duration.ofHours(24), Duration.ofDays(7)),
    /** How a form is set up. Its owner wants to see changes soon. */
    FORM(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(24)),
    /** Address, zone, currency, privacy policy. */
    LOCATION(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofHours(24)),
    /** Services and prices. Booking decides what is charged; nobody is sold an old price for longer than this. */
    SERVICES(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(24)),
    /** Team members, with the next free day of each, which only hints at where to look. */
    TEAM(Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofHours(24)),
    /** Which days are free: a hint as well, the times of the day are asked anew. */
    DATES(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(10)),
    /** Times of a day. Somebody else may take one at any moment, so old ones are shown to nobody. */
    TIMES(Duration.ofSeconds(15), Duration.ZERO, Duration.ZERO);

    private final Duration fresh;
    private final Duration ageing;
    private final Duration stale;

    /** @param stale since the answer came, as the others; when it is not longer than they are together, there is no stale time */
    Lifetime(Duration fresh, Duration ageing, Duration stale) {
        this.fresh = fresh;
        this.ageing = fresh.plus(ageing);
        this.stale = stale.compareTo(this.ageing) > 0 ? stale : this.ageing;
    }

    /** The age up to which it is given out without a second thought. */
    Duration fresh() {
        return fresh;
    }

    /** The age up to which it is given out while a new one is fetched. */
    Duration ageing() {
        return ageing;
    }

    /** The age up to which it is given out when there is nothing better. */
    Duration stale() {
        return stale;
    }
}
