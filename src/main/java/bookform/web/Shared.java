package bookform.web;

import bookform.booking.BookingForm;
import bookform.booking.Location;
import bookform.booking.Service;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first page of a form as others see it: search engines, and messengers that are sent its address. Addresses are paths until it is
 * known where we are.
 *
 * @param services what can be booked there
 */
public record Shared(BookingForm form, Location location, Locale language, List<Service> services) {
    private static final Cache<Place, Content> DESCRIBED = Caffeine.newBuilder().maximumSize(1_000).build();

    /** The same description on one address of ours. */
    private record Place(Shared shared, String origin) {}

    /** With what the first step offers. */
    public Shared offering(List<Service> services) {
        return new Shared(form, location, language, services);
    }

    /** The one address of all those that lead here. */
    public String path() {
        return language.equals(form.language()) ? "/forms/" + form.id() : path(language);
    }

    /** The same in other languages; none where there is no choice. */
    public List<Locale> languages() {
        var spoken = form.languages().stream().filter(OurLanguages::include).toList();
        return spoken.size() < 2 ? List.of() : spoken;
    }

    public String path(Locale language) {
        return "/forms/" + form.id() + "?lang=" + language.toLanguageTag();
    }

    /** A sentence of the business's own, or where it is. */
    public String description() {
        var own = SafeHtml.of(location.description()).words();
        return own.isEmpty() ? location.address() : own;
    }

    /** Address of a picture; empty for none but our own icon. */
    public Optional<String> picture() {
        return form.style().header().or(() -> form.style().logo()).or(location::logo);
    }

    /** For machines, as schema.org has it; {@code origin} is where we are, {@code https://booking.example.com}. */
    public Content described(String origin) {
        return DESCRIBED.get(new Place(this, origin), place -> JsonLd.of(place.shared(), place.origin()));
    }

    /** An address as the whole world can use it. */
    public static String absolute(String origin, String address) {
        return address.startsWith("/") ? origin + address : address;
    }
}
