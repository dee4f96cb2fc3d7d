package bookform.web;

import bookform.booking.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a location is on OpenStreetMap: a plain link, nothing is loaded from there. */
public final class MapLink {
    private MapLink() {}

    /** By its coordinates, else by its address; empty when it has neither. */
    public static String to(Location location) {
        return location.coordinates()
                .map(at -> String.format(Locale.ROOT, "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=17/%1$.5f/%2$.5f",
                        at.latitude(), at.longitude()))
                .orElseGet(() -> location.address().isBlank() ? ""
                        : "https://www.openstreetmap.org/search?query=" + URLEncoder.encode(location.address(), StandardCharsets.UTF_8));
    }
}
