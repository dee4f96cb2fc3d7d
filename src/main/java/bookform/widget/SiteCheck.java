package bookform.widget;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a form will work on somebody's site, as far as addresses tell. Nothing is asked over the network. */
enum SiteCheck {
    FINE, NO_ADDRESS, MIXED, REFUSED;

    /**
     * @param site as somebody typed it, {@code salon.example/contact}; without a scheme it is https
     * @param allowed the form's list; empty for any site
     * @param own our own public address
     */
    static SiteCheck of(String site, List<String> allowed, URI own) {
        try {
            var typed = site.strip();
            var address = new URI(typed.contains("://") ? typed : "https://" + typed);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !Set.of("http", "https").contains(scheme)) return NO_ADDRESS;
            // Browsers count a machine's own name as safe.
            if (scheme.equals("https") && own.getScheme().equals("http") && !own.getHost().equals("localhost")) return MIXED;
            var host = address.getHost().toLowerCase(Locale.ROOT) + (address.getPort() < 0 ? "" : ":" + address.getPort());
            return allowed.isEmpty() || allowed.stream().anyMatch(entry -> matches(entry, scheme, host)) ? FINE : REFUSED;
        } catch (URISyntaxException unreadable) {
            return NO_ADDRESS;
        }
    }

    /** As browsers read {@code frame-ancestors}: http stands for https, too, and a star for one or more names. */
    private static boolean matches(String entry, String scheme, String host) {
        var parts = entry.split("://", 2);
        if (!parts[0].equals(scheme) && !(parts[0].equals("http") && scheme.equals("https"))) return false;
        return parts[1].startsWith("*.") ? host.endsWith(parts[1].substring(1)) : host.equals(parts[1]);
    }
}
