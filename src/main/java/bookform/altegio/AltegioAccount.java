package bookform.altegio;

import java.net.URI;

/**
 * Where the API is, and who we are there.
 *
 * @param url up to and with {@code /api/v1}, without a slash at the end
 * @param token the partner token
 */
public record AltegioAccount(URI url, String token) {
    /** Keeps the secret. */
    @Override
    public String toString() {
        return "AltegioAccount[" + url.getHost() + "]";
    }
}
