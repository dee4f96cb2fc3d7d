package bookform;

import bookform.altegio.AltegioAccount;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** The settings of the Altegio account that is booked on, where there is one. */
final class AltegioSettings {
    private AltegioSettings() {}

    /**
     * In the clear only to this machine: the token goes with every call.
     *
     * @throws Config.Wrong naming the first setting that cannot be used
     */
    static Optional<AltegioAccount> account(Map<String, String> values) {
        var address = values.get("BOOKFORM_ALTEGIO_URL");
        var token = values.get("BOOKFORM_ALTEGIO_TOKEN");
        if ((address == null) != (token == null))
            throw new Config.Wrong(
                    "BOOKFORM_ALTEGIO_URL and BOOKFORM_ALTEGIO_TOKEN come together: set both, or neither for our own engine");
        var perMinute = perMinute(values.getOrDefault("BOOKFORM_ALTEGIO_PER_MINUTE", String.valueOf(AltegioAccount.USUAL_CALLS)));
        if (address == null) return Optional.empty();
        if (!address.matches("(https://[^/?#\\s@]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?)(/api(/v1)?)?/?"))
            throw new Config.Wrong("BOOKFORM_ALTEGIO_URL looks like https://api.alteg.io; without https it can only be on this machine");
        if (!token.matches("[!-+\\--~]{1,500}")) throw new Config.Wrong("BOOKFORM_ALTEGIO_TOKEN is one word, as Altegio shows it");
        try {
            return Optional.of(new AltegioAccount(new URI(address.replaceFirst("(/api(/v1)?)?/?$", "") + "/api/v1"), token, perMinute));
        } catch (URISyntaxException notAnAddress) {
            throw new Config.Wrong("BOOKFORM_ALTEGIO_URL looks like https://api.alteg.io");
        }
    }

    /** Between them the seconds and the milliseconds that are counted with make sense. */
    private static int perMinute(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < AltegioAccount.FEWEST_CALLS
                || Integer.parseInt(text) > AltegioAccount.MOST_CALLS)
            throw new Config.Wrong("BOOKFORM_ALTEGIO_PER_MINUTE is a number from %d to %d, not \"%s\""
                    .formatted(AltegioAccount.FEWEST_CALLS, AltegioAccount.MOST_CALLS, text));
        return Integer.parseInt(text);
    }
}
