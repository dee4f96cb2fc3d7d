package bookform.widget;

import bookform.booking.BookingApi;
import bookform.templates.Templates;
import bookform.web.Asset;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How booking forms come to other sites, one line per address. */
public final class Widget {
    private final Loader ours = Loader.ours();
    private final Loader altegios = Loader.altegios();
    private final SnippetsPage snippets;
    private final AltegioPages altegio;

    /** @param publicAddress where browsers see us; empty for where the request came in */
    public Widget(BookingApi api, Pages pages, Templates templates, Assets assets, Optional<URI> publicAddress) {
        snippets = new SnippetsPage(api, pages, templates, assets, publicAddress);
        altegio = new AltegioPages(api, pages);
    }

    /** The scripts that sites load. */
    public static List<Asset> scripts() {
        return List.of(Loader.ours().script(), Loader.altegios().script());
    }

    public void add(RoutesConfig routes) {
        routes.get("/embed.js", ours::show);
        routes.get("/forms/{form}/embed", snippets::show);

        // As Altegio's
        routes.get("/widgetJS", altegios::show);
        routes.before("/", altegio::root);
        routes.get("/company/{location}/success-order/{appointment}/{hash}", altegio::booked);
        routes.get("/company/{location}/<page>", altegio::page);
    }
}
