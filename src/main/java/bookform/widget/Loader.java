package bookform.widget;

import bookform.web.Asset;
import bookform.web.OurLanguages;
import bookform.web.Texts;
import io.javalin.http.Context;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one script that a site loads, with its style and its words in it: {@code GET /embed.js}, and {@code GET /widgetJS}, which knows
 * Altegio's snippet beside.
 */
final class Loader {
    // Sites name it without a version, so a mended one must reach them soon; meanwhile nobody waits for it.
    private static final String KEEP_FOR_MINUTES = "public, max-age=600, stale-while-revalidate=86400";

    private final Supplier<Asset> made;
    private Asset script;

    private Loader(Supplier<Asset> made) {
        this.made = made;
    }

    static Loader ours() {
        return new Loader(() -> Asset.of("embed.js", text()));
    }

    static Loader altegios() {
        return new Loader(() -> Asset.of("widgetJS.js", text() + "\n" + Asset.script("widgetjs.js")));
    }

    /** Made when it is first asked for: it takes the messages of every language, which a start does not wait for. */
    synchronized Asset script() {
        if (script == null) script = made.get();
        return script;
    }

    void show(Context ctx) {
        var script = script();
        var tag = "\"" + script.hash() + "\"";
        ctx.header("Cache-Control", KEEP_FOR_MINUTES).header("ETag", tag).header("Access-Control-Allow-Origin", "*");
        if (tag.equals(ctx.header("If-None-Match"))) ctx.status(304);
        else script.send(ctx);
    }

    private static String text() {
        return Asset.script("embed.js").replace("__STYLE__", quoted(Asset.style("embed.css"))).replace("__TEXTS__", texts());
    }

    /** {@code {en:["Book online","Close"],…}}. */
    private static String texts() {
        return OurLanguages.ALL.stream()
                .map(language -> language.toLanguageTag() + Texts.messages(language, "widget.book", "widget.close").stream()
                        .map(Loader::quoted).collect(Collectors.joining(",", ":[", "]")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
