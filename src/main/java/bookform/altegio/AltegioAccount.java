package bookform.altegio;

import java.net.URI;

/**
 * Where the API is, and who we are there.
 *
 * @param url up to and with {@code /api/v1}, without a slash at the end
 * @param token the partner token
 * @param perMinute calls that everything behind our address may make in a minute, and forty times what it may in a second;
 *     {@value #FEWEST_CALLS} to {@value #MOST_CALLS}
 */
public record AltegioAccount(URI url, String token, int perMinute) {
    /** What Altegio allows who has not agreed on another. */
    public static final int USUAL_CALLS = 200;

    public static final int FEWEST_CALLS = 80;
    public static final int MOST_CALLS = 6_000;

    /** Keeps the secret. */
    @Override
    public String toString() {
        return "AltegioAccount[" + url.getHost() + "]";
    }
}
