package bookform.widget;

import bookform.booking.BookingApi;
import bookform.templates.Templates;
import bookform.web.Asset;
import bookform.web.Assets;
import bookform.web.Pages;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** How booking forms come to other sites, one line per address. */
public final class Widget {
    private final Loader ours = Loader.ours();
    private final Loader altegios = Loader.altegios();
    private final SnippetsPage snippets;
    private final AltegioPages altegio;

    public Widget(BookingApi api, Pages pages, Templates templates, Assets assets) {
        snippets = new SnippetsPage(api, pages, templates, assets);
        altegio = new AltegioPages(api, pages);
    }

    /** The scripts that sites load, made anew: a build keeps them. */
    public static List<Asset> scripts() {
        return Loader.made();
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
