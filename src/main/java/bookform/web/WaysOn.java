package bookform.web;

import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.booking.Location;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From where there is nothing to show to where there is: what the address, the page before it and the booking system tell. */
public final class WaysOn {
    private static final Logger LOG = LoggerFactory.getLogger(WaysOn.class);
    private static final Pattern WORD = Pattern.compile("[A-Za-z-]{2,12}");
    private static final Pattern FORM = Pattern.compile("/forms/([0-9]+)(?:/.*)?");

    private final BookingApi api;
    private final Assets assets;

    public WaysOn(BookingApi api, Assets assets) {
        this.api = api;
        this.assets = assets;
    }

    /** A link; the first of several is the one to take. */
    public record Way(String text, String url) {}

    /**
     * What {@code templates/error/error.jte} prints below what happened.
     *
     * @param look the form's, where there is one
     * @param site the page around our frame, where nothing of ours leads on; empty for none
     * @param business who can be called, at {@code phone}; both empty where that is not known
     */
    public record Found(Look look, List<Way> ways, Optional<URI> site, String business, String phone) {
        static Found none(Look look) {
            return new Found(look, List.of(), Optional.empty(), "", "");
        }
    }

    private record Place(BookingForm form, Location location) {}

    /** @param again what asking for the same once more is called */
    Found from(Context ctx, Texts t, int status, String again, String origin) {
        var place = findPlace(ctx.path());
        var retry = new Way(again, status < 500 || !ctx.method().name().equals("GET") ? "" : Incoming.address(ctx));
        var back = new Way(t.text("step.back"), before(ctx, origin).orElse(""));
        var home = ctx.path().startsWith("/cabinet") ? new Way(t.text("cabinet.heading"), "/cabinet/appointments")
                : new Way(t.text("cabinet.book"), place.map(known -> "/forms/" + known.form().id() + asked(ctx)).orElse(""));
        var order = status >= 500 ? Stream.of(retry, back) : status < 406 ? Stream.of(home, back) : Stream.of(back, home);
        var ways = order.filter(way -> !way.url().isEmpty() && (way == retry || !way.url().equals(Incoming.address(ctx)))).toList();
        return new Found(look(ctx, place), ways, ways.isEmpty() ? around(ctx, origin) : Optional.empty(),
                place.map(known -> known.location().title()).orElse(""), place.map(known -> known.location().phone()).orElse(""));
    }

    private Look look(Context ctx, Optional<Place> place) {
        var plain = Look.asked(ctx);
        return place.filter(known -> ctx.path().startsWith("/forms/"))
                .map(known -> Look.of(known.form(), known.location(), assets, plain.theme())).orElse(plain);
    }

    /** The form in the address, else the only location's. What went wrong may be that nothing of them is known just now. */
    private Optional<Place> findPlace(String path) {
        try {
            var matcher = FORM.matcher(path);
            var form = matcher.matches() ? Incoming.id(matcher.group(1)).flatMap(api::findBookingForm) : Optional.<BookingForm>empty();
            var only = form.isPresent() ? List.<Location>of() : api.locations(2);
            if (only.size() == 1) form = api.findFormOf(only.getFirst().id());
            return form.flatMap(known -> api.findLocation(known.location()).map(location -> new Place(known, location)));
        } catch (RuntimeException unknown) {
            LOG.debug("No way on is known", unknown);
            return Optional.empty();
        }
    }

    /** The page of ours that led here; a form that was sent from it is filled in there anew. */
    private static Optional<String> before(Context ctx, String origin) {
        return Optional.ofNullable(ctx.header("Referer")).filter(page -> page.startsWith(origin + "/"))
                .map(page -> page.substring(origin.length())).filter(page -> !page.startsWith("//"));
    }

    private static Optional<URI> around(Context ctx, String origin) {
        var page = ctx.header("Referer");
        if (!Pages.isFramed(ctx) || page == null || page.startsWith(origin + "/")) return Optional.empty();
        try {
            return Optional.of(URI.create(page)).filter(site -> site.getHost() != null && site.getScheme().matches("https?"));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Language and theme stay what they were. */
    private static String asked(Context ctx) {
        var kept = Stream.of("lang", "theme").filter(name -> ctx.queryParam(name) != null && WORD.matcher(ctx.queryParam(name)).matches())
                .map(name -> name + "=" + ctx.queryParam(name)).toList();
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }
}
