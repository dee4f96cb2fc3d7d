package bookform.altegio;

/**
 * How often everything behind one address may call: so often in any minute, and a fortieth of that in any second, as Altegio's usual 200
 * and 5 are (altegio-api.md §1.6).
 *
 * @param perMinute {@value AltegioAccount#FEWEST_CALLS} or more
 */
record Limit(int perMinute) {
    int perSecond() {
        return perMinute / 40;
    }

    /** Calls that may be sent at once after a quiet time, as far as the second allows. */
    int burst() {
        return perMinute * 9 / 100;
    }

    /** Milliseconds until one of them is there again. A burst and a minute of these are a little less than what is allowed. */
    long refill() {
        return Math.ceilDiv(60_000 * 10, perMinute * 9);
    }

    /**
     * Milliseconds that see no more calls than {@link #perSecond}: longer than a second by what calls may differ on their way, as the
     * first ones still look for an address and shake hands. In the long run it costs nothing: as many fill up again meanwhile.
     */
    long second() {
        return perSecond() * refill();
    }

    /** What reads leave of the burst. */
    int burstOfWrites() {
        return burst() * 2 / 9;
    }

    /** What reads leave of every second. */
    int perSecondOfWrites() {
        return Math.ceilDiv(perSecond(), 5);
    }
}
