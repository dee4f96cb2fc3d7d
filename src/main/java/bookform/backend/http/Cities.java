package bookform.backend.http;

import bookform.altegio.wire.Country.City;
import bookform.booking.Location;
import java.util.Locale;

/** Cities as the wire has them; ours are a name within a country. */
final class Cities {
    private Cities() {}

    /** 0 for a location that does not say. */
    static long id(Location location) {
        return id(location.country(), location.city());
    }

    /** 0 without a name. */
    static long id(String country, String name) {
        return name.isBlank() ? 0 : Numbers.of(country + " " + name.toLowerCase(Locale.ROOT));
    }

    static City of(String country, String name) {
        return new City(id(country, name), Countries.id(country), name);
    }
}
