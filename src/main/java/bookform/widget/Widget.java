package bookform.widget;

import io.javalin.config.RoutesConfig;

/** How booking forms come to other sites, one line per address. */
public final class Widget {
    private final Loader loader = new Loader();

    public void add(RoutesConfig routes) {
        routes.get("/embed.js", loader::show);
    }
}
