package bookform.web;

import bookform.booking.Style;
import bookform.web.Themes.Theme;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that pages load, in memory, compressed once, under names that change with their content: {@code /assets/bookform.3f9a….css}
 * may be kept for a year. htmx and our own script travel as one file, one request less.
 */
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String KEEP_FOR_MINUTES = "public, max-age=300";
    private static final String KEEP_FOR_A_YEAR = "public, max-age=31536000, immutable";

    /** For telephones, which take no SVG; its picture stays whole in whatever shape they cut from it. */
    private static final List<String> PICTURES = List.of("icon-192.png", "icon-512.png");

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byHashedName = new HashMap<>();
    private final Themes themes = new Themes();

    public Assets() {
        add("bookform.css", Asset.style("bookform.css"));
        add("cabinet.css", Asset.style("cabinet.css"));
        add("review.css", Asset.style("review.css"));
        add("bookform.js", Asset.read(HTMX).strip() + "\n" + Asset.script("bookform.js"));
        add("frame.js", Asset.script("frame.js"));
        add("analytics.js", Asset.script("analytics.js"));
        add("again.js", Asset.script("again.js"));
        add("nearest.js", Asset.script("nearest.js"));
        add("snippets.js", Asset.script("snippets.js"));
        add("demo.svg", Asset.read("/static/demo.svg"));
        add("icon.svg", Asset.read("/static/icon.svg"));
        for (var picture : PICTURES) add(Asset.picture(picture));
    }

    /** Every file. */
    public Collection<Asset> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The address of one of our files, {@code bookform.css}. */
    public String url(String name) {
        return "/assets/" + byName.get(name).hashedName();
    }

    /** A picture's address as a page should load it: ours under the hashed name, everybody else's as it is. */
    public String picture(String address) {
        if (!address.startsWith("/assets/")) return address;
        var fragment = address.indexOf('#');
        var name = address.substring("/assets/".length(), fragment < 0 ? address.length() : fragment);
        return byName.containsKey(name) ? url(name) + (fragment < 0 ? "" : address.substring(fragment)) : address;
    }

    Theme theme(Style style) {
        return themes.of(style);
    }

    /** {@code GET /forms/{form}/theme/{file}}: whatever hash is asked for, it is the form's own. */
    public void showTheme(Context ctx, Style style) {
        var theme = theme(style).stylesheet().orElseThrow(NotFoundResponse::new);
        ctx.header("Cache-Control", ctx.pathParam("file").equals(theme.hash() + ".css") ? KEEP_FOR_A_YEAR : KEEP_FOR_MINUTES);
        theme.send(ctx);
    }

    /** {@code GET /assets/{file}}. */
    public void show(Context ctx) {
        var file = ctx.pathParam("file");
        var asset = byHashedName.get(file);
        ctx.header("Cache-Control", asset == null ? KEEP_FOR_MINUTES : KEEP_FOR_A_YEAR);
        if (asset == null) asset = byName.get(file);
        if (asset == null) throw new NotFoundResponse();
        asset.send(ctx);
    }

    private void add(String name, String text) {
        add(Asset.of(name, text));
    }

    private void add(Asset asset) {
        byName.put(asset.name(), asset);
        byHashedName.put(asset.hashedName(), asset);
    }
}
