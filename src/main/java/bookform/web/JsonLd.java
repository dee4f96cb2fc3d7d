package bookform.web;

import bookform.booking.Location;
import bookform.booking.Service;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A business and what it offers in the words of schema.org, as JSON that may stand in a {@code script} element: a data block, which no
 * browser runs and no content security policy stops.
 */
final class JsonLd implements Content {
    /** Search engines read no longer lists, and people wait for the page. */
    private static final int MOST_SERVICES = 30;

    private final String json;

    private JsonLd(Map<String, Object> described) {
        this.json = json(described);
    }

    static JsonLd of(Shared shared, String origin) {
        var location = shared.location();
        var address = origin + shared.path();
        var business = thing("LocalBusiness");
        business.put("@context", "https://schema.org");
        business.put("name", location.title());
        business.put("url", address);
        put(business, "telephone", location.phone());
        put(business, "address", location.address());
        shared.picture().ifPresent(picture -> business.put("image", Shared.absolute(origin, picture)));
        location.coordinates().ifPresent(at -> {
            var geo = thing("GeoCoordinates");
            geo.put("latitude", BigDecimal.valueOf(at.latitude()));
            geo.put("longitude", BigDecimal.valueOf(at.longitude()));
            business.put("geo", geo);
        });
        if (!shared.services().isEmpty())
            business.put("makesOffer", shared.services().stream().limit(MOST_SERVICES).map(service -> offer(service, location)).toList());
        var reservation = thing("ReserveAction");
        reservation.put("target", address);
        business.put("potentialAction", reservation);
        return new JsonLd(business);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(json);
    }

    private static Map<String, Object> offer(Service service, Location location) {
        var named = thing("Service");
        named.put("name", service.title());
        var price = service.price();
        var offer = thing("Offer");
        offer.put("itemOffered", named);
        if (price.isFixed()) {
            offer.put("price", price.min().major());
            offer.put("priceCurrency", location.currency().getCurrencyCode());
        } else {
            var range = thing("PriceSpecification");
            range.put("minPrice", price.min().major());
            range.put("maxPrice", price.max().major());
            range.put("priceCurrency", location.currency().getCurrencyCode());
            offer.put("priceSpecification", range);
        }
        return offer;
    }

    private static Map<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }

    private static void put(Map<String, Object> thing, String name, String text) {
        if (!text.isBlank()) thing.put(name, text);
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(JsonLd::json).collect(Collectors.joining(",", "[", "]"));
            case BigDecimal number -> number.toPlainString();
            default -> quoted(value.toString());
        };
    }

    /** Nothing in it can end the element, or begin a comment in it. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit < ' ' || "\"\\<>&\u2028\u2029".indexOf(unit) >= 0) quoted.append("\\u%04x".formatted(unit));
            else quoted.append((char) unit);
        });
        return quoted.append('"').toString();
    }
}
